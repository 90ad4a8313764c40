package org.zhuqi.platform.portal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuqi.platform.shared.Actor;

@Controller
class PortalPages {
  private final Home home;
  private final Desk desk;

  PortalPages(Home home, Desk desk) {
    this.home = home;
    this.desk = desk;
  }

  /** For a public that comes once: find an institution, see what is open, read notices and measures. */
  @GetMapping("/")
  @PreAuthorize("permitAll()")
  String home(Model model) {
    model.addAttribute("sections", home.sections());
    return "portal/home";
  }

  /** What waits for whoever is signed in. */
  @GetMapping("/desk")
  @PreAuthorize("isAuthenticated()")
  String desk(Actor actor, Model model) {
    model.addAttribute("desk", desk.of(actor));
    return "portal/desk";
  }
}
