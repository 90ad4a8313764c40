package org.zhuqi.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.DueWork;

class ClockTests extends PlatformTest {
  @Autowired MovableClock clock;
  @Autowired PlatformTransactionManager manager;
  @Autowired DayStore store;

  @Test
  void the_clock_moves_runs_on_and_other_instances_follow_within_seconds() throws Exception {
    ZonedDateTime before = ZonedDateTime.now(clock);
    try (MovableClock other =
        new MovableClock(new ClockOffset(jdbc, TimeConfiguration.own(manager)), before.plusYears(9))) {
      assertThat(other.instant()).as("an instance that starts later has the same time").isCloseTo(clock.instant(), within(2, ChronoUnit.SECONDS));
      ZonedDateTime moment = ZonedDateTime.of(2025, 3, 3, 10, 0, 0, 0, TimeConfiguration.ZONE);
      clock.moveTo(moment);
      assertThat(ZonedDateTime.now(clock)).isBetween(moment, moment.plusSeconds(5));
      long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
      while (Duration.between(other.instant(), clock.instant()).abs().toSeconds() > 1 && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      assertThat(other.instant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    } finally {
      clock.moveTo(before);
    }
  }

  @Test
  void the_walk_stops_at_each_night_goes_forward_only_and_ends_where_works_fail() {
    ZonedDateTime before = ZonedDateTime.now(clock);
    try {
      ZonedDateTime start = ZonedDateTime.of(2024, 9, 2, 9, 0, 0, 0, TimeConfiguration.ZONE);
      clock.moveTo(start);
      List<String> seen = new ArrayList<>();
      DueWork work = day -> {
        seen.add(day + " at " + LocalDate.now(clock));
        if (day.equals(LocalDate.of(2024, 9, 6))) throw new IllegalStateException("no further");
      };
      DayTurn turn = new DayTurn(List.of(work), List.of("walk"), store, clock, manager);
      turn.run();
      ClockOffset kept = new ClockOffset(jdbc, TimeConfiguration.own(manager));
      ClockWalk walk = new ClockWalk(clock, kept, turn);
      assertThat(walk.begin(start.minusMinutes(1)).refusals()).extracting("code").containsExactly("clock_only_forward");
      assertThat(kept.begin(start, start.plusDays(2))).isTrue();
      assertThat(walk.begin(start.plusDays(1)).refusals()).extracting("code").containsExactly("clock_walking");
      walk.walk(start.plusDays(2));
      assertThat(seen).containsExactly("2024-09-02 at 2024-09-02", "2024-09-03 at 2024-09-03", "2024-09-04 at 2024-09-04");
      assertThat(ZonedDateTime.now(clock)).isBetween(start.plusDays(2), start.plusDays(2).plusSeconds(20));
      assertThat(walk.last().to()).as("it has ended").isNull();
      walk.walk(start.plusDays(9));
      assertThat(LocalDate.now(clock)).as("the day whose work fails").isEqualTo(LocalDate.of(2024, 9, 6));
    } finally {
      clock.moveTo(before);
    }
  }

  @Test
  void production_has_the_real_clock_in_the_zone_of_china_whatever_its_settings_say() {
    new ApplicationContextRunner()
        .withUserConfiguration(TimeConfiguration.class)
        .withBean(JdbcClient.class, () -> jdbc)
        .withBean(CalendarStore.class, () -> new CalendarStore(jdbc))
        .withBean(PlatformTransactionManager.class, () -> manager)
        .withPropertyValues("spring.profiles.active=production", "zhuqi.demo=true", "zhuqi.clock.movable=true")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(MovableClock.class).doesNotHaveBean(ClockWalk.class);
              Clock real = context.getBean(Clock.class);
              assertThat(real.getZone()).isEqualTo(TimeConfiguration.ZONE);
              assertThat(real.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
            });
  }
}
