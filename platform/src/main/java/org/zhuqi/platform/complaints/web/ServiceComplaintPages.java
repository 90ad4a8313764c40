package org.zhuqi.platform.complaints.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.complaints.FileServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaintList;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.complaints.ServiceGrounds;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** An enterprise complains about a service; the institution states its side; whoever the measure names answers. */
@Controller
@RequestMapping("/service-complaints")
@PreAuthorize(ServiceComplaintPages.READERS)
class ServiceComplaintPages {
  static final String READERS = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','AUDITOR')";
  static final String OFFICE = "hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')";

  private final ServiceComplaints complaints;
  private final ServiceGrounds grounds;
  private final Parties parties;
  private final Documents documents;
  private final Papers papers;
  private final Listings listings;
  private final Clock clock;

  ServiceComplaintPages(
      ServiceComplaints complaints, ServiceGrounds grounds, Parties parties, Documents documents, Papers papers, Listings listings, Clock clock) {
    this.complaints = complaints;
    this.grounds = grounds;
    this.parties = parties;
    this.documents = documents;
    this.papers = papers;
    this.listings = listings;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("complaints/services", ServiceComplaintList.LISTING, query, actor, ServiceComplaintList.parameters(actor));
  }

  /** @param institution whom it is about, where the enterprise comes from its page or a contract with it */
  @GetMapping("/new")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String form(@RequestParam(required = false) @Nullable UUID institution, Model model) {
    model.addAttribute("institution", institution == null ? null : parties.get(institution).creditCode().value());
    model.addAttribute("grounds", grounds.citations(LocalDate.now(clock)).stream().map(c -> new Option(c.code(), c.label())).toList());
    return "complaints/service-form";
  }

  @PostMapping
  @PreAuthorize("hasRole('ENTERPRISE')")
  String file(Actor actor, Fields f, Model model) {
    String institution = f.text("institution", 40);
    String cites = f.text("cites", 80);
    String words = f.text("words", 2000);
    List<UUID> evidence = f.ids("evidence");
    Outcome<UUID> done = f.then(() -> complaints.file(actor, new FileServiceComplaint(institution, cites, words, evidence)));
    return done instanceof Outcome.Done<UUID>(UUID id)
        ? Pages.go("/service-complaints/" + id, "投诉已提交，机构会先陈述，再答复您", "Filed; the institution is heard, then you are answered")
        : Pages.refused(form(null, model), done);
  }

  @GetMapping("/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    ServiceComplaint c = complaints.get(actor, id);
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("c", c);
    model.addAttribute("evidence", papers.papers(documents.attachedTo(ServiceComplaints.KIND, id)));
    model.addAttribute("statementPapers", papers.papers(documents.attachedTo(ServiceComplaints.STATEMENT, id)));
    model.addAttribute("heard", c.isHeard(today));
    model.addAttribute("mayState", c.isOpen() && !c.isHeard(today) && c.institution().equals(actor.party()));
    model.addAttribute("mayAnswer", c.isOpen() && c.receivers().contains(actor.role()));
    return "complaints/service";
  }

  @PostMapping("/{id}/statement")
  @PreAuthorize("hasRole('INSTITUTION')")
  String state(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String statement = f.text("statement", 4000);
    List<UUID> evidence = f.ids("evidence");
    return answer(actor, id, f.then(() -> complaints.state(actor, id, statement, evidence)), "陈述已提交", "Your statement was handed in", model);
  }

  @PostMapping("/{id}/answer")
  @PreAuthorize(OFFICE)
  String answer(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean founded = f.text("founded", 10).equals("YES");
    String answer = f.text("answer", 2000);
    return answer(actor, id, f.then(() -> complaints.answer(actor, id, founded, answer)), "已答复，双方会收到通知", "Answered; both sides are told", model);
  }

  private String answer(Actor actor, UUID id, Outcome<?> done, String zh, String en, Model model) {
    return done.isDone() ? Pages.go("/service-complaints/" + id, zh, en) : Pages.refused(one(actor, id, model), done);
  }
}
