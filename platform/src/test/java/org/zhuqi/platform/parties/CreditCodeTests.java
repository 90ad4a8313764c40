package org.zhuqi.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditCodeTests {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final List<String> KNOWN = List.of("91350100M000100Y43", "91330100799655058B");

  /** Invented right codes, the same at every run. */
  static List<CreditCode> invented(long seed, int count) {
    Random random = new Random(seed);
    List<CreditCode> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder head = new StringBuilder(random.nextBoolean() ? "91" : "52").append("5201").append("%02d".formatted(random.nextInt(100)));
      StringBuilder organisation = new StringBuilder();
      for (int j = 0; j < 8; j++) organisation.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      codes.add(CreditCode.complete(head.toString(), organisation.toString()));
    }
    return codes;
  }

  @Test
  void published_examples_are_right() {
    assertThat(KNOWN).allSatisfy(code -> assertThat(CreditCode.parse(code).isDone()).isTrue());
  }

  @Test
  void every_single_wrong_character_is_noticed() {
    for (CreditCode right : codes()) {
      for (int i = 0; i < 18; i++) {
        for (char c : ALPHABET.toCharArray()) {
          if (c == right.value().charAt(i)) continue;
          String wrong = right.value().substring(0, i) + c + right.value().substring(i + 1);
          assertThat(CreditCode.parse(wrong).isDone()).as("%s for %s", wrong, right).isFalse();
        }
      }
    }
  }

  @Test
  void every_swap_of_neighbours_is_noticed() {
    for (CreditCode right : codes()) {
      for (int i = 0; i < 17; i++) {
        String swapped = swap(right.value(), i, i + 1);
        if (swapped.equals(right.value())) continue;
        assertThat(CreditCode.parse(swapped).isDone()).as("%s for %s", swapped, right).isFalse();
      }
    }
  }

  @Test
  void of_all_swaps_only_the_first_with_the_last_can_pass_as_the_documentation_says() {
    for (CreditCode right : codes()) {
      for (int i = 0; i < 18; i++) {
        for (int j = i + 2; j < 18; j++) {
          String swapped = swap(right.value(), i, j);
          boolean first_and_last = i == 0 && j == 17;
          if (swapped.equals(right.value()) || first_and_last) continue;
          assertThat(CreditCode.parse(swapped).isDone()).as("%s for %s", swapped, right).isFalse();
        }
      }
    }
    CreditCode blind = codes().stream().filter(c -> c.value().charAt(0) != c.value().charAt(17)).findFirst().orElseThrow();
    assertThat(CreditCode.parse(swap(blind.value(), 0, 17)).isDone()).isTrue();
  }

  @Test
  void an_organisation_code_with_a_wrong_check_is_noticed_even_where_the_outer_check_is_right() {
    String right = KNOWN.getFirst();
    String wrong = null;
    for (char c : ALPHABET.toCharArray()) {
      String candidate = right.substring(0, 16) + c;
      for (char check : ALPHABET.toCharArray()) {
        var parsed = CreditCode.parse(candidate + check);
        if (c != right.charAt(16) && parsed.refusals().stream().anyMatch(r -> r.code().equals("credit_code_organisation"))) {
          wrong = candidate + check;
        }
      }
    }
    assertThat(wrong).isNotNull();
  }

  @Test
  void what_people_type_is_understood_and_what_is_wrong_is_said() {
    assertThat(CreditCode.parse(" 91350100m000100y43 ").orThrow().value()).isEqualTo(KNOWN.getFirst());
    assertThat(CreditCode.parse("９１３５０１００Ｍ０００１００Ｙ４３").isDone()).isTrue();
    assertThat(CreditCode.parse("9135").refusals()).singleElement().satisfies(r -> {
      assertThat(r.sentence().zh()).contains("18 位").contains("4 位");
      assertThat(r.field()).isEqualTo("creditCode");
    });
    assertThat(CreditCode.parse("91350100I000100Y43").refusals().getFirst().sentence().zh()).contains("第 9 位").contains("I");
    assertThat(CreditCode.parse("91A50100M000100Y43").refusals().getFirst().code()).isEqualTo("credit_code_region");
    assertThatThrownBy(() -> new CreditCode("91350100M000100Y44")).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<CreditCode> codes() {
    List<CreditCode> codes = new ArrayList<>(invented(32100, 300));
    KNOWN.forEach(k -> codes.add(new CreditCode(k)));
    return codes;
  }

  private static String swap(String s, int i, int j) {
    StringBuilder b = new StringBuilder(s);
    b.setCharAt(i, s.charAt(j));
    b.setCharAt(j, s.charAt(i));
    return b.toString();
  }
}
