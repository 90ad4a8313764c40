package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuideTest {
  private final Pack pack = Measures.bundled().latest("GYV").orElseThrow();

  private static GuideBuilder aGuide() {
    return Guide.builder().sharePercent(50).validUntil(LocalDate.of(2024, 12, 31));
  }

  @Test
  void a_guide_comes_back_from_json_as_it_was_written() {
    Guide guide =
        aGuide()
            .capPerContract(Money.of("200000"))
            .capPerClaim(Money.of("50000"))
            .capPerHolding(Money.of("100000"))
            .faces(List.of(Money.of("10000"), Money.of("50000")))
            .holders(300)
            .pots(Map.of("digital", Money.of("3000000")))
            .categories(Set.of("digital", "testing"))
            .validityDays(180)
            .redemptionWindowDays(60)
            .earliestContractDate(LocalDate.of(2024, 1, 1))
            .priceDeviationPercent(20)
            .claimOrder(Guide.ClaimOrder.DRAW)
            .ownerLimitPerProject(true)
            .build();
    assertThat(Guide.parse(guide.toMap(), pack)).isEqualTo(new Guide.Parsed.Valid(guide));
  }

  @Test
  void GYV_9_2_the_share_stays_within_the_measures_bounds() {
    for (int percent : new int[] {20, 21, 99, 100}) {
      assertThat(Guide.parse(aGuide().sharePercent(percent).build().toMap(), pack)).isInstanceOf(Guide.Parsed.Valid.class);
    }
    for (int percent : new int[] {19, 101}) {
      assertThat(fields(aGuide().sharePercent(percent).build().toMap())).containsExactly("sharePercent");
    }
  }

  @Test
  void every_error_is_collected() {
    Map<String, Object> json =
        Map.of(
            "sharePercent", 10,
            "redemptionWindowDays", 90,
            "capPerClaim", "1.005",
            "faces", List.of("100", "100", 5),
            "holders", 0,
            "categories", List.of("catering"),
            "validUntil", "tomorrow",
            "splittingBarred", "no",
            "claimOrder", "BEAUTY",
            "colour", "red");
    assertThat(fields(json))
        .containsExactlyInAnyOrder(
            "colour", "capPerClaim", "faces", "faces", "holders", "validUntil", "splittingBarred", "claimOrder",
            "sharePercent", "validUntil", "categories");
  }

  @Test
  void GYV_4_1_a_guide_that_says_nothing_of_share_or_window_is_refused_rather_than_completed() {
    Map<String, Object> json = new java.util.HashMap<>(aGuide().build().toMap());
    json.remove("sharePercent");
    assertThat(fields(json)).contains("sharePercent");
    json.put("sharePercent", 50);
    json.remove("redemptionWindowDays");
    assertThat(fields(json)).containsExactly("redemptionWindowDays");
  }

  @Test
  void a_guide_objects_to_claims_beyond_its_caps_and_faces() {
    Guide guide =
        aGuide().capPerHolding(Money.of("100")).faces(List.of(Money.of("50"), Money.of("100"))).build();
    assertThat(guide.objectionsToClaim(Money.of("50"), Money.of("50"))).isEmpty();
    assertThat(guide.objectionsToClaim(Money.of("100"), Money.of("0.01"))).hasSize(1);
    assertThat(guide.objectionsToClaim(Money.of("60"), Money.of("50"))).hasSize(2);
  }

  @Test
  void a_guide_objects_to_a_contract_for_every_reason_at_once() {
    Guide guide =
        aGuide()
            .capPerContract(Money.of("400"))
            .categories(Set.of("digital"))
            .earliestContractDate(LocalDate.of(2024, 1, 1))
            .priceDeviationPercent(10)
            .build();
    GuideContract fine =
        new GuideContract(
            Money.of("800"), Money.of("400"), "digital", LocalDate.of(2024, 1, 1), false, false, false,
            Money.of("800"), false, true);
    assertThat(guide.objectionsToContract(fine)).isEmpty();
    GuideContract bad =
        new GuideContract(
            Money.of("800"), Money.of("400.01"), "testing", LocalDate.of(2023, 12, 31), true, true, true,
            Money.of("700"), false, false);
    assertThat(guide.objectionsToContract(bad)).hasSize(9);
  }

  @Test
  void GYV_9_2_a_price_off_the_published_fee_needs_a_reason_only_beyond_the_deviation() {
    Guide guide = aGuide().priceDeviationPercent(10).build();
    assertThat(guide.objectionsToContract(priced("110.00"))).isEmpty();
    assertThat(guide.objectionsToContract(priced("110.01"))).hasSize(1);
    assertThat(guide.objectionsToContract(priced("90.00"))).isEmpty();
    assertThat(guide.objectionsToContract(priced("89.99"))).hasSize(1);
  }

  @Test
  void a_voucher_lives_to_the_earlier_of_days_and_date() {
    Guide guide = aGuide().validityDays(30).build();
    assertThat(guide.lastDay(LocalDate.of(2024, 6, 1))).isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(guide.lastDay(LocalDate.of(2024, 12, 20))).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  private static GuideContract priced(String price) {
    return new GuideContract(
        Money.of(price), Money.of("1"), "digital", LocalDate.of(2024, 6, 1), false, false, false, Money.of("100"), false,
        true);
  }

  private List<String> fields(Map<String, ?> json) {
    return switch (Guide.parse(json, pack)) {
      case Guide.Parsed.Valid ignored -> List.of();
      case Guide.Parsed.Invalid invalid -> invalid.problems().stream().map(Guide.Problem::field).toList();
    };
  }
}
