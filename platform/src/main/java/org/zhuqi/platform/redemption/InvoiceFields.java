package org.zhuqi.platform.redemption;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Turns the raw fields of an invoice file into an {@link Invoice}, naming everything that is missing or contradicts itself. */
final class InvoiceFields {
  private static final Pattern NUMBER = Pattern.compile("\\d{20}");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{15,20}");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");
  private static final Pattern DAY = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})([T ].*)?$");

  /** A red-letter invoice names the blue one in its remark, in this wording of the tax platform. */
  private static final Pattern CANCELS = Pattern.compile("被红冲蓝字数电(?:发票|票)号码\\s*[:：]\\s*(\\d{20})(?!\\d)");

  private final Map<String, String> raw;
  private final List<Refusal> wrong = new ArrayList<>();

  private InvoiceFields(Map<String, String> raw) {
    this.raw = raw;
  }

  static Outcome<Invoice> toInvoice(Map<String, String> raw) {
    return new InvoiceFields(raw).invoice();
  }

  private Outcome<Invoice> invoice() {
    String number = number();
    LocalDate issued = issued();
    String sellerCode = code("SellerInformation/SellerIdNum", "销售方统一社会信用代码", "the seller's code");
    String buyerCode = code("BuyerInformation/BuyerIdNum", "购买方统一社会信用代码", "the buyer's code");
    Long amount = money("TotalAmWithoutTax", "合计金额", "the amount without tax");
    Long tax = money("TotalTaxAm", "合计税额", "the tax");
    Long total = money("TotalTax-includedAmount", "价税合计", "the total");
    if (amount != null && tax != null && total != null) sums(amount, tax, total);
    String cancels = total == null ? null : cancels(number, total);
    if (!wrong.isEmpty() || issued == null || amount == null || tax == null || total == null) {
      return Outcome.refused(wrong);
    }
    return Outcome.done(
        new Invoice(number, issued, data("SellerInformation/SellerName"), sellerCode, data("BuyerInformation/BuyerName"),
            buyerCode, amount, tax, total, cancels));
  }

  private String number() {
    String number = get("EInvoice/TaxSupervisionInfo/InvoiceNumber");
    String header = get("EInvoice/Header/EIid");
    if (number.isEmpty()) number = header;
    if (!NUMBER.matcher(number).matches()) {
      wrong("invoice_number_invalid", "发票号码应为 20 位数字，文件中为“" + number + "”。",
          "The invoice number must be 20 digits; the file has \"" + number + "\".");
    } else if (!header.isEmpty() && !header.equals(number)) {
      wrong("invoice_contradictory", "文件中两处发票号码不一致：" + number + " 与 " + header + "。",
          "The file has two different invoice numbers: " + number + " and " + header + ".");
    }
    return number;
  }

  /** The day of issue is the request time; the time at which the platform made the file serves where that is missing. */
  private @Nullable LocalDate issued() {
    String stated = data("BasicInformation/RequestTime");
    if (stated.isEmpty()) stated = get("EInvoice/TaxSupervisionInfo/IssueTime");
    Matcher day = DAY.matcher(stated);
    try {
      if (day.matches()) return LocalDate.parse(day.group(1));
    } catch (DateTimeException e) {
      // named below, like every other unreadable date
    }
    wrong("invoice_date_invalid", "读不出开票日期（“" + stated + "”）。", "The day of issue cannot be read (\"" + stated + "\").");
    return null;
  }

  private String code(String field, String zh, String en) {
    String code = data(field).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      wrong("invoice_party_missing", "发票缺少" + zh + "。", "The invoice lacks " + en + ".");
    }
    return code;
  }

  private @Nullable Long money(String field, String zh, String en) {
    String stated = data("BasicInformation/" + field);
    if (AMOUNT.matcher(stated).matches()) return new BigDecimal(stated).movePointRight(2).longValueExact();
    wrong("invoice_amount_invalid", "读不出发票的" + zh + "（“" + stated + "”）。",
        "The invoice's amount cannot be read: " + en + " is \"" + stated + "\".");
    return null;
  }

  private void sums(long amount, long tax, long total) {
    if (amount + tax == total) return;
    wrong("invoice_contradictory", "发票金额与税额之和不等于价税合计。", "Amount and tax of the invoice do not add up to its total.");
  }

  /** Red by its label or by a negative total; both must say the same, and a red one must name what it cancels. */
  private @Nullable String cancels(String number, long totalFen) {
    String label = get("EInvoice/Header/InherentLabel/InIssuType/LabelCode");
    boolean red = totalFen < 0;
    if (totalFen == 0 || (label.equals("N") && !red) || (label.equals("Y") && red)) {
      wrong("invoice_contradictory", "发票的红蓝字标志与金额正负不符。", "The invoice's red or blue label contradicts the sign of its total.");
      return null;
    }
    if (!red) return null;
    Matcher blue = CANCELS.matcher(get("EInvoice/EInvoiceData/AdditionalInformation/Remark"));
    if (blue.find() && !blue.group(1).equals(number)) return blue.group(1);
    wrong("invoice_red_without_blue", "红字发票的备注没有写明被红冲的蓝字发票号码。",
        "The red-letter invoice does not name, in its remark, the blue invoice that it takes back.");
    return null;
  }

  private String data(String field) {
    return get("EInvoice/EInvoiceData/" + field);
  }

  private String get(String path) {
    return raw.getOrDefault(path, "");
  }

  private void wrong(String code, String zh, String en) {
    wrong.add(Refusal.of(code, zh, en).at("invoice"));
  }
}
