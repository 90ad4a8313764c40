package org.zhuqi.platform.parties.web;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.parties.ChangeParty;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyForm;
import org.zhuqi.platform.parties.RelationKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;

/** What is kept of the party itself: seen and changed by its own people. */
@Controller
@RequestMapping("/party")
@PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
class OwnPartyPages {
  private static final String ONE = "parties/own";
  private static final String EDIT = "parties/edit";
  private final Parties parties;
  private final BankAccounts bankAccounts;
  private final PartyForm form;
  private final Areas areas;

  OwnPartyPages(Parties parties, BankAccounts bankAccounts, PartyForm form, Areas areas) {
    this.parties = parties;
    this.bankAccounts = bankAccounts;
    this.form = form;
    this.areas = areas;
  }

  @GetMapping
  String one(Actor actor, Model model) {
    UUID id = actor.partyOrThrow();
    Party party = parties.get(id);
    model.addAttribute("party", party);
    model.addAttribute("facts", PartyWords.facts(party, areas, form, false));
    model.addAttribute("projects", parties.projects(id));
    model.addAttribute("areas", areas);
    model.addAttribute("ties", parties.relationsOf(id));
    model.addAttribute("accounts", bankAccounts.history(id));
    model.addAttribute("form", form);
    model.addAttribute("relationKinds", Arrays.stream(RelationKind.values()).filter(RelationKind::isStated).map(k -> new Option(k.name(), k.label())).toList());
    return ONE;
  }

  @GetMapping("/edit")
  String edit(Actor actor, Model model) {
    model.addAttribute("party", parties.get(actor.partyOrThrow()));
    model.addAttribute("form", form);
    return EDIT;
  }

  @PostMapping
  String change(Actor actor, Fields fields, Model model) {
    UUID id = actor.partyOrThrow();
    ChangeParty change = form.readChange(fields);
    Outcome<Void> outcome = fields.then(() -> parties.change(actor, id, change));
    if (outcome.isDone()) return Pages.go("/party", "已保存", "Saved");
    edit(actor, model);
    return Pages.refused(EDIT, outcome);
  }

  @PostMapping("/bank-account")
  String bankAccount(Actor actor, Fields fields, Model model) {
    UUID id = actor.partyOrThrow();
    String holder = fields.text("holder", 120);
    String bank = fields.text("bank", 120);
    String number = fields.text("number", 40);
    Outcome<UUID> outcome = fields.then(() -> bankAccounts.set(actor, id, holder, bank, number));
    return back(actor, outcome, model, "收款账户已更新", "The bank account is set");
  }

  @PostMapping("/projects")
  String project(Actor actor, Fields fields, Model model) {
    UUID id = actor.partyOrThrow();
    String code = fields.text("projectCode", 40);
    String name = fields.text("projectName", 120);
    String area = fields.text("projectArea", 40);
    return back(actor, fields.then(() -> parties.addProject(actor, id, code, name, area)), model, "项目已登记", "The project is recorded");
  }

  @PostMapping("/relations")
  String relation(Actor actor, Fields fields, Model model) {
    UUID id = actor.partyOrThrow();
    RelationKind kind = fields.choice("kind", RelationKind.class);
    String name = fields.text("person", 60);
    String value = fields.text("value", 40);
    return back(actor, fields.then(() -> parties.state(actor, id, kind, value, name)), model, "关联已登记", "The relation is recorded");
  }

  private String back(Actor actor, Outcome<?> outcome, Model model, String zh, String en) {
    if (outcome.isDone()) return Pages.go("/party", zh, en);
    one(actor, model);
    return Pages.refused(ONE, outcome);
  }
}
