package org.zhuqi.platform.identity.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.AccountList;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.identity.OpenedAccount;
import org.zhuqi.platform.identity.SignIn;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** The administrator's desk: who has an account, in which office, and what became of it. */
@Controller
@RequestMapping("/admin/accounts")
@PreAuthorize("hasRole('ADMIN')")
class AdminPages {
  private static final String FORM = "identity/admin/form";
  private static final String ONE = "identity/admin/one";
  private final Accounts accounts;
  private final AccountList list;
  private final Agencies agencies;
  private final SignIn signIn;
  private final Parties parties;
  private final Interests interests;
  private final AuditTrail audit;
  private final Listings listings;

  AdminPages(
      Accounts accounts, AccountList list, Agencies agencies, SignIn signIn, Parties parties, Interests interests,
      AuditTrail audit, Listings listings) {
    this.accounts = accounts;
    this.list = list;
    this.agencies = agencies;
    this.signIn = signIn;
    this.parties = parties;
    this.interests = interests;
    this.audit = audit;
    this.listings = listings;
  }

  @GetMapping
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("identity/admin/list", list.listing(), query, actor, Map.of());
  }

  @GetMapping("/new")
  String form(Model model) {
    choices(model);
    return FORM;
  }

  @PostMapping
  @KeepsOwnKeys
  String open(Actor actor, Fields fields, Model model) {
    choices(model);
    String login = fields.text("login", 64);
    String name = fields.text("name", 60);
    Role role = fields.choice("role", Role.class);
    String agency = fields.text("agency", 40);
    OpenAccount wanted =
        OpenAccount.official(login, name, role, agency, new HashSet<>(fields.all("funders"))).withEmail(fields.optional("email", 120));
    return switch (fields.then(() -> accounts.open(actor, wanted))) {
      case Outcome.Done<OpenedAccount>(var opened) -> show(actor, opened.id(), opened.oneTimePassword(), null, model);
      case Outcome.Refused<OpenedAccount> refused -> Pages.refused(FORM, refused);
    };
  }

  @GetMapping("/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, null, null, model);
  }

  private String show(Actor actor, UUID id, @Nullable String oneTimePassword, @Nullable String token, Model model) {
    Account account = accounts.get(id);
    choices(model);
    model.addAttribute("account", account);
    model.addAttribute("self", id.equals(actor.account()));
    model.addAttribute("agency", account.agency() == null ? null : agencies.label(account.agency()));
    model.addAttribute("party", account.party() == null ? null : parties.get(account.party()));
    model.addAttribute("interests", interests.of(actor, id));
    model.addAttribute("oneTimePassword", oneTimePassword);
    model.addAttribute("token", token);
    model.addAttribute("events", audit.of(id).reversed().stream().limit(30).map(AdminPages::event).toList());
    return ONE;
  }

  private static Event event(org.zhuqi.platform.audit.AuditRecord r) {
    return AccountEvents.of(r);
  }

  @PostMapping("/{id}/disable")
  String disable(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String reason = fields.text("reason", 200);
    return done(actor, id, fields.then(() -> accounts.disable(actor, id, reason)), model, "账号已停用，登录已全部结束", "Disabled; every session has ended");
  }

  @PostMapping("/{id}/enable")
  String enable(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String reason = fields.text("reason", 200);
    return done(actor, id, fields.then(() -> accounts.enable(actor, id, reason)), model, "账号已启用", "Enabled");
  }

  @PostMapping("/{id}/unlock")
  String unlock(Actor actor, @PathVariable UUID id, Model model) {
    return done(actor, id, accounts.unlock(actor, id), model, "已解除锁定", "Unlocked");
  }

  @PostMapping("/{id}/assign")
  String assign(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    Role role = fields.choice("role", Role.class);
    String agency = fields.text("agency", 40);
    Set<String> funders = new HashSet<>(fields.all("funders"));
    return done(actor, id, fields.then(() -> accounts.assign(actor, id, role, agency, funders)), model, "岗位已调整", "The office is changed");
  }

  @PostMapping("/{id}/reset")
  @KeepsOwnKeys
  String reset(Actor actor, @PathVariable UUID id, Model model) {
    return switch (accounts.resetPassword(actor, id)) {
      case Outcome.Done<String>(String oneTime) -> show(actor, id, oneTime, null, model);
      case Outcome.Refused<String> refused -> refused(actor, id, refused, model);
    };
  }

  @PostMapping("/{id}/token")
  @KeepsOwnKeys
  String token(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    int days = fields.number("days", 1, 366);
    return switch (fields.then(() -> signIn.issueToken(actor, id, days))) {
      case Outcome.Done<String>(String token) -> show(actor, id, null, token, model);
      case Outcome.Refused<String> refused -> refused(actor, id, refused, model);
    };
  }

  private String done(Actor actor, UUID id, Outcome<Void> outcome, Model model, String zh, String en) {
    return outcome.isDone() ? Pages.go("/admin/accounts/" + id, zh, en) : refused(actor, id, outcome, model);
  }

  private String refused(Actor actor, UUID id, Outcome<?> outcome, Model model) {
    show(actor, id, null, null, model);
    return Pages.refused(ONE, outcome);
  }

  private void choices(Model model) {
    model.addAttribute("roles", Arrays.stream(Role.values())
        .filter(r -> !r.isParty() && r != Role.SYSTEM).map(r -> new Option(r.name(), r.label())).toList());
    model.addAttribute("agencies", agencies.all().stream().map(a -> new Option(a.code(), a.label())).toList());
    List<Option> funders = agencies.funders().entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
    model.addAttribute("funders", funders);
  }
}
