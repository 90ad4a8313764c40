package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.DeskPart;

/** An enterprise's desk says what it could get, what is left to it this year, and that something is closed to it. */
class HolderDeskTests extends VoucherWorld {
  @Autowired List<DeskPart> parts;

  @Test
  void what_can_be_claimed_waits_in_both_languages_and_what_is_left_of_the_year_is_told() {
    Actor holder = holder();
    assertThat(claim(holder, batch("5000"), "3000").isGranted()).isTrue();
    assertThat(waiting(holder))
        .filteredOn(w -> w.link().equals("/offers"))
        .anySatisfy(
            w -> {
              assertThat(w.title().en()).isEqualTo("Test batch");
              assertThat(w.detail().en()).startsWith("at most CNY ");
            });
    assertThat(watched(holder)).anySatisfy(w -> {
      assertThat(w.label().zh()).endsWith("年还可领取");
      assertThat(w.value().en()).isEqualTo("CNY 4,997,000.00");
    });
  }

  @Test
  void whoever_cannot_claim_is_led_to_the_conditions_that_fail() {
    batch("5000");
    String code = code();
    Actor trader = holder(PartyFixtures.enterprise(code, "测试商贸" + code.substring(8), "520115", "other", LocalDate.of(2015, 1, 1), "13800000000"));
    assertThat(waiting(trader)).noneMatch(w -> w.link().equals("/offers"));
    assertThat(watched(trader)).anyMatch(w -> w.label().zh().equals("开放中但不能领的批次") && w.link().equals("/offers"));
  }

  private List<DeskPart.Waiting> waiting(Actor by) {
    return asTenant(() -> parts.stream().flatMap(p -> p.waiting(by).stream()).toList());
  }

  private List<DeskPart.Watched> watched(Actor by) {
    return asTenant(() -> parts.stream().flatMap(p -> p.watching(by).stream()).toList());
  }
}
