package org.zhuqi.platform.time.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.Calendars;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;

/** The working-day calendars, and the form by which the next year is loaded. */
@Controller
class CalendarPages {
  private static final int LONGEST = 8000;
  private final Calendars calendars;

  CalendarPages(Calendars calendars) {
    this.calendars = calendars;
  }

  @GetMapping("/admin/calendars")
  @PreAuthorize("hasRole('ADMIN')")
  String show(Model model) {
    model.addAttribute("years", calendars.years());
    model.addAttribute("example", calendars.example());
    return "time/calendars";
  }

  @PostMapping("/admin/calendars")
  @PreAuthorize("hasRole('ADMIN')")
  String load(Actor actor, Fields f, Model model) {
    String yaml = f.text("yaml", LONGEST);
    return switch (f.then(() -> calendars.load(actor, "calendar.yaml", yaml))) {
      case Outcome.Done(var year) -> Pages.go("/admin/calendars", year + " 年工作日历已载入", "The calendar of " + year + " is loaded");
      case Outcome.Refused(var refusals) -> {
        show(model);
        yield Pages.refused("time/calendars", refusals);
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem calendarsNav() {
      return NavItem.of("工作日历", "Calendars", "/admin/calendars", 940, Role.ADMIN);
    }

    @Bean
    NavItem worksNav() {
      return NavItem.of("系统作业", "System works", "/admin/works", 950, Role.ADMIN, Role.AUDITOR);
    }
  }
}
