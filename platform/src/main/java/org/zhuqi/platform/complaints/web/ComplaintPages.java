package org.zhuqi.platform.complaints.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.complaints.Complaint;
import org.zhuqi.platform.complaints.ComplaintList;
import org.zhuqi.platform.complaints.Complaints;
import org.zhuqi.platform.complaints.FileComplaint;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** A party complains about an official; a supervisor of another agency answers. */
@Controller
@RequestMapping("/complaints")
@PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION', 'CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')")
class ComplaintPages {
  private static final String FORM = "complaints/form";
  private static final String ONE = "complaints/one";
  private final Complaints complaints;
  private final ComplaintList list;
  private final Agencies agencies;
  private final Parties parties;
  private final Listings listings;

  ComplaintPages(Complaints complaints, ComplaintList list, Agencies agencies, Parties parties, Listings listings) {
    this.complaints = complaints;
    this.list = list;
    this.agencies = agencies;
    this.parties = parties;
    this.listings = listings;
  }

  @GetMapping
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show("complaints/list", list.listing(), query, actor, list.parameters(actor));
  }

  @GetMapping("/new")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  String form(Model model) {
    model.addAttribute("agencies", agencies.all().stream().map(a -> new Option(a.code(), a.label())).toList());
    return FORM;
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  String file(Actor actor, Fields fields, Model model) {
    String agency = fields.text("agency", 40);
    String official = fields.text("official", 60);
    LocalDate happenedOn = fields.date("happenedOn");
    String words = fields.text("words", 2000);
    Outcome<UUID> outcome = fields.then(() -> complaints.file(actor, new FileComplaint(agency, official, happenedOn, words)));
    if (outcome instanceof Outcome.Done<UUID>(UUID id)) {
      return Pages.go("/complaints/" + id, "投诉已提交监督部门，被投诉人及其单位看不到。", "The supervisor has it; the official and the agency do not see it.");
    }
    form(model);
    return Pages.refused(FORM, outcome);
  }

  @GetMapping("/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    Complaint complaint = complaints.get(actor, id);
    model.addAttribute("complaint", complaint);
    model.addAttribute("agency", agencies.label(complaint.agency()));
    model.addAttribute("party", parties.get(complaint.party()).name());
    return ONE;
  }

  @PostMapping("/{id}/answer")
  @PreAuthorize("hasAnyRole('CENTRE', 'BUREAU', 'FINANCE', 'AUDITOR')")
  String answer(Actor actor, @PathVariable UUID id, Fields fields, Model model) {
    String answer = fields.text("answer", 2000);
    Outcome<Void> outcome = fields.then(() -> complaints.answer(actor, id, answer));
    if (outcome.isDone()) return Pages.go("/complaints/" + id, "已答复，投诉单位会收到通知", "Answered; the party is told");
    one(actor, id, model);
    return Pages.refused(ONE, outcome);
  }
}
