package org.zhuqi.platform.inspections;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Money;

/** What was claimed back and what has come back, in sums; public. */
@Service
@Transactional(readOnly = true)
public class Recovered {
  private final JdbcClient jdbc;

  Recovered(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One funder's. */
  public record Sum(Money demanded, Money received) {
    public static final Sum NONE = new Sum(Money.ZERO, Money.ZERO);
  }

  public Map<String, Sum> byFunder() {
    Map<String, Sum> sums = new TreeMap<>();
    jdbc.sql(
            """
            select r.funder, sum(r.amount_fen)::bigint as demanded,
                   coalesce(sum((select sum(c.amount_fen) from recovery_receipt c
                                  where c.tenant = r.tenant and c.receivable_id = r.receivable_id)), 0)::bigint as received
              from receivable r group by r.funder""")
        .query((rs, n) -> sums.put(rs.getString(1), new Sum(Money.ofFen(rs.getLong(2)), Money.ofFen(rs.getLong(3)))))
        .list();
    return sums;
  }
}
