package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final LocalDate ON = LocalDate.of(2024, 5, 6);
  private final Measures measures = Measures.bundled();
  private final Pack vouchers = measures.latest("GYV").orElseThrow();

  @Test
  void a_decision_survives_being_stored_and_replays_with_the_same_answer() {
    Decision decision =
        vouchers.decide(
            "claim.eligibility", "enterprise", Map.of("holder.area", "520302", "holder.legal_person", true), ON);
    Decision stored = Decision.fromMap(new HashMap<>(decision.toMap()));
    assertThat(stored).isEqualTo(decision);
    assertThat(vouchers.replay(stored)).isEqualTo(decision);
  }

  @Test
  void a_role_without_a_condition_is_denied_by_an_exception_that_names_it() {
    assertThatExceptionOfType(MissingProvisionException.class)
        .isThrownBy(() -> vouchers.decide("exit", "enterprise", Map.of(), ON))
        .withMessageContaining("GYV")
        .withMessageContaining("exit");
    assertThatExceptionOfType(MissingProvisionException.class)
        .isThrownBy(() -> vouchers.decide("claim.eligibility", "association", Map.of(), ON));
  }

  @Test
  void the_version_in_force_depends_on_the_day() {
    assertThat(measures.inForce("GYV", LocalDate.of(2025, 12, 31))).isPresent();
    assertThat(measures.inForce("GYV", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(measures.inForce("GYI", LocalDate.of(2026, 1, 1))).isPresent();
    assertThat(measures.version("GYV", vouchers.version())).contains(vouchers);
  }

  @Test
  void a_provision_can_be_switched_off_by_system_property() {
    String before = System.getProperty(Measures.OFF);
    try {
      System.setProperty(Measures.OFF, "GYV-7-2, GYI-4-2");
      Measures less = Measures.bundled();
      assertThat(less.latest("GYV").orElseThrow().provision("GYV-7-2")).isEmpty();
      assertThat(less.latest("GYI").orElseThrow().provision("GYI-4-2")).isEmpty();
      assertThat(less.latest("GYV").orElseThrow().provision("GYV-7-3")).isPresent();
    } finally {
      if (before == null) {
        System.clearProperty(Measures.OFF);
      } else {
        System.setProperty(Measures.OFF, before);
      }
    }
  }

  @Test
  void every_article_of_both_measures_is_there_in_order() {
    assertThat(vouchers.articles()).extracting(Pack.Article::number).containsExactly(range(14));
    assertThat(measures.latest("GYI").orElseThrow().articles())
        .extracting(Pack.Article::number)
        .containsExactly(range(16));
  }

  @Test
  void the_options_of_a_fact_come_from_the_closed_list_it_names() {
    Fact industry = vouchers.facts().get("holder.industry");
    assertThat(vouchers.options(industry)).hasSize(7);
  }

  private static Integer[] range(int last) {
    return java.util.stream.IntStream.rangeClosed(1, last).boxed().toArray(Integer[]::new);
  }
}
