package org.zhuqi.platform.registers.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What registers put on desks and into the navigation. */
@Configuration(proxyBeanMethods = false)
class RegisterShell {

  @Bean
  NavItem registersNav() {
    return NavItem.open("名录", "Registers", "/registers", 25);
  }

  @Bean
  NavItem ownRegistersNav() {
    return NavItem.of("入驻与年度材料", "My registration", "/registers/mine", 120, Role.INSTITUTION);
  }

  @Bean
  NavItem recommendNav() {
    return NavItem.of("推荐机构", "Recommend", "/registers/recommend", 400, Role.ENTERPRISE);
  }

  @Bean
  NavItem removalsNav() {
    return NavItem.of("清退", "Removals", "/registers/removals", 300, Role.CENTRE, Role.BUREAU, Role.ADMIN, Role.AUDITOR);
  }

  @Bean
  NavItem exitsNav() {
    return NavItem.of("退出申请", "Requests to leave", "/registers/exits", 310, Role.CENTRE, Role.BUREAU);
  }

  @Component
  static class OnDesk implements DeskPart {
    private final Registers registers;
    private final YearlyPapers yearly;

    OnDesk(Registers registers, YearlyPapers yearly) {
      this.registers = registers;
      this.yearly = yearly;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
      List<Waiting> waiting = new ArrayList<>();
      if (actor.is(Role.INSTITUTION)) own(actor, waiting);
      if (actor.is(Role.CENTRE, Role.BUREAU)) office(actor, waiting);
      return waiting;
    }

    private void own(Actor actor, List<Waiting> waiting) {
      for (Registers.Kept k : registers.kept()) {
        registers
            .entryOf(actor.partyOrThrow(), k.measure())
            .filter(e -> e.state().isLive() && e.register().equals(k.register()))
            .flatMap(e -> yearly.due(actor, e.id()))
            .filter(d -> d.owed() && !d.filed())
            .ifPresent(d -> waiting.add(paper(d)));
      }
    }

    private static Waiting paper(YearlyPapers.Due d) {
      Entry e = d.entry();
      return new Waiting(new Text("年报", "Yearly"), new Text(d.year() + " 年度材料", "Papers of " + d.year()), "/registers/entries/" + e.id() + "/yearly", d.due(), e.hiddenReason());
    }

    private void office(Actor actor, List<Waiting> waiting) {
      for (Registers.Kept k : registers.kept()) {
        int n = registers.toPublish(actor, k.measure(), k.register()).size();
        if (n > 0) {
          waiting.add(new Waiting(new Text("公示", "Publish"), new Text(n + " 家机构审核通过，待公示", n + " passed, to be put on public notice"), "/registers/" + k.measure() + "/" + k.register() + "/publish", null, k.title()));
        }
      }
    }

    @Override
    public List<Step> steps(Actor actor) {
      if (!actor.is(Role.INSTITUTION)) return List.of();
      boolean in =
          registers.kept().stream().anyMatch(k -> registers.entryOf(actor.partyOrThrow(), k.measure()).filter(e -> e.state().isLive()).isPresent());
      return in ? List.of() : List.of(new Step(new Text("申请入驻", "Apply for admission"), "/registers/mine"));
    }
  }
}
