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

/** On the centre's desk: who waits to be authenticated. On a party's: what is missing in its own record. */
@Component
@Transactional(readOnly = true)
class PartiesDesk implements DeskPart {
  private static final int FIRST = 20;
  private final JdbcClient jdbc;

  PartiesDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Unverified(UUID id, String name) {}

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.is(Role.CENTRE)) return unverified();
    return actor.party() == null ? List.of() : bounced(actor.party());
  }

  private List<Waiting> unverified() {
    return jdbc.sql("select id, name from party where verified_on is null order by registered_on, id limit :first")
        .param("first", FIRST)
        .query(Unverified.class)
        .list()
        .stream()
        .map(p -> new Waiting(new Text("认证", "Authenticate"), p.name(), "/parties/" + p.id(), null, null))
        .toList();
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
