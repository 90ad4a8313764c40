package org.zhuqi.platform.registers.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** The papers that an entry owes every year. */
@Controller
class YearlyPages {
  private final YearlyPapers yearly;
  private final Papers papers;

  YearlyPages(YearlyPapers yearly, Papers papers) {
    this.yearly = yearly;
    this.papers = papers;
  }

  @GetMapping("/registers/entries/{id}/yearly")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("d", yearly.due(actor, id).orElseThrow(() -> new NotFoundException("yearly papers of " + id)));
    model.addAttribute("papers", papers);
    return "registers/yearly";
  }

  @PostMapping("/registers/entries/{id}/yearly")
  @PreAuthorize("hasRole('INSTITUTION')")
  String file(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    Map<String, List<UUID>> chosen = new HashMap<>();
    for (YearlyPapers.Slot s : yearly.due(actor, id).orElseThrow(() -> new NotFoundException("yearly " + id)).papers()) {
      chosen.put(s.item().code(), f.ids("paper." + s.item().code()));
    }
    Outcome<UUID> done = f.then(() -> yearly.file(actor, id, chosen));
    return done.isDone()
        ? Pages.go("/registers/entries/" + id + "/yearly", "年度材料已提交", "The yearly papers are filed")
        : Pages.refused(show(actor, id, model), done);
  }
}
