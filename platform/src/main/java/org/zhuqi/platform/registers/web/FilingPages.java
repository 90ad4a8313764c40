package org.zhuqi.platform.registers.web;

import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.registers.FilingChecks;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Officials look at the yearly papers that were filed. */
@Controller
class FilingPages {
  private final FilingChecks checks;
  private final FilingList list;
  private final Listings listings;
  private final Documents documents;
  private final Papers papers;

  FilingPages(FilingChecks checks, FilingList list, Listings listings, Documents documents, Papers papers) {
    this.checks = checks;
    this.list = list;
    this.listings = listings;
    this.documents = documents;
    this.papers = papers;
  }

  @GetMapping("/registers/{measure}/{register}/filings")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  ModelAndView filings(Actor actor, @PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings
        .show("registers/filings", list.filed(), query, actor, FilingList.of(measure, register))
        .addObject("measure", measure)
        .addObject("register", register);
  }

  @GetMapping("/registers/filings/{id}")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  String filing(@PathVariable UUID id, Model model) {
    model.addAttribute("f", checks.get(id));
    model.addAttribute("papers", papers.papers(documents.attachedTo(FilingChecks.KIND, id)));
    return "registers/filing";
  }

  @PostMapping("/registers/filings/{id}/acceptance")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String accept(Actor actor, @PathVariable UUID id, Model model) {
    return after(id, model, checks.accept(actor, id), "已核阅", "Checked");
  }

  @PostMapping("/registers/filings/{id}/return")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String giveBack(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String note = Objects.requireNonNullElse(f.optional("note", 2000), "");
    return after(id, model, f.then(() -> checks.giveBack(actor, id, note)), "已退回，并告知机构", "Returned; the institution is told");
  }

  private String after(UUID id, Model model, Outcome<Void> done, String zh, String en) {
    return done.isDone() ? Pages.go("/registers/filings/" + id, zh, en) : Pages.refused(filing(id, model), done);
  }
}
