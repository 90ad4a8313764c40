package org.zhuqi.platform.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which days are over, and which works of the day are done. */
@Repository
class DayStore {
  private static final int MESSAGE = 2000;
  private final JdbcClient jdbc;

  DayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last day that is over; a tenant that never had one starts with today.
   *
   * @param again today's works count as not done
   * @param movable the clock may have been set back; what it had already done of the days ahead is then forgotten
   */
  LocalDate lastDay(LocalDate today, boolean again, boolean movable) {
    LocalDate yesterday = today.minusDays(1);
    jdbc.sql("insert into day_turn (last_day) values (:day) on conflict do nothing").param("day", yesterday).update();
    LocalDate last = last().orElseThrow();
    boolean setBack = movable && last.isAfter(today);
    if (setBack || (again && last.equals(today))) {
      jdbc.sql("update day_work set done_at = null where day >= :day").param("day", today).update();
      jdbc.sql("update day_turn set last_day = :day").param("day", yesterday).update();
      return yesterday;
    }
    return last;
  }

  Optional<LocalDate> last() {
    return jdbc.sql("select last_day from day_turn").query(LocalDate.class).optional();
  }

  /** Claims a work of a day for this transaction; waits for another that has it. False when it is already done. */
  boolean begin(LocalDate day, String work) {
    return jdbc.sql(
                """
                insert into day_work (day, work, done_at) values (:day, :work, clock_timestamp())
                on conflict (tenant, day, work) do update set done_at = excluded.done_at where day_work.done_at is null""")
            .param("day", day)
            .param("work", work)
            .update()
        == 1;
  }

  DayWork failed(LocalDate day, String work, String message) {
    String failure = message.length() > MESSAGE ? message.substring(0, MESSAGE) : message;
    return jdbc.sql(
            """
            insert into day_work (day, work, failure, tries) values (:day, :work, :failure, 1)
            on conflict (tenant, day, work) do update set failure = excluded.failure, tries = day_work.tries + 1
            returning day, work, done_at, failure, tries""")
        .param("day", day)
        .param("work", work)
        .param("failure", failure)
        .query(DayWork.class)
        .single();
  }

  boolean close(LocalDate day) {
    return jdbc.sql("update day_turn set last_day = :day, turned_at = clock_timestamp() where last_day < :day")
            .param("day", day)
            .update()
        == 1;
  }

  List<DayWork> standing() {
    return jdbc.sql("select day, work, done_at, failure, tries from day_work where done_at is null order by day, work")
        .query(DayWork.class)
        .list();
  }
}
