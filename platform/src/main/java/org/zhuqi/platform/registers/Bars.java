package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Sanction;
import org.zhuqi.platform.shared.Refusal;

/** Bars after a removal. They follow the credit code, so a new party record or account does not get round them. */
@Component
class Bars {
  private final JdbcClient jdbc;
  private final RegisterCatalog catalog;

  Bars(JdbcClient jdbc, RegisterCatalog catalog) {
    this.jdbc = jdbc;
    this.catalog = catalog;
  }

  private record Removed(LocalDate decidedOn, @Nullable LocalDate carriedOutOn, String version, String register) {}

  /** Why a credit code may not apply on a day, with the last day of the bar; empty where nothing bars it. */
  Optional<Refusal> against(String measure, String creditCode, LocalDate on) {
    return jdbc.sql(
            """
            select r.decided_on, r.carried_out_on, e.version, e.register
              from register_removal r join register_entry e on e.tenant = r.tenant and e.id = r.entry_id
             where r.measure = :measure and r.credit_code = :code and r.state in ('DECIDED','CARRIED_OUT')
             order by coalesce(r.carried_out_on, r.decided_on) desc limit 1""")
        .param("measure", measure)
        .param("code", creditCode)
        .query(
            (rs, n) ->
                new Removed(
                    rs.getObject("decided_on", LocalDate.class),
                    rs.getObject("carried_out_on", LocalDate.class),
                    rs.getString("version"),
                    rs.getString("register")))
        .optional()
        .flatMap(r -> bar(measure, r, on));
  }

  private Optional<Refusal> bar(String measure, Removed r, LocalDate on) {
    Sanction sanction = catalog.version(measure, r.version(), r.register()).removal();
    LocalDate carried = r.carriedOutOn();
    // Until the operator has carried it out, the bar cannot have ended; the day given is then the earliest possible.
    LocalDate from = carried == null ? on : carried;
    Finding finding = sanction.checkBar(from, on);
    if (finding.holds()) return Optional.empty();
    LocalDate last = sanction.lastBarredDay(from).orElse(from);
    String zh =
        carried == null
            ? "清退决定已于 " + r.decidedOn() + " 作出，正在执行；限制期最早于 " + last + " 届满，期内不受理入驻申请。"
            : "已于 " + carried + " 被清退，" + last + " 前（含当日）不受理入驻申请。";
    String en =
        carried == null
            ? "Its removal was decided on " + r.decidedOn() + " and is being carried out; the bar ends on " + last + " at the earliest."
            : "It was removed on " + carried + "; no application is taken through " + last + ".";
    return Optional.of(
        Refusal.of("barred", zh, en)
            .by(sanction.id())
            .remedy(
                "可自 " + last.plusDays(1) + " 起重新申请。", "A new application is taken from " + last.plusDays(1) + " on."));
  }
}
