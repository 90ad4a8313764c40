package org.zhuqi.platform.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.shared.Outcome;

class ReturnReaderTests {
  private static final String TITLES = "明细编号,金额（元）,结果,日期,银行流水号,原因\n";

  private static Outcome<List<ReturnRow>> read(String csv) {
    return ReturnReader.read(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_paid_and_bounced_lines_below_whatever_stands_above_the_titles() {
    List<ReturnRow> rows = read("回盘文件,BF-2024-000001\n\n" + TITLES
            + "BF-1-0001,\"1,234.50\",成功,2024-12-05,A001,\nBF-1-0002,99.00,失败,2024-12-05,,户名不符\n").orThrow();
    assertThat(rows)
        .containsExactly(
            new ReturnRow(4, "BF-1-0001", 123_450, true, LocalDate.of(2024, 12, 5), "A001", null),
            new ReturnRow(5, "BF-1-0002", 9_900, false, LocalDate.of(2024, 12, 5), null, "户名不符"));
  }

  @Test
  void reads_columns_in_any_order_and_the_encoding_that_treasuries_still_write() {
    String csv = "结果,金额（元）,日期,明细编号,银行流水号\n成功,1.00,2024-12-05,X-1,B2\n";
    assertThat(ReturnReader.read(csv.getBytes(Charset.forName("GB18030"))).orThrow()).hasSize(1);
    assertThat(read("\uFEFF" + csv).orThrow()).hasSize(1);
  }

  @Test
  void names_the_row_of_everything_that_cannot_be_read() {
    Outcome<List<ReturnRow>> outcome =
        read(TITLES + "X-1,1.005,成功,2024-12-05,B2,\n,1.00,成功,2024-12-05,B3,\nX-3,1.00,也许,2024-13-05,,\nX-4,1.00,失败,2024-12-05,,\nX-5,1.00,成功,2024-12-05,,\n");
    assertThat(outcome.refusals().stream().map(r -> r.sentence().zh()))
        .hasSize(6)
        .anyMatch(s -> s.startsWith("第 2 行：金额"))
        .anyMatch(s -> s.startsWith("第 3 行：缺少明细编号"))
        .anyMatch(s -> s.startsWith("第 4 行：日期"))
        .anyMatch(s -> s.startsWith("第 5 行：支付失败但没有原因"))
        .anyMatch(s -> s.startsWith("第 6 行：支付成功但没有银行流水号"));
  }

  @Test
  void what_is_no_return_file_is_refused_in_words() {
    assertThat(read("").refusals()).hasSize(1);
    assertThat(read("a,b,c\n1,2,3\n").refusals()).singleElement().matches(r -> r.sentence().zh().contains("列标题"));
    assertThat(read(TITLES).refusals()).singleElement().matches(r -> r.sentence().zh().contains("没有明细"));
    assertThat(ReturnReader.read(new byte[] {'P', 'K', 3, 4, 1, 2, 3}).isDone()).isFalse();
  }

  @Test
  void our_own_spreadsheet_of_payments_answered_by_the_treasury_is_read_back() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(out, "treasury", "1.0")) {
      var sheet = workbook.newWorksheet("回盘");
      String[] titles = TITLES.strip().split(",");
      for (int i = 0; i < titles.length; i++) sheet.value(2, i, titles[i]);
      sheet.value(4, 0, "X-1");
      sheet.value(4, 1, 1234.56);
      sheet.value(4, 2, "成功");
      sheet.value(4, 3, LocalDate.of(2024, 12, 5));
      sheet.style(4, 3).format("yyyy-mm-dd").set();
      sheet.value(4, 4, "B2");
    }
    assertThat(ReturnReader.read(out.toByteArray()).orThrow())
        .containsExactly(new ReturnRow(5, "X-1", 123_456, true, LocalDate.of(2024, 12, 5), "B2", null));
  }

  @Test
  void a_spreadsheet_that_unpacks_to_an_abnormal_size_is_refused() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) zip.write(zeros);
      zip.closeEntry();
    }
    assertThat(ReturnReader.read(out.toByteArray()).refusals())
        .singleElement()
        .matches(r -> r.code().equals("return_file_unreadable") && r.sentence().zh().contains("展开"));
  }
}
