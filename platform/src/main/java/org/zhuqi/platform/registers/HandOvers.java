package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Hand-overs (移送) to the judicial authorities: who records them and who sees them stands in the measure. */
@Component
public class HandOvers {
  private static final String ROLE = "judicial.handover";
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  HandOvers(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who records a hand-over, by which provision, and who may see it. */
  public record Duty(String provision, Set<Role> by, Set<Role> viewers) {
    /** Where no measure names more than who decides: every authority sees it. */
    public static Duty ofDecider(String provision, Role decider) {
      return new Duty(provision, Set.of(decider), EnumSet.of(Role.BUREAU, Role.CENTRE, Role.FINANCE, Role.AUDITOR));
    }

    public boolean isSeenBy(Actor viewer) {
      return viewer.is(Role.SYSTEM) || viewers.contains(viewer.role());
    }
  }

  /** As a measure has it; empty where it knows no hand-over. */
  public static Optional<Duty> duty(Pack pack) {
    return pack.byRole(RecordDuty.class, ROLE).stream().findFirst().map(d -> new Duty(d.id(), roles(d.by()), roles(d.viewers())));
  }

  private static Set<Role> roles(Collection<String> inPack) {
    return inPack.stream().map(Role::named).collect(Collectors.toSet());
  }

  /** @param act as the audit trail names it */
  public Outcome<Void> record(Actor by, String act, String kind, UUID subject, Duty duty, HandOverCase to) {
    by.mustBe(duty.by().toArray(Role[]::new));
    if (to.authority().isBlank() || to.reference().isBlank() || to.on().isAfter(LocalDate.now(clock))) {
      return Outcome.refused(
          Refusal.of("hand_over_incomplete", "请填写受移送机关、文号和不晚于今天的日期。", "Give authority, reference and a date not after today.").at("authority"));
    }
    jdbc.sql(
            """
            insert into hand_over (id, subject_kind, subject, authority, handed_on, reference, note, provision, by_id, by_name, at)
            values (:id, :kind, :subject, :authority, :on, :reference, :note, :provision, :by, :name, :at)""")
        .param("id", Ids.next())
        .param("kind", kind)
        .param("subject", subject)
        .param("authority", to.authority().strip())
        .param("on", to.on())
        .param("reference", to.reference().strip())
        .param("note", to.note().strip())
        .param("provision", duty.provision())
        .param("by", by.account())
        .param("name", by.name())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.record(by, act, kind, subject, duty.provision(), to.authority().strip() + " " + to.reference().strip(), Map.of("on", to.on().toString()));
    return Outcome.done(null);
  }

  /** Earliest first. */
  public List<HandOver> of(String kind, UUID subject) {
    return jdbc.sql("select authority, handed_on, reference, note, provision, by_name, at from hand_over where subject_kind = :kind and subject = :subject order by at")
        .param("kind", kind)
        .param("subject", subject)
        .query(
            (rs, n) ->
                new HandOver(
                    rs.getString(1), rs.getObject(2, LocalDate.class), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6),
                    rs.getObject(7, OffsetDateTime.class).toInstant()))
        .list();
  }
}
