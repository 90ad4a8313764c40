package org.zhuqi.platform.contracts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.Timeliness;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What waits on contracts, for both sides and for the office that handles them. */
@Component
class ContractDesk implements DeskPart {
  private final Contracts contracts;
  private final Timeliness timeliness;
  private final Clock clock;

  ContractDesk(Contracts contracts, Timeliness timeliness, Clock clock) {
    this.contracts = contracts;
    this.timeliness = timeliness;
    this.clock = clock;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    if (actor.is(Role.CENTRE, Role.BUREAU)) {
      LocalDate today = LocalDate.now(clock);
      return Stream.concat(
              contracts.overdue(actor, today).stream().map(c -> line(c, new Text("逾期", "Late"))),
              contracts.unconfirmed(actor, today).stream().map(c -> line(c, new Text("企业未确认", "Unconfirmed"))))
          .toList();
    }
    if (!actor.role().isParty()) return List.of();
    UUID party = actor.partyOrThrow();
    return contracts.waiting(party).stream().map(c -> line(c, kind(c, party))).toList();
  }

  private static Waiting line(Contract c, Text kind) {
    boolean owed = c.state().isRunning() && c.state() != ContractState.DELIVERED;
    return new Waiting(
        kind, c.title(), "/contracts/" + c.id(), owed ? c.until() : null,
        new Text(c.number() + " · " + c.clientName() + " · " + c.providerName(), c.number() + " · " + c.clientName() + " · " + c.providerName()));
  }

  private static Text kind(Contract c, UUID party) {
    return switch (c.state()) {
      case DRAFT -> new Text("草稿", "Draft");
      case OFFERED -> new Text("待答复", "Answer");
      case ACCEPTED -> new Text("待签章", "Sign");
      case AGREED -> new Text("待备案", "File");
      case DELIVERED -> new Text("待确认", "Confirm");
      default -> new Text("待交付", "Deliver");
    };
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (!actor.is(Role.INSTITUTION)) return List.of();
    UUID party = actor.partyOrThrow();
    Timeliness.Figures f = timeliness.of(Set.of(party)).getOrDefault(party, Timeliness.Figures.NONE);
    Integer hours = f.responseHours();
    return List.of(
        new Watched(
            new Text("答复时间（中位数）", "Response time (median)"),
            hours == null ? new Text("—", "—") : new Text(hours + " 小时", hours + " h"), "/contracts", null),
        new Watched(
            new Text("逾期合同", "Overdue contracts"), new Text(f.overdue() + " 份", Integer.toString(f.overdue())),
            "/contracts?lateness=running", null));
  }

  @Override
  public List<Step> steps(Actor actor) {
    return actor.is(Role.ENTERPRISE) ? List.of(new Step(new Text("找服务、签合同", "Find a service"), "/services")) : List.of();
  }

  @Override
  public int order() {
    return 60;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem contractsNav() {
      return NavItem.of(
          "合同", "Contracts", "/contracts", 140, Role.ENTERPRISE, Role.INSTITUTION, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.AUDITOR);
    }

    @Bean
    NavItem archiveNav() {
      return NavItem.of("服务档案", "Service archive", "/archive", 160, Role.ENTERPRISE, Role.INSTITUTION, Role.CENTRE, Role.AUDITOR);
    }

    @Bean
    NavItem itemsNav() {
      return NavItem.of("服务事项", "Service items", "/items", 130, Role.INSTITUTION, Role.CENTRE, Role.BUREAU, Role.AUDITOR);
    }
  }
}
