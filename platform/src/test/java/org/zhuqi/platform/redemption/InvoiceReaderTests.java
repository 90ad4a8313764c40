package org.zhuqi.platform.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuqi.platform.redemption.InvoiceXml.anInvoice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

class InvoiceReaderTests {

  @Test
  void reads_number_parties_day_and_amounts_to_the_fen() {
    Invoice invoice = InvoiceReader.read(anInvoice().bytes()).orThrow();
    assertThat(invoice.number()).isEqualTo("24522000000000000017");
    assertThat(invoice.issued()).isEqualTo(LocalDate.of(2024, 11, 5));
    assertThat(invoice.sellerCode()).isEqualTo("91350100M000100Y43");
    assertThat(invoice.sellerName()).isEqualTo("示例技术服务有限公司");
    assertThat(invoice.buyerCode()).isEqualTo("91330100799655058B");
    assertThat(invoice.amountFen()).isEqualTo(9_433_962);
    assertThat(invoice.taxFen()).isEqualTo(566_038);
    assertThat(invoice.totalFen()).isEqualTo(10_000_000);
    assertThat(invoice.isRed()).isFalse();
  }

  @Test
  void reads_which_blue_invoice_a_red_letter_one_takes_back_in_both_wordings() {
    Invoice red = InvoiceReader.read(anInvoice().cancelledBy("24522000000000000025").bytes()).orThrow();
    assertThat(red.cancelled()).contains("24522000000000000017");
    assertThat(red.totalFen()).isEqualTo(-10_000_000);
    InvoiceXml other = anInvoice().cancelledBy("24522000000000000025").remark("被红冲蓝字数电票号码:24522000000000000017");
    assertThat(InvoiceReader.read(other.bytes()).orThrow().cancelled()).contains("24522000000000000017");
  }

  @Test
  void refuses_a_red_letter_invoice_that_names_no_blue_one_or_itself() {
    assertThat(codes(anInvoice().cancelledBy("24522000000000000025").remark("退货").xml()))
        .containsExactly("invoice_red_without_blue");
    assertThat(codes(anInvoice().cancelledBy("24522000000000000017").xml())).containsExactly("invoice_red_without_blue");
  }

  @Test
  void refuses_a_label_that_contradicts_the_sign() {
    assertThat(codes(anInvoice().label("N").xml())).containsExactly("invoice_contradictory");
    assertThat(codes(anInvoice().cancelledBy("24522000000000000025").label("Y").xml())).containsExactly("invoice_contradictory");
    assertThat(codes(anInvoice().amounts("0.00", "0.00", "0.00").xml())).containsExactly("invoice_contradictory");
  }

  @Test
  void names_everything_that_is_wrong_not_only_the_first() {
    String xml = anInvoice().number("123").issued("2024-02-30").seller("?").amounts("1.005", "0", "2").xml();
    assertThat(codes(xml))
        .containsExactlyInAnyOrder(
            "invoice_number_invalid", "invoice_date_invalid", "invoice_party_missing", "invoice_amount_invalid");
  }

  @Test
  void refuses_a_sum_that_is_one_fen_off() {
    assertThat(codes(anInvoice().amounts("94339.62", "5660.37", "100000.00").xml())).containsExactly("invoice_contradictory");
  }

  @Test
  void refuses_two_numbers_in_one_file() {
    String xml = anInvoice().xml().replace("<EIid>24522000000000000017", "<EIid>24522000000000000018");
    assertThat(codes(xml)).containsExactly("invoice_contradictory");
  }

  @Test
  void refuses_a_field_that_stands_twice() {
    String xml = anInvoice().xml().replace("</BasicInformation>", "<TotalTaxAm>1.00</TotalTaxAm></BasicInformation>");
    assertThat(codes(xml)).containsExactly("invoice_unreadable");
  }

  @Test
  void an_external_entity_is_refused_and_never_opened(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "24522000000000000017");
    String xml = withDoctype("<!DOCTYPE EInvoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
            .replace("<EIid>24522000000000000017", "<EIid>&x;");
    Outcome<Invoice> outcome = read(xml);
    assertThat(codes(outcome)).containsExactly("invoice_unreadable");
    assertThat(outcome.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE EInvoice>",
        "<!DOCTYPE EInvoice SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE EInvoice PUBLIC \"a\" \"file:///etc/passwd\">",
        "<!DOCTYPE EInvoice [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>"
      })
  void any_document_type_is_refused(String doctype) {
    assertThat(codes(withDoctype(doctype))).containsExactly("invoice_unreadable");
  }

  @Test
  void a_bomb_of_entities_is_refused_at_once() {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE EInvoice [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      doctype.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    String xml = withDoctype(doctype + "]>").replace("检测服务费", "&a11;");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(codes(xml)).containsExactly("invoice_unreadable"));
  }

  @Test
  void a_file_too_deep_too_wide_or_too_large_is_refused() {
    assertThat(codes("<EInvoice>" + "<a>".repeat(100) + "</a>".repeat(100) + "</EInvoice>")).containsExactly("invoice_unreadable");
    assertThat(codes("<EInvoice>" + "<a/>".repeat(InvoiceReader.MOST_ELEMENTS) + "</EInvoice>")).containsExactly("invoice_unreadable");
    assertThat(codes(anInvoice().xml() + " ".repeat(InvoiceReader.MOST_BYTES))).containsExactly("invoice_unreadable");
    assertThat(codes(anInvoice().remark("x".repeat(InvoiceReader.MOST_TEXT + 1)).xml())).containsExactly("invoice_unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<EInvoice>", "<Invoice/>", "<EInvoice>&undeclared;</EInvoice>", "\u0000\u0001"})
  void what_is_not_an_invoice_is_refused_in_words(String content) {
    assertThat(codes(content)).isNotEmpty().allMatch(c -> c.startsWith("invoice_"));
  }

  @Test
  void signatures_and_unknown_elements_of_later_versions_are_passed_over() {
    String xml = anInvoice().xml().replace("</EInvoice>", "<x:Signature xmlns:x=\"urn:x\"><x:V>abc</x:V></x:Signature></EInvoice>");
    assertThat(read(xml).isDone()).isTrue();
  }

  private static String withDoctype(String doctype) {
    return anInvoice().xml().replace("<EInvoice>", doctype + "<EInvoice>");
  }

  private static Outcome<Invoice> read(String xml) {
    return InvoiceReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static java.util.List<String> codes(String xml) {
    return codes(read(xml));
  }

  private static java.util.List<String> codes(Outcome<Invoice> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }
}
