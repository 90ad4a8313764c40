package org.zhuqi.platform.notices.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notices.Notice;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;
import org.zhuqi.platform.web.HomePart;
import org.zhuqi.platform.web.NavItem;

/** What notices put on the home page, on desks and into the navigation. */
@Configuration(proxyBeanMethods = false)
class NoticeShell {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Bean
  NavItem noticesNav() {
    return NavItem.open("公示", "Notices", "/notices", 30);
  }

  @Component
  static class OnHome implements HomePart {
    private final Notices notices;

    OnHome(Notices notices) {
      this.notices = notices;
    }

    @Override
    public Section section() {
      return Section.NOTICES;
    }

    @Override
    public List<Entry> entries() {
      return notices.list(null, null, true, 1).stream().limit(5).map(OnHome::entry).toList();
    }

    private static Entry entry(Notice n) {
      LocalDate published = LocalDate.ofInstant(n.publishedAt(), ZONE);
      return new Entry(n.title(), "/notices/" + n.id(), new Text(n.number(), n.number()), published, n.lastDay());
    }
  }

  @Component
  static class OnDesk implements DeskPart {
    private final Notices notices;

    OnDesk(Notices notices) {
      this.notices = notices;
    }

    @Override
    public List<Waiting> waiting(Actor actor) {
      if (!actor.is(Role.CENTRE, Role.BUREAU)) return List.of();
      return notices.waiting(actor).stream()
          .limit(FIRST)
          .map(o -> new Waiting(new Text("异议", "Objection"), o.number(), "/notices/" + o.notice() + "/objections", o.answerBy(), new Text(o.grounds(), o.grounds())))
          .toList();
    }
  }
}
