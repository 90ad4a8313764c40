package org.zhuqi.platform.casework.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.InboxFilter;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.NavItem;

/** What casework puts on desks and into the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseShell {

  @Bean
  NavItem inboxNav() {
    return NavItem.of("收件箱", "Inbox", "/inbox", 100, Role.CENTRE, Role.BUREAU, Role.REVIEWER, Role.ADMIN);
  }

  @Bean
  NavItem casesNav() {
    return NavItem.of(
        "办件", "Cases", "/cases", 110, Role.CENTRE, Role.BUREAU, Role.REVIEWER, Role.AUDITOR, Role.ENTERPRISE, Role.INSTITUTION);
  }

  @Component
  static class OnDesk implements DeskPart {
    private final Casework casework;
    private final Tasks tasks;

    OnDesk(Casework casework, Tasks tasks) {
      this.casework = casework;
      this.tasks = tasks;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
      List<Waiting> waiting = new ArrayList<>(actor.role().isParty() ? mine(actor) : office(actor));
      tasks.of(actor).stream().limit(20).forEach(t -> waiting.add(line(t)));
      return waiting;
    }

    private static Waiting line(Task t) {
      return new Waiting(t.step(), t.title(), t.link(), t.dueOn(), new Text(t.number(), t.number()));
    }

    private List<Waiting> office(Actor actor) {
      return casework.inbox(actor, InboxFilter.all()).stream()
          .limit(20)
          .map(f -> new Waiting(new Text("办理", "Decide"), f.title(), "/cases/" + f.id(), f.dueOn(), number(f)))
          .toList();
    }

    private List<Waiting> mine(Actor actor) {
      return casework.ofApplicant(actor, actor.partyOrThrow()).stream()
          .filter(f -> f.state() == CaseState.SENT_BACK || f.state() == CaseState.DRAFT)
          .limit(20)
          .map(f -> new Waiting(f.state().label(), f.title(), "/cases/" + f.id(), f.dueOn(), number(f)))
          .toList();
    }

    private static Text number(CaseFile f) {
      String number = String.valueOf(f.number() == null ? "" : f.number());
      return number.isBlank() ? new Text("尚未提交", "Not handed in") : new Text(number, number);
    }
  }
}
