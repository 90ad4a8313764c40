package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Refusal;

/** What is refused before a batch is planned, in words and at its field. */
class BatchChecksTests extends VoucherWorld {
  private List<Refusal> refusals(Guide guide, LocalDateTime opens, LocalDateTime closes) {
    PlanBatch plan = new PlanBatch(line("1000"), new Text("批次", "Batch"), yuan("1000"), guide, opens, closes, paper(bureau), paper(bureau));
    return asTenant(() -> batches.plan(bureau, plan)).refusals();
  }

  @Test
  void GYV_7_1_a_voucher_is_usable_on_the_day_of_the_last_claim() {
    LocalDateTime opens = LocalDateTime.now(clock).plusHours(1);
    LocalDateTime closes = opens.toLocalDate().plusDays(10).atStartOfDay();
    Guide tooShort = guide().validUntil(closes.toLocalDate().minusDays(2)).build();
    assertThat(refusals(tooShort, opens, closes)).singleElement()
        .matches(r -> r.code().equals("valid_before_claims") && "validUntil".equals(r.field()) && r.sentence().zh().contains(closes.toLocalDate().minusDays(1).toString()));
    assertThat(refusals(guide().validUntil(closes.toLocalDate().minusDays(1)).build(), opens, closes)).isEmpty();
  }

  @Test
  void GYV_4_1_dates_the_wrong_way_round_and_pots_that_do_not_add_up_are_named_together() {
    LocalDateTime opens = LocalDateTime.now(clock).plusDays(2);
    Guide pots = guide().pots(Map.of("innovation", yuan("400"))).build();
    assertThat(refusals(pots, opens, opens.minusDays(1))).extracting(Refusal::field).contains("closesAt", "pots");
  }
}
