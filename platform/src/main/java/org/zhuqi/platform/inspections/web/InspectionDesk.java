package org.zhuqi.platform.inspections.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.inspections.FindingState;
import org.zhuqi.platform.inspections.Findings;
import org.zhuqi.platform.inspections.Inspection;
import org.zhuqi.platform.inspections.InspectionFinding;
import org.zhuqi.platform.inspections.InspectionState;
import org.zhuqi.platform.inspections.Inspections;
import org.zhuqi.platform.inspections.OwnInspection;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What of inspections waits on a desk. */
@Component
class InspectionDesk implements DeskPart {
  private final Inspections inspections;
  private final Findings findings;

  InspectionDesk(Inspections inspections, Findings findings) {
    this.inspections = inspections;
    this.findings = findings;
  }

  @Override
  public List<Waiting> waiting(Actor actor) {
    List<Waiting> waiting = new ArrayList<>();
    if (actor.is(Role.REVIEWER)) {
      for (Inspection i : inspections.list(actor, null)) {
        if (i.state() == InspectionState.ASSIGNED && i.inspector() != null && i.inspector().equals(actor.account())) waiting.add(line(i, new Text("检查", "Inspect")));
      }
    }
    if (actor.is(Role.BUREAU, Role.CENTRE)) {
      inspections.list(actor, null).stream()
          .filter(i -> i.state() == InspectionState.OPEN && !inspections.assistsOnly(actor, i))
          .forEach(i -> waiting.add(line(i, new Text("待指派", "Assign"))));
    }
    if (actor.is(Role.BUREAU)) {
      findings.list(actor).stream().filter(f -> !f.state().isDecided()).forEach(f -> waiting.add(line(f, new Text("待处理", "Decide"))));
    }
    if (actor.role().isParty()) {
      inspections.ofSide(actor).stream()
          .filter(OwnInspection::isTaking)
          .forEach(i -> waiting.add(new Waiting(new Text("配合检查", "Cooperate"), i.title(), "/inspections/" + i.id() + "/hand-in", null, new Text(i.number(), i.number()))));
      for (InspectionFinding f : findings.list(actor)) {
        if (f.state() == FindingState.HEARING) waiting.add(line(f, new Text("陈述申辩", "Be heard")));
        if (f.outstanding().isPositive()) waiting.add(owed(f));
      }
    }
    if (actor.is(Role.ENTERPRISE)) {
      findings.affected(actor).stream()
          .filter(a -> a.finish() == null)
          .forEach(
              a ->
                  waiting.add(
                      new Waiting(new Text("请选择", "Choose"), a.contract().title(), "/affected-contracts", null,
                          new Text(a.contract().providerName() + "：" + a.ground().zh(), a.contract().providerName() + ": " + a.ground().en()))));
    }
    return waiting;
  }

  private static Waiting line(Inspection i, Text kind) {
    return new Waiting(kind, i.title(), "/inspections/" + i.id(), null, new Text(i.number() + " · " + i.providerName(), i.number() + " · " + i.providerName()));
  }

  private static Waiting owed(InspectionFinding f) {
    Text title = new Text("请退回 " + f.outstanding().format(), "Pay back " + f.outstanding().format(true));
    return new Waiting(new Text("退款", "Owed"), title, "/findings/" + f.id(), null, new Text(f.number(), f.number()));
  }

  private static Waiting line(InspectionFinding f, Text kind) {
    return new Waiting(kind, new Text(f.partyName() + "：" + f.ground().zh(), f.partyName() + ": " + f.ground().en()), "/findings/" + f.id(), f.hearUntil(), new Text(f.number(), f.number()));
  }

  @Override
  public List<Watched> watching(Actor actor) {
    if (!actor.is(Role.FINANCE)) return List.of();
    Money owed =
        findings.list(actor).stream()
            .flatMap(f -> f.receivables().stream())
            .filter(r -> actor.covers(r.funder()))
            .map(InspectionFinding.Receivable::outstanding)
            .reduce(Money.ZERO, Money::plus);
    return List.of(new Watched(new Text("应收回未到账", "Owed back"), new Text(owed.format(), owed.format(true)), "/findings", null));
  }

  @Override
  public int order() {
    return 80;
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem drawsNav() {
      return NavItem.open("抽查公告", "Spot checks", "/draws", 50);
    }

    @Bean
    NavItem resultsNav() {
      return NavItem.open("兑付结果", "Results", "/results", 45);
    }

    @Bean
    NavItem inspectionsNav() {
      return NavItem.of("监督检查", "Inspections", "/inspections", 400, Role.BUREAU, Role.CENTRE, Role.FINANCE, Role.REVIEWER, Role.AUDITOR);
    }

    @Bean
    NavItem handInNav() {
      return NavItem.of("配合检查", "Being inspected", "/inspections/hand-in", 401, Role.INSTITUTION, Role.ENTERPRISE);
    }

    @Bean
    NavItem findingsNav() {
      return NavItem.of("检查处理", "Findings", "/findings", 402, Role.BUREAU, Role.CENTRE, Role.FINANCE, Role.REVIEWER, Role.AUDITOR, Role.INSTITUTION, Role.ENTERPRISE);
    }

    @Bean
    NavItem oversightNav() {
      return NavItem.of("审计总览", "Oversight", "/oversight", 110, Role.AUDITOR);
    }
  }
}
