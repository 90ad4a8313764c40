package org.zhuqi.platform.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The first rows of a workbook's first sheet, as text.
 *
 * @param more whether there are further rows
 */
public record SheetGlance(String name, List<List<String>> rows, boolean more) {
  private static final int ROWS = 200;
  private static final int COLUMNS = 20;

  static SheetGlance of(Path file) {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      Sheet sheet = workbook.getFirstSheet();
      try (Stream<Row> rows = sheet.openStream()) {
        List<List<String>> read = rows.limit(ROWS + 1L).map(SheetGlance::cells).toList();
        return new SheetGlance(sheet.getName(), read.subList(0, Math.min(ROWS, read.size())), read.size() > ROWS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().limit(COLUMNS).map(c -> c == null ? "" : c.getText()).toList();
  }
}
