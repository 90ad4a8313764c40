package org.zhuqi.platform.web.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Badge;

/**
 * An XLSX file of one sheet, streamed. Text is written as text and never as a formula, whatever it begins with, so that a
 * name such as {@code =HYPERLINK(…)} stays a name.
 */
public final class Spreadsheet implements AutoCloseable {
  public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int FLUSH_EVERY = 500;

  /** @param value String, Text, Badge, Money, Long, Integer, LocalDate, LocalDateTime, Instant, OffsetDateTime or null */
  public record Cell(@Nullable Object value) {}

  private final Workbook workbook;
  private final Worksheet sheet;
  private final boolean english;
  private int row;

  private Spreadsheet(OutputStream out, String name, boolean english) {
    this.workbook = new Workbook(out, "Zhuqi", "1.0");
    String safe = name.replaceAll("[\\[\\]\\\\/*?:']", " ");
    this.sheet = workbook.newWorksheet(safe.substring(0, Math.min(31, safe.length())));
    this.english = english;
  }

  /** The stream is flushed at the end, not closed. */
  public static Spreadsheet to(OutputStream out, String sheetName, boolean english) {
    return new Spreadsheet(out, sheetName, english);
  }

  public void header(List<String> labels) {
    sheet.freezePane(0, 1);
    for (int c = 0; c < labels.size(); c++) {
      sheet.width(c, 20);
      sheet.value(row, c, labels.get(c));
      sheet.style(row, c).bold().fillColor("E9EEF5").set();
    }
    row++;
  }

  /** Plain values in a row, as {@link Cell} describes them. */
  public void values(@Nullable Object... values) throws IOException {
    row(java.util.Arrays.stream(values).map(Cell::new).toList());
  }

  public void row(List<Cell> cells) throws IOException {
    for (int c = 0; c < cells.size(); c++) {
      put(c, cells.get(c).value());
    }
    row++;
    if (row % FLUSH_EVERY == 0) sheet.flush();
  }

  private void put(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Money m -> number(column, m.yuan(), "#,##0.00");
      case Number n -> sheet.value(row, column, n);
      case LocalDate d -> {
        sheet.value(row, column, d);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime t -> time(column, t);
      case Instant i -> time(column, LocalDateTime.ofInstant(i, CHINA));
      case OffsetDateTime o -> time(column, o.atZoneSameInstant(CHINA).toLocalDateTime());
      case Text t -> sheet.value(row, column, t.in(english));
      case Badge b -> sheet.value(row, column, b.label().in(english));
      default -> sheet.value(row, column, value.toString());
    }
  }

  private void number(int column, Number value, String format) {
    sheet.value(row, column, value);
    sheet.style(row, column).format(format).set();
  }

  private void time(int column, LocalDateTime value) {
    sheet.value(row, column, value);
    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}
