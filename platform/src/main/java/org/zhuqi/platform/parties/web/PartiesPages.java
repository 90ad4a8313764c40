package org.zhuqi.platform.parties.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyForm;
import org.zhuqi.platform.parties.PartyList;
import org.zhuqi.platform.parties.Project;
import org.zhuqi.platform.parties.Relation;
import org.zhuqi.platform.parties.RelationKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Parties as officials see them: personal data masked, each look behind the mask on record. */
@Controller
@RequestMapping("/parties")
@PreAuthorize("hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')")
class PartiesPages {
  private static final String ONE = "parties/one";
  private final Parties parties;
  private final PartyList list;
  private final BankAccounts bankAccounts;
  private final Areas areas;
  private final PartyForm form;
  private final AuditTrail audit;
  private final Listings listings;

  PartiesPages(
      Parties parties, PartyList list, BankAccounts bankAccounts, Areas areas, PartyForm form, AuditTrail audit,
      Listings listings) {
    this.parties = parties;
    this.list = list;
    this.bankAccounts = bankAccounts;
    this.areas = areas;
    this.form = form;
    this.audit = audit;
    this.listings = listings;
  }

  @GetMapping
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("parties/list", list.listing(), query, actor, Map.of());
  }

  @GetMapping("/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, false, model);
  }

  private String show(Actor actor, UUID id, boolean unmasked, Model model) {
    Party party = parties.get(id);
    List<Relation> related = parties.relatedTo(id);
    model.addAttribute("party", party);
    model.addAttribute("facts", PartyWords.facts(party, areas, form, !unmasked));
    model.addAttribute("unmasked", unmasked);
    model.addAttribute("areas", areas);
    model.addAttribute("projects", parties.projects(id));
    model.addAttribute("ties", parties.relationsOf(id));
    model.addAttribute("related", related);
    model.addAttribute("others", parties.of(related.stream().map(Relation::other).toList()));
    model.addAttribute("account", bankAccounts.current(id).orElse(null));
    model.addAttribute("events", audit.of(id).reversed().stream().limit(30).map(PartyWords::event).toList());
    model.addAttribute("mayVerify", parties.isHandledBy(actor, party));
    model.addAttribute("mayCheck", parties.projects(id).stream().filter(p -> parties.isHandledBy(actor, p)).map(Project::id).collect(Collectors.toSet()));
    model.addAttribute("conflict", actor.account() != null && parties.relatedToAccount(actor.account(), id));
    model.addAttribute("yesNo", form.yesNo());
    model.addAttribute("relationKinds", Arrays.stream(RelationKind.values()).filter(RelationKind::isStated).map(k -> new Option(k.name(), k.label())).toList());
    return ONE;
  }

  @PostMapping("/{id}/contact")
  String contact(Actor actor, @PathVariable UUID id, Model model) {
    parties.contactShown(actor, id);
    return show(actor, id, true, model);
  }

  @PostMapping("/{id}/verify")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU')")
  String verify(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String grounds = fields.text("grounds", 300);
    boolean tax = fields.text("taxCompliant", 10).equals("yes");
    return back(actor, id, fields.then(() -> parties.verify(actor, id, tax, grounds)), model, "已认证", "Authenticated");
  }

  @PostMapping("/{id}/unverify")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU')")
  String unverify(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String grounds = fields.text("grounds", 300);
    return back(actor, id, fields.then(() -> parties.unverify(actor, id, grounds)), model, "已撤销认证", "The authentication is taken back");
  }

  @PostMapping("/{id}/projects/{project}")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU')")
  String project(Actor actor, @PathVariable UUID id, @PathVariable UUID project, Fields fields, Model model) {
    boolean filed = fields.text("filed", 10).equals("yes");
    String grounds = fields.text("grounds", 300);
    return back(actor, id, fields.then(() -> parties.projectChecked(actor, id, project, filed, grounds)), model, "已记录核对结果", "Recorded");
  }

  @PostMapping("/{id}/relations")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU')")
  String relate(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    RelationKind kind = fields.choice("kind", RelationKind.class);
    String name = fields.text("person", 60);
    String value = fields.text("value", 40);
    return back(actor, id, fields.then(() -> parties.state(actor, id, kind, value, name)), model, "关联已登记", "The relation is recorded");
  }

  @PostMapping("/{id}/relations/{relation}/end")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU')")
  String endRelation(Actor actor, @PathVariable UUID id, @PathVariable UUID relation, Fields fields, Model model) {
    String reason = fields.text("reason", 200);
    return back(actor, id, fields.then(() -> parties.endRelation(actor, id, relation, reason)), model, "关联已终止", "The relation is ended");
  }

  private String back(Actor actor, UUID id, Outcome<?> outcome, Model model, String zh, String en) {
    if (outcome.isDone()) return Pages.go("/parties/" + id, zh, en);
    show(actor, id, false, model);
    return Pages.refused(ONE, outcome);
  }
}
