package org.zhuqi.platform.identity.web;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.identity.DemoMode;
import org.zhuqi.platform.identity.OpenedAccount;
import org.zhuqi.platform.identity.Setup;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** The first administrator. There is no such page once there is one, nor in the demo. */
@Controller
class SetupPages {
  private final Setup setup;
  private final Agencies agencies;
  private final DemoMode demo;

  SetupPages(Setup setup, Agencies agencies, DemoMode demo) {
    this.setup = setup;
    this.agencies = agencies;
    this.demo = demo;
  }

  @GetMapping("/setup")
  @PreAuthorize("permitAll()")
  String form(Model model) {
    mustBeOpen();
    model.addAttribute("agencies", options());
    return "identity/setup";
  }

  @PostMapping("/setup")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  String firstAdministrator(Fields fields, @RequestParam(defaultValue = "") String password, Model model) {
    mustBeOpen();
    String token = fields.text("token", 100);
    String login = fields.text("login", 64);
    String name = fields.text("name", 60);
    String agency = fields.text("agency", 40);
    Outcome<OpenedAccount> outcome = fields.then(() -> setup.firstAdministrator(token, login, name, agency, password));
    if (outcome.isDone()) {
      return Pages.go("/sign-in", "管理员账号已建立，请登录。", "The administrator's account stands. Sign in.");
    }
    model.addAttribute("agencies", options());
    return Pages.refused("identity/setup", outcome);
  }

  private void mustBeOpen() {
    if (demo.on() || !setup.isOpen()) throw new NotFoundException("setup is over");
  }

  private List<Option> options() {
    return agencies.all().stream().map(a -> new Option(a.code(), a.label())).toList();
  }
}
