package org.zhuqi.platform.parties;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Table;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * Which office checks who a party is: for whoever holds vouchers the one that the measures route its place to; for
 * institutions, and where no measure routes a place, the centre. Seeing is not deciding: every official may look.
 */
@Component
class Offices {
  private static final String ROLE = "routing";
  private final Measures measures;

  Offices(Measures measures) {
    this.measures = measures;
  }

  private Optional<Table> routing(String area) {
    return measures.all().stream()
        .flatMap(pack -> pack.byRole(Table.class, ROLE).stream())
        .filter(table -> table.row(area).isPresent())
        .findFirst();
  }

  /** Whether this official handles holders, or projects, of a place. */
  boolean handles(Actor by, String area) {
    if (by.role() == Role.SYSTEM) return true;
    if (!by.is(Role.CENTRE, Role.BUREAU)) return false;
    return routing(area)
        .flatMap(table -> table.value(area, "handler"))
        .map(handler -> handler.equals(by.agency()))
        .orElse(by.is(Role.CENTRE));
  }

  boolean handles(Actor by, Party party) {
    boolean holder = party.is(PartyKind.HOLDER_ENTERPRISE) || party.is(PartyKind.HOLDER_PROJECT);
    return holder ? handles(by, party.area()) : by.is(Role.CENTRE, Role.SYSTEM);
  }

  Refusal notYours(String area) {
    return Refusal.of("not_the_handler", "该单位由其所在地的办理机构核验。", "The office of its own place checks this party.")
        .by(routing(area).map(Table::id).orElse(null))
        .remedy("可以查看，不能决定；请转告该办理机构。", "You may look, not decide: tell that office.");
  }
}
