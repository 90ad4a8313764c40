package org.zhuqi.platform.time;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * The demo's way through time: the clock stops shortly after each midnight and the day's works are done there, so that what
 * falls due happens, and is dated, on its own day. Forward only: what has happened cannot be undone by going back.
 */
public final class ClockWalk {
  private static final Logger log = LoggerFactory.getLogger(ClockWalk.class);
  private static final LocalTime NIGHT = LocalTime.of(0, 5);

  private final MovableClock clock;
  private final ClockOffset kept;
  private final DayTurn dayTurn;

  ClockWalk(MovableClock clock, ClockOffset kept, DayTurn dayTurn) {
    this.clock = clock;
    this.kept = kept;
    this.dayTurn = dayTurn;
  }

  /**
   * The last walk.
   *
   * @param to null once it has ended
   */
  public record Walk(@Nullable ZonedDateTime from, @Nullable ZonedDateTime to) {}

  /** Sets out; the walk goes on by itself. Refused: {@code clock_only_forward}, {@code clock_walking}. */
  public Outcome<ZonedDateTime> begin(ZonedDateTime target) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    if (!target.isAfter(now)) {
      return Outcome.refused(
          new Refusal(
              "clock_only_forward",
              null,
              new Text("演示时钟只能向前拨。", "The demo clock moves forward only."),
              new Text("请选择晚于当前演示时间的时刻。", "Choose a moment after the current demo time."),
              "moment"));
    }
    if (!kept.begin(now, target)) {
      return Outcome.refused(
          Refusal.of("clock_walking", "时钟正在走，请等它走到。", "The clock is on its way: wait until it has arrived."));
    }
    Thread.ofVirtual().name("clock-walk").start(() -> walk(target));
    return Outcome.done(target);
  }

  /** A day whose works fail ends the walk there: the failure is shown, and the next walk tries that day again. */
  void walk(ZonedDateTime target) {
    try {
      boolean ok = true;
      ZonedDateTime step = ZonedDateTime.now(clock).plusDays(1).with(NIGHT);
      for (; ok && step.isBefore(target); step = step.plusDays(1)) ok = moveAndTurn(step);
      if (ok) moveAndTurn(target);
    } catch (RuntimeException e) {
      log.error("The walk of the demo clock ended early", e);
    } finally {
      kept.end();
    }
  }

  private boolean moveAndTurn(ZonedDateTime moment) {
    clock.moveTo(moment);
    return dayTurn.run().ok();
  }

  public Walk last() {
    return kept.walk(clock.getZone());
  }
}
