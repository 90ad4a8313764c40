package org.zhuqi.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Tenancy;

/** Each test turns the days of a tenant of its own. */
class DayTurnTests extends PlatformTest {
  private static final AtomicInteger TENANTS = new AtomicInteger();
  @Autowired MovableClock clock;
  @Autowired DayStore store;
  @Autowired PlatformTransactionManager manager;

  private final String tenant = "turn" + TENANTS.incrementAndGet();
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final LocalDate start = LocalDate.of(2024, 9, 27);
  private ZonedDateTime before;

  @BeforeEach
  void begin() {
    before = ZonedDateTime.now(clock);
    clock.moveTo(start.atTime(9, 0).atZone(TimeConfiguration.ZONE));
  }

  @AfterEach
  void putTheClockBack() {
    clock.moveTo(before);
  }

  private final class First implements DueWork {
    @Override
    public void run(LocalDate today) {
      ran.add(today + " first");
    }

    @Override
    public int order() {
      return 1;
    }
  }

  private final class Second implements DueWork {
    @Override
    public void run(LocalDate today) {
      ran.add(today + " second");
    }
  }

  @Test
  void days_pass_one_by_one_and_works_in_their_order() {
    DayTurn turn = turn(new Second(), new First());
    assertThat(turn.run().days()).as("the first run begins with today").isEqualTo(1);
    clock.moveTo(start.plusDays(2).atTime(8, 0).atZone(TimeConfiguration.ZONE));
    assertThat(turn.run()).isEqualTo(new DayTurn.Turned(2, List.of()));
    assertThat(ran)
        .containsExactly(
            "2024-09-27 first", "2024-09-27 second", "2024-09-28 first", "2024-09-28 second", "2024-09-29 first", "2024-09-29 second");
  }

  @Test
  void a_day_is_done_once_and_today_once_more_after_a_start() {
    DayTurn turn = turn(new First());
    turn.run();
    assertThat(turn.run().days()).isZero();
    assertThat(ran).hasSize(1);
    assertThat(turn.runAgain().days()).isEqualTo(1);
    assertThat(ran).hasSize(2);
  }

  @Test
  void a_failed_work_holds_up_the_day_is_shown_and_tried_again_while_the_others_are_not_repeated() {
    AtomicBoolean broken = new AtomicBoolean(true);
    DueWork fails =
        today -> {
          jdbc.sql("insert into running_number (kind, year, last) values ('DAYTURN', 2024, 1)").update();
          if (broken.get()) throw new IllegalStateException("no paper");
        };
    DayTurn turn = turn(new First(), fails);
    clock.moveTo(start.plusDays(1).atTime(9, 0).atZone(TimeConfiguration.ZONE));
    DayTurn.Turned held = turn.run();
    assertThat(held.days()).isZero();
    assertThat(held.failures()).singleElement().satisfies(f -> assertThat(f.failure()).isEqualTo("no paper"));
    assertThat(numbers()).as("what the failed work wrote is rolled back").isZero();
    turn.run();
    assertThat(ran).containsExactly("2024-09-28 first");
    List<DayWork> standing = inMine(store::standing);
    assertThat(standing).singleElement().satisfies(w -> assertThat(w.tries()).isEqualTo(2));

    broken.set(false);
    assertThat(turn.run().ok()).isTrue();
    assertThat(numbers()).isEqualTo(1);
    assertThat(inMine(store::standing)).isEmpty();
  }

  @Test
  void instances_side_by_side_do_each_work_once() {
    Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    DueWork counting = today -> counts.computeIfAbsent(today.toString(), d -> new AtomicInteger()).incrementAndGet();
    turn(counting).run();
    clock.moveTo(start.plusDays(20).atTime(9, 0).atZone(TimeConfiguration.ZONE));
    List<DayTurn.Turned> results = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<java.util.concurrent.Future<DayTurn.Turned>>();
      for (int i = 0; i < 4; i++) runs.add(pool.submit(() -> turn(counting).run()));
      for (var r : runs) results.add(get(r));
    }
    assertThat(results).allMatch(DayTurn.Turned::ok);
    assertThat(counts).hasSize(21);
    assertThat(counts.values()).allMatch(c -> c.get() == 1);
  }

  @Test
  void a_clock_set_back_in_a_test_makes_the_days_come_again() {
    DayTurn turn = turn(new First());
    clock.moveTo(start.plusDays(3).atTime(9, 0).atZone(TimeConfiguration.ZONE));
    turn.run();
    clock.moveTo(start.atTime(9, 0).atZone(TimeConfiguration.ZONE));
    turn.run();
    assertThat(ran).containsExactly("2024-09-30 first", "2024-09-27 first");
  }

  private DayTurn turn(DueWork... works) {
    return new DayTurn(List.of(works), List.of(tenant), store, clock, manager);
  }

  private static <T> T get(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private int numbers() {
    return inMine(() -> jdbc.sql("select count(*) from running_number where kind = 'DAYTURN'").query(Integer.class).single());
  }

  private <T> T inMine(java.util.function.Supplier<T> work) {
    try {
      return Tenancy.call(tenant, () -> transactions.execute(s -> work.get()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
