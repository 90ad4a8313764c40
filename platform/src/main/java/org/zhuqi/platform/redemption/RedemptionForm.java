package org.zhuqi.platform.redemption;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseBody.Field;
import org.zhuqi.platform.casework.CaseBody.Section;

/** An application as titled groups of fields. */
final class RedemptionForm {
  private static final Text INVOICE_SOURCE = new Text("发票 XML", "invoice XML");

  private RedemptionForm() {}

  static List<Section> sections(Redemption r, EvidenceStore evidence) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            new Text("申请兑现", "What is asked for"),
            List.of(
                field("申请编号", "Number", r.number()),
                field("服务机构", "Institution", r.providerName()),
                field("用券单位", "Voucher holder", r.clientName()),
                field("合同", "Contract", r.contractNumber() + " " + r.title()),
                money("合同价款", "Contract price", r.price()),
                money("企业自付", "Paid by the enterprise", r.ownPart()),
                money("申请兑现金额", "Amount asked for", r.amount()),
                field("完成日期", "Completed on", r.completedOn().toString()),
                field("兑现期限", "Last day of the window", r.lastDay().toString()))));
    evidence.invoices(r.id()).forEach(i -> sections.add(invoice(i)));
    List<Redemption.Receipt> receipts = evidence.receipts(r.id());
    if (!receipts.isEmpty()) {
      sections.add(
          new Section(
              new Text("企业自付汇款", "Transfers by the enterprise"),
              receipts.stream()
                  .map(x -> money(x.paidOn() + " · " + x.bankReference(), x.paidOn() + " · " + x.bankReference(), x.amount()))
                  .toList()));
    }
    return sections;
  }

  private static Section invoice(Redemption.UsedInvoice u) {
    Invoice i = u.invoice();
    List<Field> fields = new ArrayList<>();
    fields.add(read("开票日期", "Issued", i.issued().toString()));
    fields.add(read("销售方", "Seller", i.sellerName() + " " + i.sellerCode()));
    fields.add(read("购买方", "Buyer", i.buyerName() + " " + i.buyerCode()));
    fields.add(read("金额", "Amount", Money.ofFen(i.amountFen())));
    fields.add(read("税额", "Tax", Money.ofFen(i.taxFen())));
    fields.add(read("价税合计", "Total", Money.ofFen(i.totalFen())));
    if (u.cancelledBy() != null) fields.add(read("已被红冲", "Taken back by", u.cancelledBy()));
    return new Section(new Text("数电票 " + i.number(), "Invoice " + i.number()), fields);
  }

  static List<Section> reviews(List<Redemption.Review> reviews, List<Menu.Item> questions) {
    return reviews.stream()
        .map(
            v -> {
              List<Field> fields = new ArrayList<>();
              questions.forEach(q -> fields.add(new Field(q.label(), text(v.answers().getOrDefault(q.code(), "—")), null)));
              fields.add(field("发票已在税务平台查验", "Invoices looked up", v.verified() ? "✓" : "✕"));
              fields.add(field("意见", "Opinion", v.opinion()));
              return new Section(new Text("第三方审核：" + v.reviewerName(), "Third-party review: " + v.reviewerName()), fields);
            })
        .toList();
  }

  private static Field field(String zh, String en, String value) {
    return new Field(new Text(zh, en), text(value), null);
  }

  private static Field read(String zh, String en, String value) {
    return new Field(new Text(zh, en), text(value), INVOICE_SOURCE);
  }

  private static Field read(String zh, String en, Money value) {
    return new Field(new Text(zh, en), money(value), INVOICE_SOURCE);
  }

  private static Field money(String zh, String en, Money value) {
    return new Field(new Text(zh, en), money(value), null);
  }

  private static Text money(Money value) {
    return new Text(value.format(), value.format(true));
  }

  private static Text text(@Nullable String value) {
    String shown = value == null || value.isBlank() ? "—" : value;
    return new Text(shown, shown);
  }
}
