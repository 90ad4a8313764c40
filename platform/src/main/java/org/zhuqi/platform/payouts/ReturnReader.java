package org.zhuqi.platform.payouts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.documents.HardenedXml;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * Reads the treasury's return file, CSV or XLSX. Columns are found by their titles, wherever they stand and whatever stands
 * above them; every row that cannot be read is named.
 */
final class ReturnReader {
  static final int MOST_BYTES = 10 << 20;
  static final long MOST_UNPACKED = 100L << 20;
  static final int MOST_ROWS = 50_000;
  private static final int MOST_COLUMNS = 50;

  private static final Set<String> PAID = Set.of("成功", "已支付", "支付成功", "paid");
  private static final Set<String> BOUNCED = Set.of("失败", "退票", "支付失败", "bounced");
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("明细编号", "number"), Map.entry("number", "number"),
          Map.entry("金额（元）", "amount"), Map.entry("金额(元)", "amount"), Map.entry("金额", "amount"), Map.entry("amount", "amount"),
          Map.entry("结果", "result"), Map.entry("支付结果", "result"), Map.entry("result", "result"),
          Map.entry("日期", "date"), Map.entry("支付日期", "date"), Map.entry("date", "date"),
          Map.entry("银行流水号", "reference"), Map.entry("reference", "reference"),
          Map.entry("原因", "reason"), Map.entry("失败原因", "reason"), Map.entry("reason", "reason"));

  private final List<ReturnRow> rows = new ArrayList<>();
  private final List<Refusal> wrong = new ArrayList<>();

  private ReturnReader() {}

  /** All rows, or everything that is wrong; never a part. */
  static Outcome<List<ReturnRow>> read(byte[] file) {
    if (file.length == 0 || file.length > MOST_BYTES) {
      return Outcome.refused(unreadable("回盘文件为空或超过 10 MB。", "The return file is empty or over 10 MB."));
    }
    try {
      boolean packed = file.length > 1 && file[0] == 'P' && file[1] == 'K';
      if (packed && isBomb(file)) {
        return Outcome.refused(unreadable("回盘文件展开后大得异常，不予读取。", "The return file unpacks to an abnormal size and is not read."));
      }
      List<List<String>> cells = packed ? sheet(file) : Csv.read(text(file));
      return new ReturnReader().rows(cells);
    } catch (IOException | RuntimeException e) {
      return Outcome.refused(unreadable("读不出回盘文件，请使用 CSV 或 XLSX。", "The return file cannot be read; use CSV or XLSX."));
    }
  }

  private Outcome<List<ReturnRow>> rows(List<List<String>> cells) {
    int at = titles(cells);
    if (at < 0) {
      return Outcome.refused(
          unreadable("回盘文件缺少列标题：明细编号、金额（元）、结果、日期。", "The return file lacks its column titles: number, amount, result, date."));
    }
    Map<String, Integer> columns = columns(cells.get(at));
    for (int i = at + 1; i < cells.size(); i++) {
      List<String> row = cells.get(i);
      if (row.stream().anyMatch(c -> !c.isBlank())) row(i + 1, row, columns);
    }
    if (rows.isEmpty() && wrong.isEmpty()) wrong.add(unreadable("回盘文件没有明细。", "The return file has no lines."));
    return wrong.isEmpty() ? Outcome.done(rows) : Outcome.refused(wrong);
  }

  private void row(int at, List<String> row, Map<String, Integer> columns) {
    String number = cell(row, columns, "number");
    String result = cell(row, columns, "result");
    boolean paid = PAID.contains(result);
    Long amount = amount(cell(row, columns, "amount"));
    LocalDate on = day(cell(row, columns, "date"));
    String reference = cell(row, columns, "reference");
    String reason = cell(row, columns, "reason");
    int before = wrong.size();
    if (number.isEmpty()) bad(at, "缺少明细编号", "the number is missing");
    if (amount == null) bad(at, "金额无法读取", "the amount cannot be read");
    if (on == null) bad(at, "日期无法读取（应为 2024-12-31）", "the date cannot be read (write 2024-12-31)");
    if (!paid && !BOUNCED.contains(result)) bad(at, "结果“" + result + "”不是“成功”或“失败”", "the result \"" + result + "\" is neither paid nor bounced");
    if (paid && reference.isEmpty()) bad(at, "支付成功但没有银行流水号", "paid, but without a bank reference");
    if (BOUNCED.contains(result) && reason.isEmpty()) bad(at, "支付失败但没有原因", "bounced, but without a reason");
    if (wrong.size() > before || amount == null || on == null) return;
    rows.add(new ReturnRow(at, number, amount, paid, on, paid ? reference : null, paid ? null : reason));
  }

  private void bad(int at, String zh, String en) {
    wrong.add(Refusal.of("return_row_invalid", "第 " + at + " 行：" + zh + "。", "Row " + at + ": " + en + ".").at("file"));
  }

  private static int titles(List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (columns(cells.get(i)).keySet().containsAll(Set.of("number", "amount", "result", "date"))) return i;
    }
    return -1;
  }

  private static Map<String, Integer> columns(List<String> row) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String name = COLUMNS.get(row.get(i));
      if (name != null) columns.putIfAbsent(name, i);
    }
    return columns;
  }

  private static String cell(List<String> row, Map<String, Integer> columns, String name) {
    Integer at = columns.get(name);
    return at == null || at >= row.size() ? "" : row.get(at).strip();
  }

  private static @Nullable Long amount(String yuan) {
    try {
      return Money.of(yuan.replace(",", "")).fen();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** UTF-8, or the encoding that treasury systems still write where it is not valid UTF-8. */
  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(file, Charset.forName("GB18030"));
    }
  }

  /** Unpacks without keeping anything, up to a bound: a few kilobytes can stand for gigabytes. */
  private static boolean isBomb(byte[] file) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (entry.getName().endsWith(".xml") && !HardenedXml.isSound(in)) return true;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n; (n = in.read(buffer)) >= 0; size += n) {
            if (size > MOST_UNPACKED) return true;
          }
        }
      }
    }
    return false;
  }

  private static List<List<String>> sheet(byte[] file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
        Stream<Row> stream = workbook.getFirstSheet().openStream()) {
      List<List<String>> rows = new ArrayList<>();
      stream.limit(MOST_ROWS).forEach(row -> put(rows, row));
      return rows;
    }
  }

  /** Empty rows are not in the file: they are put back, so that a row's number is the one that people see. */
  private static void put(List<List<String>> rows, Row row) {
    while (rows.size() < row.getRowNum() - 1 && rows.size() < MOST_ROWS) rows.add(List.of());
    rows.add(row.stream().limit(MOST_COLUMNS).map(ReturnReader::text).toList());
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) return "";
    if (cell.getType() != CellType.NUMBER) return cell.getText().strip();
    boolean date = cell.getDataFormatString() != null && cell.getDataFormatString().contains("yy");
    return date ? cell.asDate().toLocalDate().toString() : plain(cell.asNumber());
  }

  /** A spreadsheet keeps numbers in binary: what lies beyond the sixth decimal is its own noise, not an amount. */
  private static String plain(BigDecimal number) {
    BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.setScale(Math.max(0, rounded.scale())).toPlainString();
  }

  private static Refusal unreadable(String zh, String en) {
    return Refusal.of("return_file_unreadable", zh, en).at("file");
  }
}
