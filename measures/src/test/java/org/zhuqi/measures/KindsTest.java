package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kinds and combinations that the bundled packs do not use yet. */
class KindsTest {
  private static final Provision.Head HEAD =
      new Provision.Head(
          "TST-1-1", 1, Mode.EXECUTED, List.of("test"), Set.of(), new Text("一", "1"), new Text("试", "test"), null);

  @Test
  void a_band_includes_its_lower_bound() {
    Score score =
        new Score(
            HEAD,
            List.of(),
            List.of(band("fail", "0", "60"), band("pass", "60", "90"), band("good", "90", null)),
            null,
            false,
            0,
            null);
    assertThat(score.band(new BigDecimal("59.99")).orElseThrow().code()).isEqualTo("fail");
    assertThat(score.band(new BigDecimal("60")).orElseThrow().code()).isEqualTo("pass");
    assertThat(score.band(new BigDecimal("90.00")).orElseThrow().code()).isEqualTo("good");
    assertThat(score.band(new BigDecimal("-1"))).isEmpty();
  }

  @Test
  void a_deposit_is_a_part_up_to_its_cap() {
    Deposit deposit = new Deposit(HEAD, 1, 3, Money.of("5000"), 12);
    assertThat(deposit.amount(Money.of("14999.99"))).isEqualTo(Money.of("4999.99"));
    assertThat(deposit.amount(Money.of("15000"))).isEqualTo(Money.of("5000"));
    assertThat(deposit.amount(Money.of("15000.03"))).isEqualTo(Money.of("5000"));
  }

  @Test
  void a_term_ends_the_day_before_its_anniversary() {
    Life life = new Life(HEAD, null, null, Set.of(), 24, true);
    assertThat(life.termEnds(LocalDate.of(2024, 3, 1))).contains(LocalDate.of(2026, 2, 28));
  }

  @Test
  void an_obligation_of_the_same_year_is_owed_only_while_its_day_is_ahead() {
    Obligation obligation =
        new Obligation(
            HEAD,
            java.time.MonthDay.of(3, 31),
            Obligation.Consequence.FLAGGED,
            java.time.MonthDay.of(4, 1),
            null,
            List.of(),
            true,
            List.of(10),
            null,
            null);
    assertThat(obligation.firstYear(LocalDate.of(2024, 3, 31))).isEqualTo(2024);
    assertThat(obligation.firstYear(LocalDate.of(2024, 4, 1))).isEqualTo(2025);
  }

  @Test
  void a_share_outside_its_bounds_is_refused() {
    Share share = new Share(HEAD, "price", 20, 100);
    assertThatIllegalArgumentException().isThrownBy(() -> share.most(Money.of("1"), 19));
  }

  @Test
  void k_of_n_and_preferences_count_their_parts() {
    List<PackException.Problem> problems = new ArrayList<>();
    Pack pack = PackReader.read("test.yaml", FUNCTIONS, problems);
    assertThat(problems).isEmpty();
    assertThat(pack).isNotNull();
    LocalDate on = LocalDate.of(2024, 5, 6);
    Decision two = pack.decide("admission.eligibility", "", Map.of("it.a", true, "it.b", true, "it.c", false), on);
    assertThat(two.granted()).isTrue();
    assertThat(two.failures()).isEmpty();
    Decision one = pack.decide("admission.eligibility", "", Map.of("it.a", true, "it.b", false, "it.c", false), on);
    assertThat(one.granted()).isFalse();
    assertThat(one.failures()).extracting(Finding::check).containsExactly("at_least", "b", "c");
    Decision unknown = pack.decide("admission.eligibility", "", Map.of("it.a", true), on);
    assertThat(unknown.granted()).isFalse();
    assertThat(pack.preference("admission.eligibility", "", Map.of("it.a", true, "it.c", true), on)).isEqualTo(1);
  }

  private static Score.Band band(String code, String from, @org.jspecify.annotations.Nullable String below) {
    return new Score.Band(
        code, new Text(code, code), new BigDecimal(from), below == null ? null : new BigDecimal(below));
  }

  private static final String FUNCTIONS =
      """
      code: TST
      version: '1'
      title: {zh: 试, en: test}
      issuer: {zh: 试, en: test}
      stage: trial
      area: {zh: 试, en: test}
      inForce: {from: 2024-01-01}
      transition: keep_filed_version
      facts:
        it.a: {type: bool, source: form, label: {zh: 甲, en: a}}
        it.b: {type: bool, source: form, label: {zh: 乙, en: b}}
        it.c: {type: bool, source: form, label: {zh: 丙, en: c}}
      articles:
        - article: 1
          provisions:
            - id: TST-1-1
              kind: condition
              mode: X
              role: admission.eligibility
              cite: {zh: 一, en: '1'}
              text: {zh: 试, en: test}
              combine: at_least
              atLeast: 2
              checks:
                - {name: a, when: it.a, holds: {zh: 是, en: y}, fails: {zh: 否, en: n}}
                - {name: b, when: it.b, holds: {zh: 是, en: y}, fails: {zh: 否, en: n}}
                - {name: c, when: it.c, holds: {zh: 是, en: y}, fails: {zh: 否, en: n}}
            - id: TST-1-2
              kind: condition
              mode: X
              role: admission.eligibility
              cite: {zh: 一, en: '1'}
              text: {zh: 试, en: test}
              combine: prefer
              checks:
                - {name: c, when: it.c, holds: {zh: 是, en: y}, fails: {zh: 否, en: n}}
      """;
}
