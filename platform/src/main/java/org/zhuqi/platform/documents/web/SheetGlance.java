package org.zhuqi.platform.documents.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first rows of a workbook's first sheet, as text.
 *
 * @param more whether there are further rows
 */
public record SheetGlance(String name, List<List<String>> rows, boolean more) {
  private static final Logger log = LoggerFactory.getLogger(SheetGlance.class);
  private static final int ROWS = 200;
  private static final int COLUMNS = 20;

  /** Empty for a workbook that opens but cannot be read, such as one with figures that are none. */
  static Optional<SheetGlance> of(Path file) {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      Sheet sheet = workbook.getFirstSheet();
      try (Stream<Row> rows = sheet.openStream()) {
        List<List<String>> read = rows.limit(ROWS + 1L).map(SheetGlance::cells).toList();
        return Optional.of(new SheetGlance(sheet.getName(), read.subList(0, Math.min(ROWS, read.size())), read.size() > ROWS));
      }
    } catch (IOException | RuntimeException e) {
      log.info("a workbook has no preview: {}", e.toString());
      return Optional.empty();
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().limit(COLUMNS).map(c -> c == null ? "" : c.getText()).toList();
  }
}
