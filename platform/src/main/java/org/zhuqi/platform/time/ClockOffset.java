package org.zhuqi.platform.time;

import java.time.Duration;
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

  Duration write(Duration offset) {
    own.executeWithoutResult(
        s -> jdbc.sql("update clock_offset set millis = :millis").param("millis", offset.toMillis()).update());
    return Duration.ofMillis(offset.toMillis());
  }
}
