package org.zhuqi.platform.payouts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhuqi.measures.Money;

/**
 * The payout file that finance hands to the treasury, as CSV (UTF-8) and as XLSX with the same cells.
 *
 * <p>Both say at the top how many lines there are, what they add up to and the SHA-256 of the detail part (from the column
 * titles to the end, as in the CSV), so that the treasury sees whether a line was changed on the way.
 */
record TreasuryFile(String number, String funder, LocalDate on, List<FileLine> lines) {
  private static final Object[] TITLES = {"序号", "明细编号", "收款单位", "统一社会信用代码", "开户银行", "银行账号", "金额（元）", "用途"};

  TreasuryFile {
    lines = List.copyOf(lines);
  }

  long totalFen() {
    return lines.stream().mapToLong(FileLine::amountFen).reduce(0, Math::addExact);
  }

  /** The detail part of the CSV: what the checksum stands for. */
  String detail() {
    StringBuilder text = new StringBuilder(Csv.line(TITLES));
    lines.forEach(l -> text.append(Csv.line(cells(l))));
    return text.toString();
  }

  String sha256() {
    return sha256(detail().getBytes(StandardCharsets.UTF_8));
  }

  byte[] csv() {
    StringBuilder text = new StringBuilder("\uFEFF");
    for (String[] fact : facts()) text.append(Csv.line((Object[]) fact));
    return text.append("\r\n").append(detail()).toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] xlsx() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Zhuqi", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("付款明细");
      int row = 0;
      for (String[] fact : facts()) {
        sheet.value(row, 0, fact[0]);
        sheet.value(row++, 1, fact[1]);
      }
      titles(sheet, ++row);
      for (FileLine line : lines) write(sheet, ++row, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void titles(Worksheet sheet, int row) {
    int[] widths = {18, 20, 34, 24, 34, 26, 16, 44};
    for (int i = 0; i < TITLES.length; i++) {
      sheet.value(row, i, TITLES[i].toString());
      sheet.style(row, i).bold().set();
      sheet.width(i, widths[i]);
    }
  }

  private static void write(Worksheet sheet, int row, FileLine line) {
    Object[] cells = cells(line);
    for (int i = 0; i < cells.length; i++) sheet.value(row, i, cells[i].toString());
    sheet.value(row, 6, Money.ofFen(line.amountFen()).yuan());
    sheet.style(row, 6).format("#,##0.00").set();
  }

  private List<String[]> facts() {
    return List.of(
        new String[] {"付款文件编号", number},
        new String[] {"资金承担方", funder},
        new String[] {"编制日期", on.toString()},
        new String[] {"笔数", String.valueOf(lines.size())},
        new String[] {"合计金额（元）", Money.ofFen(totalFen()).yuan().toPlainString()},
        new String[] {"明细 SHA-256", sha256()});
  }

  private static Object[] cells(FileLine l) {
    return new Object[] {
      l.row(), l.number(), l.payee(), l.creditCode(), l.bank(), l.account(),
      Money.ofFen(l.amountFen()).yuan().toPlainString(), l.purpose()
    };
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
