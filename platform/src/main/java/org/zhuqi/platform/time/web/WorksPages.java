package org.zhuqi.platform.time.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.time.SystemWorks;

/** What the system does by itself, and what of it stands. */
@Controller
class WorksPages {
  private final SystemWorks works;

  WorksPages(SystemWorks works) {
    this.works = works;
  }

  @GetMapping("/admin/works")
  @PreAuthorize("hasAnyRole('ADMIN','AUDITOR')")
  String show(Actor actor, Model model) {
    model.addAttribute("jobs", works.jobs(actor));
    model.addAttribute("lastDay", works.lastDay());
    model.addAttribute("standing", works.standing());
    return "time/works";
  }
}
