package org.zhuqi.platform.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How promptly institutions answer and finish: measured from the contracts themselves, never stated by anybody. */
@Service
public class Timeliness {
  private final JdbcClient jdbc;
  private final Clock clock;

  Timeliness(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param responseHours median hours from offer to first answer, begun hours counting in full; null before the first answer
   * @param waiting offers that wait for an answer today
   * @param overdue running contracts that are past their period today and not delivered
   * @param deliveredLate contracts delivered after their period
   */
  public record Figures(
      @Nullable Integer responseHours, int answered, int waiting, int running, int completed, int overdue, int deliveredLate) {
    public static final Figures NONE = new Figures(null, 0, 0, 0, 0, 0, 0);
  }

  /** One record per institution asked, in one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Figures> of(Collection<UUID> providers) {
    Map<UUID, Figures> all = new HashMap<>();
    providers.forEach(p -> all.put(p, Figures.NONE));
    if (providers.isEmpty()) return all;
    jdbc.sql(
            """
            select provider_id,
                   ceil(percentile_cont(0.5) within group (order by extract(epoch from answered_at - offered_at) / 3600)
                        filter (where answered_at is not null))::int as response_hours,
                   count(*) filter (where answered_at is not null) as answered,
                   count(*) filter (where state = 'OFFERED' and turn = 'PROVIDER') as waiting,
                   count(*) filter (where state in ('FILED', 'IN_SERVICE', 'DELIVERED')) as running,
                   count(*) filter (where state = 'COMPLETED') as completed,
                   count(*) filter (where state in ('FILED', 'IN_SERVICE') and ends_on < :today) as overdue,
                   count(*) filter (where delivered_on > ends_on) as late
              from contract where provider_id in (:providers) group by provider_id""")
        .param("today", LocalDate.now(clock))
        .param("providers", providers)
        .query(
            (rs, n) ->
                all.put(
                    rs.getObject("provider_id", UUID.class),
                    new Figures(
                        rs.getObject("response_hours", Integer.class), rs.getInt("answered"), rs.getInt("waiting"),
                        rs.getInt("running"), rs.getInt("completed"), rs.getInt("overdue"), rs.getInt("late"))))
        .list();
    return all;
  }
}
