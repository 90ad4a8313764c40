package org.zhuqi.platform.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfLetterTests {

  @Test
  void its_text_can_be_searched_and_its_pages_are_numbered() throws IOException {
    byte[] pdf =
        PdfLetter.titled("关于拟入库服务机构名单的公示")
            .to("各有关单位")
            .heading("一、公示时间")
            .paragraph("根据有关规定，现将使用服务券资金的名单予以公示，期限五个工作日。")
            .table(
                List.of("序号", "机构名称", "金额"),
                IntStream.rangeClosed(1, 60).mapToObj(i -> List.of("" + i, "某某服务有限公司", "1,234.50 元")).toList(),
                1, 5, 2)
            .signed("某某局", LocalDate.of(2025, 3, 3))
            .note("名单 SHA-256：0123456789abcdef")
            .bytes();
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfTextExtractor text = new PdfTextExtractor(reader);
      assertThat(reader.getNumberOfPages()).isGreaterThan(2);
      // The characters that another library turned into look-alike radicals.
      assertThat(text.getTextFromPage(1)).contains("关于拟入库服务机构名单的公示", "使用服务券资金", "— 1 —", "机构名称");
      assertThat(text.getTextFromPage(2)).contains("— 2 —", "机构名称");
      assertThat(text.getTextFromPage(reader.getNumberOfPages())).contains("2025年3月3日", "SHA-256");
      assertThat(reader.getPageSize(1).getWidth()).isBetween(594f, 596f);
    }
    assertThat(pdf.length).as("only the glyphs in use are embedded").isLessThan(300_000);
  }

  @Test
  void no_line_begins_with_a_closing_mark() throws IOException {
    String text = "根据《贵阳贵安工业企业和工业项目助企券管理办法》，现将拟入库服务机构名单予以公示。";
    for (int shift = 0; shift < 28; shift++) {
      try (PdfReader reader = new PdfReader(PdfLetter.titled("公示").paragraph("公".repeat(shift) + text).bytes())) {
        assertThat(new PdfTextExtractor(reader).getTextFromPage(1).lines().map(String::strip))
            .noneMatch(line -> line.matches("[，。》].*") || line.endsWith("《"));
      }
    }
  }
}
