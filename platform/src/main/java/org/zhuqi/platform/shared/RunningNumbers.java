package org.zhuqi.platform.shared;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers that people read out over the phone, such as {@code RW-2025-000042}: per tenant, kind and year. */
@Component
public class RunningNumbers {
  private final JdbcClient jdbc;

  RunningNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param prefix up to four capital letters that name the kind */
  public String next(String prefix, LocalDate on) {
    return format(prefix, on, reserve(prefix, on, 1));
  }

  /** Reserves {@code count} consecutive numbers and returns the first; for work done in groups. */
  public long reserve(String prefix, LocalDate on, int count) {
    return jdbc.sql(
                """
                insert into running_number (kind, year, last) values (:kind, :year, :count)
                on conflict (tenant, kind, year) do update set last = running_number.last + :count
                returning last""")
            .param("kind", prefix)
            .param("year", on.getYear())
            .param("count", count)
            .query(Long.class)
            .single()
        - count
        + 1;
  }

  public static String format(String prefix, LocalDate on, long number) {
    return "%s-%d-%06d".formatted(prefix, on.getYear(), number);
  }
}
