package org.zhuqi.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * A business clock that runs at the speed of the real one, some way apart from it: for the demo and for tests only.
 *
 * <p>How far apart is kept in the database; other instances follow within seconds.
 */
public final class MovableClock extends Clock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MovableClock.class);
  private static final int FOLLOW_SECONDS = 2;

  private final ClockOffset kept;
  private final ZoneId zone;
  private final ScheduledExecutorService follower =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("clock-follower").factory());
  private volatile Duration offset;

  MovableClock(ClockOffset kept, ZonedDateTime start) {
    this.kept = kept;
    this.zone = start.getZone();
    this.offset = kept.readOrStart(Duration.between(Instant.now(), start));
    follower.scheduleWithFixedDelay(this::follow, FOLLOW_SECONDS, FOLLOW_SECONDS, TimeUnit.SECONDS);
  }

  /** Moves to any moment, also back: tests need that. Visible to other instances when this returns. */
  public void moveTo(ZonedDateTime moment) {
    offset = kept.write(Duration.between(Instant.now(), moment), ZonedDateTime.now(this));
  }

  /** Where it stood before the last move; null when it never moved. */
  public @Nullable ZonedDateTime movedFrom() {
    Instant from = kept.movedFrom();
    return from == null ? null : from.atZone(zone);
  }

  /** As {@link #moveTo}, but only forward: what has happened by a date cannot be undone by going back before it. */
  public Outcome<ZonedDateTime> forwardTo(ZonedDateTime moment) {
    follow();
    if (!moment.isAfter(ZonedDateTime.now(this))) {
      return Outcome.refused(
          new Refusal(
              "clock_only_forward",
              null,
              new Text("演示时钟只能向前拨。", "The demo clock moves forward only."),
              new Text("请选择晚于当前演示时间的时刻。", "Choose a moment after the current demo time."),
              "moment"));
    }
    moveTo(moment);
    return Outcome.done(moment);
  }

  private void follow() {
    try {
      offset = kept.read();
    } catch (RuntimeException e) {
      log.warn("The demo clock could not be read and runs on: {}", e.getMessage());
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.offset(Clock.system(other), offset);
  }

  @Override
  public void close() {
    follower.shutdownNow();
  }
}
