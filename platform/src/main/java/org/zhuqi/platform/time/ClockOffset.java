package org.zhuqi.platform.time;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the movable clock's distance from real time is kept, and where it walks; one row for the installation. */
final class ClockOffset {
  private final JdbcClient jdbc;
  private final TransactionTemplate own;

  /** @param own always a transaction of its own: the clock has moved whether or not the caller's work succeeds */
  ClockOffset(JdbcClient jdbc, TransactionTemplate own) {
    this.jdbc = jdbc;
    this.own = own;
  }

  /** The distance kept, or the given one, which is then kept. */
  Duration readOrStart(Duration first) {
    own.executeWithoutResult(
        s ->
            jdbc.sql("insert into clock_offset (millis) values (:millis) on conflict do nothing")
                .param("millis", first.toMillis())
                .update());
    return read();
  }

  Duration read() {
    return Duration.ofMillis(jdbc.sql("select millis from clock_offset").query(Long.class).single());
  }

  Duration write(Duration offset) {
    own.executeWithoutResult(
        s -> jdbc.sql("update clock_offset set millis = :millis").param("millis", offset.toMillis()).update());
    return Duration.ofMillis(offset.toMillis());
  }

  /** False when a walk is under way. */
  boolean begin(ZonedDateTime from, ZonedDateTime to) {
    return Boolean.TRUE.equals(
        own.execute(
            s ->
                jdbc.sql("update clock_offset set walk_from = :from, walk_to = :to where walk_to is null")
                        .param("from", from.toOffsetDateTime())
                        .param("to", to.toOffsetDateTime())
                        .update()
                    == 1));
  }

  void end() {
    own.executeWithoutResult(s -> jdbc.sql("update clock_offset set walk_to = null").update());
  }

  ClockWalk.Walk walk(ZoneId zone) {
    return jdbc.sql("select walk_from, walk_to from clock_offset")
        .query((rs, row) -> new ClockWalk.Walk(in(zone, rs.getObject(1, OffsetDateTime.class)), in(zone, rs.getObject(2, OffsetDateTime.class))))
        .single();
  }

  private static @Nullable ZonedDateTime in(ZoneId zone, @Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.atZoneSameInstant(zone);
  }
}
