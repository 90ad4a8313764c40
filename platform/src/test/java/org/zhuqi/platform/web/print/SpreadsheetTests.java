package org.zhuqi.platform.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Money;

class SpreadsheetTests {

  @Test
  void a_name_that_looks_like_a_formula_stays_a_name() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spreadsheet sheet = Spreadsheet.to(out, "名单/一", false)) {
      sheet.header(List.of("名称", "金额", "日期"));
      sheet.values("=HYPERLINK(\"http://x\")", new Money(123_456_789L), LocalDate.of(2025, 3, 3));
      sheet.values("@SUM(A1)", null, null);
    }
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      Cell name = rows.get(1).getCell(0);
      assertThat(name.getType()).isEqualTo(CellType.STRING);
      assertThat(name.getFormula()).isNull();
      assertThat(name.asString()).isEqualTo("=HYPERLINK(\"http://x\")");
      assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo(new BigDecimal("1234567.89"));
      assertThat(rows.get(1).getCell(2).asDate().toLocalDate()).isEqualTo(LocalDate.of(2025, 3, 3));
    }
  }
}
