package org.zhuqi.platform.vouchers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

/** Enterprises by the thousand, copied from one in a single statement. Each has a right code of its own. */
public final class Crowd {
  private Crowd() {}

  /** Inside a transaction. */
  public static List<Actor> of(JdbcClient jdbc, UUID template, int size) {
    List<UUID> ids = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    long start = System.nanoTime() / 1000;
    for (int i = 0; i < size; i++) {
      ids.add(Ids.next());
      String number = "%08d".formatted((start + i) % 100_000_000);
      codes.add(CreditCode.complete("93520100", number).value());
    }
    String rest =
        String.join(
            ", ",
            jdbc.sql(
                    """
                    select column_name from information_schema.columns
                     where table_name = 'party' and column_name not in ('id', 'credit_code', 'name')
                       and is_generated = 'NEVER' order by ordinal_position""")
                .query(String.class)
                .list());
    jdbc.sql(
            "insert into party (id, credit_code, name, " + rest + ") select n.id, n.code, '企业' || n.code, " + rest
                + " from party p, unnest(?::uuid[], ?::text[]) as n(id, code) where p.id = ?")
        .param(ids.toArray(UUID[]::new))
        .param(codes.toArray(String[]::new))
        .param(template)
        .update();
    return ids.stream().map(id -> new Actor(Ids.next(), "企业", Role.ENTERPRISE, id, null, Set.of())).toList();
  }
}
