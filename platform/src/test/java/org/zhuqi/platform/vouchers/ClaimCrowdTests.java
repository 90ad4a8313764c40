package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Measures;
import org.zhuqi.platform.shared.Actor;

/** Whatever the concurrency: never more than the batch, never more than a holder's year, one effect per key. */
class ClaimCrowdTests extends VoucherWorld {
  @Autowired ClaimCounter counter;

  private List<Actor> crowd(int size) {
    UUID template = holder().party();
    return inTransaction(() -> Crowd.of(jdbc, template, size));
  }

  private static List<ClaimAnswer> all(int threads, List<Callable<ClaimAnswer>> claims) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<ClaimAnswer> answers = new ArrayList<>();
      for (Future<ClaimAnswer> f : pool.invokeAll(claims)) answers.add(f.get());
      return answers;
    }
  }

  @RepeatedTest(3)
  void GYV_9_1_ten_thousand_claimants_on_a_batch_for_one_thousand_get_exactly_one_thousand() throws Exception {
    UUID batch = batch("1000000");
    List<Callable<ClaimAnswer>> claims = new ArrayList<>();
    for (Actor a : crowd(10_000)) claims.add(() -> claim(a, batch, "1000"));
    List<ClaimAnswer> answers = all(64, claims);
    assertThat(answers).filteredOn(ClaimAnswer::isGranted).hasSize(1000);
    assertThat(answers.stream().filter(ClaimAnswer::isGranted).map(ClaimAnswer::number).distinct()).hasSize(1000);
    assertThat(answers)
        .filteredOn(a -> !a.isGranted())
        .allSatisfy(a -> assertThat(a.refusals()).extracting("code").contains("claim_left"));
    assertThat(issued(batch)).isEqualTo(yuan("1000000"));
    assertThat(count("select count(*) from voucher where batch_id = ?", batch)).isEqualTo(1000);
    assertThat(count("select count(*) from claim where batch_id = ?", batch)).isEqualTo(10_000);
    assertThat(inTransaction(() -> batches.get(batch)).holders()).isEqualTo(1000);
    UUID line = inTransaction(() -> batches.get(batch)).line();
    assertThat(inTransaction(() -> ledger.position(line)).held()).isEqualTo(yuan("1000000"));
    assertThat(inTransaction(() -> ledger.position(line)).balances()).isTrue();
  }

  private long count(String sql, UUID id) {
    return inTransaction(() -> jdbc.sql(sql).param(id).query(Long.class).single());
  }

  @Test
  void GYV_7_2_the_yearly_ceiling_holds_when_one_holder_claims_everywhere_at_once() throws Exception {
    Actor holder = holder();
    List<UUID> open = List.of(batch("5000000"), batch("5000000"), batch("5000000"));
    List<Callable<ClaimAnswer>> claims = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      UUID batch = open.get(i % 3);
      claims.add(() -> claim(holder, batch, "100000"));
    }
    assertThat(all(32, claims)).filteredOn(ClaimAnswer::isGranted).hasSize(50);
  }

  @Test
  void two_desks_side_by_side_issue_no_more_than_one(@Autowired Measures measures) throws Exception {
    ClaimDesk other = new ClaimDesk(counter, clock, new ClaimSettings(64, 1000));
    other.start();
    try {
      UUID batch = batch("10000");
      List<Actor> crowd = crowd(200);
      List<Callable<ClaimAnswer>> claims = new ArrayList<>();
      for (int i = 0; i < crowd.size(); i++) {
        Actor a = crowd.get(i);
        ClaimDesk desk = i % 2 == 0 ? this.desk : other;
        claims.add(() -> asTenant(() -> desk.claim(a, batch, yuan("100"), "k")));
      }
      assertThat(all(32, claims)).filteredOn(ClaimAnswer::isGranted).hasSize(100);
      assertThat(issued(batch)).isEqualTo(yuan("10000"));
    } finally {
      other.stop();
    }
  }

  @Test
  void a_key_used_by_many_at_once_has_one_effect_even_over_two_desks() throws Exception {
    ClaimDesk other = new ClaimDesk(counter, clock, new ClaimSettings(64, 1000));
    other.start();
    try {
      UUID batch = batch("10000");
      Actor holder = holder();
      List<Callable<ClaimAnswer>> claims = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        ClaimDesk desk = i % 2 == 0 ? this.desk : other;
        claims.add(() -> asTenant(() -> desk.claim(holder, batch, yuan("100"), "same")));
      }
      List<ClaimAnswer> answers = all(20, claims);
      assertThat(answers.stream().distinct()).hasSize(1);
      assertThat(issued(batch)).isEqualTo(yuan("100"));
    } finally {
      other.stop();
    }
  }

  @Test
  void a_full_queue_refuses_clearly_and_a_closing_desk_settles_what_waits() throws Exception {
    ClaimDesk small = new ClaimDesk(counter, clock, new ClaimSettings(1, 2));
    UUID batch = batch("10000");
    Actor holder = holder();
    ClaimAnswer closed = asTenant(() -> small.claim(holder, batch, yuan("1"), "k"));
    assertThat(closed.refusals()).extracting("code").containsExactly("claim_desk_busy");
    small.start();
    List<Callable<ClaimAnswer>> claims = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String key = "k" + i;
      claims.add(() -> asTenant(() -> small.claim(holder, batch, yuan("1"), key)));
    }
    List<ClaimAnswer> answers = all(50, claims);
    small.stop();
    assertThat(answers).anySatisfy(a -> assertThat(a.refusals()).extracting("code").containsExactly("claim_desk_busy"));
    long granted = answers.stream().filter(ClaimAnswer::isGranted).count();
    assertThat(granted).isPositive();
    assertThat(count("select count(*) from voucher where batch_id = ?", batch)).isEqualTo(granted);
  }
}
