package org.zhuqi.platform.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TreasuryFileTests {
  private static final FileLine LINE =
      new FileLine(1, "BF-2024-000001-0001", "贵州测试, 检验\"有限\"公司", "91520102MA000001XX", "工行", "6222000000001234", 5_000_001, "助企券兑现");
  private static final FileLine FORMULA =
      new FileLine(2, "BF-2024-000001-0002", "=HYPERLINK(\"http://x\")", "91520102MA000002XX", "建行", "6217000000005678", 99, "助企券兑现");
  private final TreasuryFile file = new TreasuryFile("BF-2024-000001", "GUIYANG", LocalDate.of(2024, 12, 2), List.of(LINE, FORMULA));

  @Test
  void says_how_many_lines_what_they_add_up_to_and_the_hash_of_the_detail_part() {
    String csv = new String(file.csv(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF付款文件编号,BF-2024-000001").contains("笔数,2").contains("合计金额（元）,50001.00");
    String detail = csv.substring(csv.indexOf("序号"));
    assertThat(csv).contains("明细 SHA-256," + TreasuryFile.sha256(detail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_changed_fen_changes_the_hash() {
    FileLine changed = new FileLine(1, LINE.number(), LINE.payee(), LINE.creditCode(), LINE.bank(), LINE.account(), 5_000_002, LINE.purpose());
    assertThat(new TreasuryFile("BF-2024-000001", "GUIYANG", LocalDate.of(2024, 12, 2), List.of(changed, FORMULA)).sha256())
        .isNotEqualTo(file.sha256());
  }

  @Test
  void quotes_what_needs_it_and_makes_formulas_text() {
    List<List<String>> rows = Csv.read(file.detail());
    assertThat(rows.get(1).get(2)).isEqualTo(LINE.payee());
    assertThat(rows.get(2).get(2)).startsWith("'=HYPERLINK");
  }

  @Test
  void the_spreadsheet_says_the_same() throws Exception {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.xlsx()))) {
      String cells = workbook.getFirstSheet().read().toString();
      assertThat(cells).contains(file.sha256()).contains(LINE.account()).contains("50000.01");
    }
  }
}
