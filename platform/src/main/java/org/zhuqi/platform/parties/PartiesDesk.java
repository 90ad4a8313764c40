package org.zhuqi.platform.parties;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;

/** On the desk of the office that handles them: who waits to be authenticated, and projects to be looked up. On a party's: its own. */
@Component
@Transactional(readOnly = true)
class PartiesDesk implements DeskPart {
  private static final int FIRST = 20;
  private final JdbcClient jdbc;
  private final Areas areas;
  private final Offices offices;

  PartiesDesk(JdbcClient jdbc, Areas areas, Offices offices) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.offices = offices;
  }

  private record Unchecked(UUID id, String name, boolean project) {}

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.is(Role.CENTRE, Role.BUREAU)) return unchecked(actor, FIRST);
    return actor.party() == null ? List.of() : bounced(actor.party());
  }

  List<Waiting> unchecked(Actor actor, int first) {
    return jdbc.sql(
            """
            select id, name, false as project from party
             where verified_on is null
               and case when kinds && array['HOLDER_ENTERPRISE', 'HOLDER_PROJECT'] then area = any(:areas) else :centre end
            union all
            select p.party_id, p.name, true from project p join party o on o.tenant = p.tenant and o.id = p.party_id
             where p.filed is null and o.verified_on is not null and p.area = any(:areas)
             order by project, id limit :first""")
        .param("areas", areas.all().stream().map(Area::code).filter(a -> offices.handles(actor, a)).toArray(String[]::new))
        .param("centre", actor.is(Role.CENTRE))
        .param("first", first)
        .query(Unchecked.class)
        .list()
        .stream()
        .map(u -> new Waiting(u.project() ? new Text("核对项目", "Check") : new Text("认证", "Authenticate"), u.name(), "/parties/" + u.id(), null, null))
        .toList();
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (actor.party() == null) return List.of();
    boolean verified =
        jdbc.sql("select verified_on is not null from party where id = ?").param(actor.party()).query(Boolean.class).single();
    if (verified) return List.of();
    return List.of(
        new Watched(
            new Text("单位认证", "Authentication"), new Text("待核验", "being checked"), "/party",
            new Text("认证后才能领券、申请入驻", "needed before you claim or apply")));
  }

  private List<Waiting> bounced(UUID party) {
    return jdbc.sql("select bounced_reason from bank_account where party_id = :party and replaced_at is null and bounced_reason is not null")
        .param("party", party)
        .query(String.class)
        .list()
        .stream()
        .map(why -> new Waiting(new Text("账户", "Account"), new Text("收款账户有误，付款被退回", "The bank account is wrong: a payment came back"), "/party", null, new Text(why, why)))
        .toList();
  }

  @Override
  public int order() {
    return 80;
  }
}
