package org.zhuqi.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  /** Moves to any moment, also back: tests need that; the demo goes by {@link ClockWalk}. Others follow within seconds. */
  public void moveTo(ZonedDateTime moment) {
    offset = kept.write(Duration.between(Instant.now(), moment));
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
