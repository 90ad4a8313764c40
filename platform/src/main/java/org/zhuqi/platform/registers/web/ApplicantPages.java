package org.zhuqi.platform.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.registers.ApplicationForm;
import org.zhuqi.platform.registers.Apply;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** An applicant's way: one form that saves itself, the answers checked, the receipt. */
@Controller
class ApplicantPages {
  private final Registers registers;
  private final Papers papers;

  ApplicantPages(Registers registers, Papers papers) {
    this.registers = registers;
    this.papers = papers;
  }

  @PostMapping("/registers/{measure}/{register}/apply")
  @PreAuthorize("hasRole('INSTITUTION')")
  String apply(Actor actor, @PathVariable String measure, @PathVariable String register, Model model) {
    Outcome<UUID> begun = registers.apply(actor, new Apply(measure, actor.partyOrThrow(), register, Map.of(), Map.of()));
    if (begun instanceof Outcome.Done<UUID>(var id)) return Pages.go("/registers/applications/" + id);
    model.addAttribute("kept", registers.kept());
    return Pages.refused("registers/kept", begun);
  }

  @GetMapping("/registers/applications/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','AUDITOR')")
  String form(Actor actor, @PathVariable UUID id, Model model) {
    ApplicationForm form = registers.form(actor, id);
    model.addAttribute("form", form);
    if (form.editable() && actor.role().isParty()) return "registers/form";
    return answers(form, model);
  }

  private String answers(ApplicationForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("papers", papers.papers(form.materials().stream().flatMap(s -> s.attached().stream()).toList()));
    return "registers/answers";
  }

  /** Called by itself as the form is filled in. */
  @PostMapping("/registers/applications/{id}/save")
  @PreAuthorize("hasRole('INSTITUTION')")
  String save(Actor actor, @PathVariable UUID id, HttpServletRequest request, Model model) {
    List<Refusal> refusals = saveAll(actor, id, request);
    model.addAttribute("form", registers.form(actor, id));
    model.addAttribute("saved", true);
    return refusals.isEmpty() ? "registers/progress" : Pages.refused("registers/progress", refusals);
  }

  @PostMapping("/registers/applications/{id}")
  @PreAuthorize("hasRole('INSTITUTION')")
  String next(Actor actor, @PathVariable UUID id, HttpServletRequest request, Model model) {
    List<Refusal> refusals = saveAll(actor, id, request);
    if (refusals.isEmpty()) return Pages.go("/registers/applications/" + id + "/answers");
    model.addAttribute("form", registers.form(actor, id));
    return Pages.refused("registers/form", refusals);
  }

  private List<Refusal> saveAll(Actor actor, UUID id, HttpServletRequest request) {
    Map<String, Object> facts = facts(request);
    List<Refusal> refusals = new ArrayList<>(registers.save(actor, id, facts).refusals());
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.startsWith("paper.")) return;
              String material = name.substring("paper.".length());
              List<UUID> chosen = Arrays.stream(values).filter(v -> !v.isBlank()).map(UUID::fromString).toList();
              registers.attach(actor, id, material, chosen).refusals().forEach(r -> refusals.add(r.at(name)));
            });
    return refusals;
  }

  static Map<String, Object> facts(HttpServletRequest request) {
    Map<String, Object> facts = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.startsWith("fact.")) return;
              facts.put(name.substring("fact.".length()), values.length == 1 ? values[0] : List.of(values));
            });
    return facts;
  }

  @GetMapping("/registers/applications/{id}/answers")
  @PreAuthorize("hasRole('INSTITUTION')")
  String check(Actor actor, @PathVariable UUID id, Model model) {
    return answers(registers.form(actor, id), model);
  }

  @PostMapping("/registers/applications/{id}/submit")
  @PreAuthorize("hasRole('INSTITUTION')")
  String submit(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean first = registers.form(actor, id).file().state() == CaseState.DRAFT;
    Outcome<String> done = registers.submit(actor, id, f.checked("declared"));
    if (!done.isDone()) return Pages.refused(check(actor, id, model), done);
    return Pages.go(
        "/registers/applications/" + id + "/receipt", first ? "申请已提交" : "补正已提交", first ? "Handed in" : "Handed in again");
  }

  @GetMapping("/registers/applications/{id}/receipt")
  @PreAuthorize("hasRole('INSTITUTION')")
  String receipt(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("form", registers.form(actor, id));
    return "registers/receipt";
  }
}
