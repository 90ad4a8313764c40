package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Obligation;

/** The entries of one register as a statement, each with the state that its dates give it today: the same as {@link Entries}. */
@Component
public class EntryScope {
  /** To be narrowed by the caller; needs {@link #parameters}. */
  public static final String ENTRIES =
      """
      select e.id, e.number, e.name, e.credit_code, e.party, e.party_class, e.area, e.since, e.until, e.ended_on,
             f.last as last_filed,
             case when e.state not in ('ACTIVE', 'HIDDEN') then e.state
                  when e.until < cast(:today as date) then 'EXPIRED'
                  when cast(:hides as boolean)
                       and :owed >= extract(year from e.since)
                           + case when cast(:sameYear as boolean)
                                   and e.since <= make_date(cast(extract(year from e.since) as int), :dueMonth, :dueDay)
                                  then 0 else 1 end
                       and coalesce(f.last, 0) < :owed
                  then 'HIDDEN'
                  else 'ACTIVE' end as state
        from register_entry e
        left join lateral (select max(x.year) as last from register_filing x
                            where x.tenant = e.tenant and x.entry_id = e.id and x.result is distinct from 'RETURNED') f on true
       where e.measure = :measure and e.register = :register""";

  private final RegisterCatalog catalog;
  private final Clock clock;

  EntryScope(RegisterCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when the measure keeps no such register */
  public Map<String, Object> parameters(String measure, String register) {
    LocalDate today = LocalDate.now(clock);
    Optional<Obligation> yearly = catalog.current(measure, register).yearly("");
    int year = today.getYear();
    Map<String, Object> p = new HashMap<>();
    p.put("measure", measure);
    p.put("register", register);
    p.put("today", today);
    p.put("hides", yearly.filter(o -> o.consequence() == Obligation.Consequence.HIDDEN).isPresent());
    p.put("owed", yearly.filter(o -> today.isBefore(o.consequenceFromIn(year))).isPresent() ? year - 1 : year);
    p.put("sameYear", yearly.map(Obligation::sameYear).orElse(false));
    p.put("dueMonth", yearly.map(Obligation::dueMonth).orElse(1));
    p.put("dueDay", yearly.map(Obligation::dueDay).orElse(1));
    return p;
  }
}
