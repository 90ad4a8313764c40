package org.zhuqi.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.identity.OpenedAccount;
import org.zhuqi.platform.identity.Session;
import org.zhuqi.platform.identity.SessionContext;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** Everybody's own account, and the accounts of a party's people. */
@Controller
class AccountPages {
  private final Accounts accounts;
  private final Agencies agencies;

  AccountPages(Accounts accounts, Agencies agencies) {
    this.accounts = accounts;
    this.agencies = agencies;
  }

  @GetMapping("/account")
  @PreAuthorize("isAuthenticated()")
  String own(@AuthenticationPrincipal Session session, Model model) {
    return show(session, null, model);
  }

  private String show(Session session, @Nullable String oneTimePassword, Model model) {
    Account mine = accounts.get(java.util.Objects.requireNonNull(session.actor().account()));
    model.addAttribute("account", mine);
    model.addAttribute("session", session);
    model.addAttribute("agency", mine.agency() == null ? null : agencies.label(mine.agency()));
    model.addAttribute("funders", mine.funders().stream().sorted().map(f -> agencies.funders().getOrDefault(f, new org.zhuqi.measures.Text(f, f))).toList());
    model.addAttribute("colleagues", mine.party() == null ? List.<Account>of() : accounts.ofParty(mine.party()));
    model.addAttribute("oneTimePassword", oneTimePassword);
    return "identity/account";
  }

  @GetMapping("/account/password")
  @PreAuthorize("isAuthenticated()")
  String passwordForm(@AuthenticationPrincipal Session session, Model model) {
    model.addAttribute("must", session.mustChangePassword());
    return "identity/password";
  }

  @PostMapping("/account/password")
  @PreAuthorize("isAuthenticated()")
  @KeepsOwnKeys
  String changePassword(
      @AuthenticationPrincipal Session session,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      @RequestParam(defaultValue = "") String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    model.addAttribute("must", session.mustChangePassword());
    if (!fresh.equals(again)) {
      return Pages.refused("identity/password", List.of(
          Refusal.of("password_again", "两次输入的新密码不一致。", "The new password was not typed the same twice.").at("again")));
    }
    Outcome<Void> outcome = accounts.changePassword(session.actor(), old, fresh);
    if (!outcome.isDone()) return Pages.refused("identity/password", outcome);
    SessionContext.give(request, response, null);
    return Pages.go("/sign-in", "密码已修改，其他设备上的登录也已结束。请用新密码登录。",
        "The password is changed and every session has ended. Sign in with the new one.");
  }

  @PostMapping("/account/colleagues")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  @KeepsOwnKeys
  String openColleague(@AuthenticationPrincipal Session session, Fields fields, Model model) {
    String login = fields.text("login", 64);
    String name = fields.text("name", 60);
    Actor actor = session.actor();
    OpenAccount colleague = OpenAccount.ofParty(login, name, actor.partyOrThrow(), session.roles());
    return switch (fields.then(() -> accounts.open(actor, colleague))) {
      case Outcome.Done<OpenedAccount>(var opened) -> show(session, opened.oneTimePassword(), model);
      case Outcome.Refused<OpenedAccount> refused -> {
        show(session, null, model);
        yield Pages.refused("identity/account", refused);
      }
    };
  }

  @PostMapping("/account/colleagues/disable")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  String disableColleague(@AuthenticationPrincipal Session session, Fields fields, Model model) {
    var id = fields.id("account");
    Outcome<Void> outcome = fields.then(() -> accounts.disable(session.actor(), id, "本单位停用"));
    if (outcome.isDone()) return Pages.go("/account", "账号已停用", "The account is disabled");
    show(session, null, model);
    return Pages.refused("identity/account", outcome);
  }

  @PostMapping("/account/colleagues/reset")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  @KeepsOwnKeys
  String resetColleague(@AuthenticationPrincipal Session session, Fields fields, Model model) {
    var id = fields.id("account");
    return switch (fields.then(() -> accounts.resetPassword(session.actor(), id))) {
      case Outcome.Done<String>(String oneTime) -> show(session, oneTime, model);
      case Outcome.Refused<String> refused -> {
        show(session, null, model);
        yield Pages.refused("identity/account", refused);
      }
    };
  }
}
