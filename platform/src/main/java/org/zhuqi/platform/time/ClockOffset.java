package org.zhuqi.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the movable clock's distance from real time is kept; one row for the installation. */
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

  @Nullable Instant movedFrom() {
    OffsetDateTime from = jdbc.sql("select moved_from from clock_offset").query((rs, row) -> rs.getObject(1, OffsetDateTime.class)).list().getFirst();
    return from == null ? null : from.toInstant();
  }

  Duration write(Duration offset, ZonedDateTime from) {
    own.executeWithoutResult(
        s ->
            jdbc.sql("update clock_offset set millis = :millis, moved_from = :from")
                .param("millis", offset.toMillis())
                .param("from", from.toOffsetDateTime())
                .update());
    return Duration.ofMillis(offset.toMillis());
  }
}
