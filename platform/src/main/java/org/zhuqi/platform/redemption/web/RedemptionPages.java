package org.zhuqi.platform.redemption.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Applications to look at: the list, one with everything handed in, the review sheet, the list to be published. */
@Controller
class RedemptionPages {
  static final String READERS = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')";

  private final Redemptions redemptions;
  private final Casework casework;
  private final Payouts payouts;
  private final Documents documents;
  private final Papers papers;
  private final Measures measures;
  private final Listings listings;
  private final AuditTrail audit;
  private final Funders funders;

  RedemptionPages(
      Redemptions redemptions,
      Casework casework,
      Payouts payouts,
      Documents documents,
      Papers papers,
      Measures measures,
      Listings listings,
      AuditTrail audit,
      Funders funders) {
    this.redemptions = redemptions;
    this.casework = casework;
    this.payouts = payouts;
    this.documents = documents;
    this.papers = papers;
    this.measures = measures;
    this.listings = listings;
    this.audit = audit;
    this.funders = funders;
  }

  @GetMapping("/redemptions")
  @PreAuthorize(READERS)
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("redemption/list", RedemptionList.of(actor, funders), query, actor, RedemptionList.parameters(actor));
  }

  @GetMapping("/redemptions/{id}")
  @PreAuthorize(READERS)
  String one(Actor actor, @PathVariable UUID id, Model model) {
    return show(actor, id, model);
  }

  /** The page of an application; also after a refused act. */
  String show(Actor actor, UUID id, Model model) {
    Redemption.Full full = redemptions.full(actor, id);
    Redemption r = full.redemption();
    boolean editing = r.state().isWithApplicant() && r.provider().equals(actor.party());
    model.addAttribute("full", full);
    model.addAttribute("editing", editing);
    model.addAttribute("office", actor.is(Role.BUREAU, Role.CENTRE) && (r.caseId() == null || casework.assistsOnly(actor, r.caseId()).isEmpty()));
    model.addAttribute("funder", funders.label(r.funder()));
    model.addAttribute("check", editing ? redemptions.check(actor, id) : redemptions.lastCheck(actor, id));
    model.addAttribute("materials", measures.version(r.measure(), r.version()).orElseThrow().one(Materials.class, "redemption.materials"));
    model.addAttribute("papers", papers.papers(documents.attachedTo(Redemptions.KIND, id)));
    model.addAttribute("results", documents.attachedTo(Redemptions.KIND, id).stream().filter(d -> d.materialCode().equals("deliverables")).toList());
    model.addAttribute("completeBy", r.state() == RedemptionState.SENT_BACK ? casework.ofSubject(Redemptions.KIND, id).dueOn() : null);
    model.addAttribute("events", events(r));
    model.addAttribute("payables", payouts.ofSource(Redemptions.KIND, id));
    model.addAttribute("caseSeen", !actor.is(Role.ENTERPRISE) && r.caseId() != null);
    return "redemption/one";
  }

  /** The case's public steps, and what happened outside the case: stops, payments. */
  private List<Event> events(Redemption r) {
    List<Event> all = new ArrayList<>();
    UUID caseId = r.caseId();
    if (caseId != null) {
      casework.timeline(Actor.SYSTEM, caseId).stream().filter(l -> l.event().isPublic()).map(Words::event).forEach(all::add);
    }
    audit.of(r.id()).stream().flatMap(a -> Happenings.of(a).stream()).forEach(all::add);
    payouts.ofSource(Redemptions.KIND, r.id()).forEach(p -> audit.of(p.id()).stream().flatMap(a -> Happenings.of(a).stream()).forEach(all::add));
    all.sort(Comparator.comparing(Event::when));
    return all;
  }

  @GetMapping("/redemptions/{id}/review")
  @PreAuthorize("hasRole('REVIEWER')")
  String sheet(Actor actor, @PathVariable UUID id, Model model) {
    return review(actor, id, model);
  }

  String review(Actor actor, UUID id, Model model) {
    show(actor, id, model);
    Redemption r = redemptions.get(actor, id);
    var file = casework.ofSubject(Redemptions.KIND, id);
    model.addAttribute("revision", file.revision());
    model.addAttribute("hindrance", casework.hindrance(actor, file).orElse(null));
    model.addAttribute("contractPapers", papers.papers(documents.attachedTo("contract", r.contract())));
    return "redemption/review";
  }

  /** What passed, ready to be published as one list; what is left unticked waits for the next. */
  @GetMapping("/redemptions/publish")
  @PreAuthorize("hasRole('BUREAU')")
  ModelAndView publishing(Actor actor, @RequestParam(required = false) String funder, ListQuery query) {
    return approved(actor, funder == null ? actor.funders().stream().sorted().findFirst().orElse("") : funder, query);
  }

  ModelAndView approved(Actor actor, String funder, ListQuery query) {
    Map<String, Object> parameters = new HashMap<>(RedemptionList.parameters(actor, Set.of(actor.covers(funder) ? funder : "")));
    return listings
        .show("redemption/publish", RedemptionList.approved(), query, actor, parameters)
        .addObject("funder", funder)
        .addObject("funders", funders(actor));
  }

  private Map<String, Text> funders(Actor actor) {
    Map<String, Text> named = new TreeMap<>();
    actor.funders().forEach(f -> named.put(f, funders.label(f)));
    return named;
  }
}
