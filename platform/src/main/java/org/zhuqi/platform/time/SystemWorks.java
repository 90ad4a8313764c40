package org.zhuqi.platform.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** What the system does by itself, for the administrator: jobs with their last runs, and daily works that stand. */
@Service
public class SystemWorks {
  private final JdbcClient jdbc;
  private final DayStore days;

  SystemWorks(JdbcClient jdbc, DayStore days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  /**
   * One job.
   *
   * @param failures in a row; 0 when the last run went well
   * @param running an instance has it in hand now
   */
  public record Job(
      String name,
      @Nullable OffsetDateTime next,
      @Nullable OffsetDateTime lastSuccess,
      @Nullable OffsetDateTime lastFailure,
      int failures,
      boolean running) {}

  /** By name. */
  @Transactional(readOnly = true)
  public List<Job> jobs(Actor by) {
    by.mustBe(Role.ADMIN, Role.AUDITOR);
    return jdbc.sql(
            """
            select task_name, execution_time, last_success, last_failure, coalesce(consecutive_failures, 0), picked
              from scheduled_tasks order by task_name""")
        .query(
            (rs, row) ->
                new Job(
                    Objects.requireNonNull(rs.getString(1)),
                    rs.getObject(2, OffsetDateTime.class),
                    rs.getObject(3, OffsetDateTime.class),
                    rs.getObject(4, OffsetDateTime.class),
                    rs.getInt(5),
                    rs.getBoolean(6)))
        .list();
  }

  /** The last day that is over for this tenant; null before the first. */
  @Transactional(readOnly = true)
  public @Nullable LocalDate lastDay() {
    return days.last().orElse(null);
  }

  /** Daily works that failed and hold up the day. */
  @Transactional(readOnly = true)
  public List<DayWork> standing() {
    return days.standing();
  }
}
