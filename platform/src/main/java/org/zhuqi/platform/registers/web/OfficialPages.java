package org.zhuqi.platform.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.registers.Application;
import org.zhuqi.platform.registers.ApplicationForm;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** What officials do with applications beside deciding them: check what was stated, publish who passed, see who is late. */
@Controller
class OfficialPages {
  private final Registers registers;
  private final YearlyPapers yearly;
  private final Papers papers;

  OfficialPages(Registers registers, YearlyPapers yearly, Papers papers) {
    this.registers = registers;
    this.yearly = yearly;
    this.papers = papers;
  }

  @GetMapping("/registers/applications/{id}/check")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String check(Actor actor, @PathVariable UUID id, Model model) {
    ApplicationForm form = registers.form(actor, id);
    model.addAttribute("form", form);
    model.addAttribute("papers", papers.papers(form.materials().stream().flatMap(s -> s.attached().stream()).toList()));
    return "registers/check";
  }

  @PostMapping("/registers/applications/{id}/check")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String verify(Actor actor, @PathVariable UUID id, HttpServletRequest request, Model model) {
    Outcome<Void> done = registers.verify(actor, id, ApplicantPages.facts(request));
    UUID caseId = registers.form(actor, id).file().id();
    return done.isDone()
        ? Pages.go("/cases/" + caseId, "已核对，条件已按核对结果重新判断", "Checked; the conditions were decided anew")
        : Pages.refused(check(actor, id, model), done);
  }

  @GetMapping("/registers/{measure}/{register}/publish")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String toPublish(Actor actor, @PathVariable String measure, @PathVariable String register, Model model) {
    List<Application> waiting = registers.toPublish(actor, measure, register);
    model.addAttribute("measure", measure);
    model.addAttribute("register", register);
    model.addAttribute("forms", waiting.stream().map(a -> registers.form(actor, a.id())).toList());
    return "registers/publish";
  }

  @PostMapping("/registers/{measure}/{register}/publish")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String publish(Actor actor, @PathVariable String measure, @PathVariable String register, Fields f, Model model) {
    return switch (registers.publish(actor, measure, register, f.ids("id"))) {
      case Outcome.Done(var notice) -> Pages.go("/notices/" + notice, "已公示", "Published");
      case Outcome.Refused(var refusals) -> Pages.refused(toPublish(actor, measure, register, model), refusals);
    };
  }

  @GetMapping("/registers/{measure}/{register}/late")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  String late(@PathVariable String measure, @PathVariable String register, Model model) {
    model.addAttribute("late", yearly.late(measure).stream().filter(l -> l.entry().register().equals(register)).toList());
    model.addAttribute("measure", measure);
    model.addAttribute("register", register);
    return "registers/late";
  }
}
