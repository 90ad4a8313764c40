package org.zhuqi.platform.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.Papers;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.HandOverCase;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.registers.RemovedContracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** Removals: propose, hear, decide, carry out. */
@Controller
class RemovalPages {
  private final Removals removals;
  private final Registers registers;
  private final Documents documents;
  private final Papers papers;
  private final RemovedContracts running;
  private final ServiceComplaints complaints;
  private final Clock clock;

  RemovalPages(
      Removals removals,
      Registers registers,
      Documents documents,
      Papers papers,
      RemovedContracts running,
      ServiceComplaints complaints,
      Clock clock) {
    this.complaints = complaints;
    this.removals = removals;
    this.registers = registers;
    this.documents = documents;
    this.papers = papers;
    this.running = running;
    this.clock = clock;
  }

  @GetMapping("/registers/removals")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','ADMIN','AUDITOR')")
  String list(Actor actor, Model model) {
    model.addAttribute("removals", removals.list(actor, false));
    return "registers/removals";
  }

  @GetMapping("/registers/entries/{id}/removal")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String form(Actor actor, @PathVariable UUID id, Model model) {
    Entry e = registers.entry(id);
    model.addAttribute("e", e);
    model.addAttribute("complaints", complaints.about(actor, e.party()));
    model.addAttribute("grounds", removals.grounds(id));
    model.addAttribute("hearUntil", removals.hearAtLeastUntil(id));
    return "registers/removal-form";
  }

  @PostMapping("/registers/entries/{id}/removal")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String propose(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String ground = Objects.requireNonNullElse(f.optional("ground", 80), "");
    String facts = Objects.requireNonNullElse(f.optional("facts", 4000), "");
    LocalDate until = f.date("hearUntil");
    List<UUID> evidence = f.ids("evidence");
    List<UUID> cited = f.ids("complaints");
    Outcome<UUID> made = f.then(() -> removals.propose(actor, id, ground, facts, until, evidence, cited));
    return switch (made) {
      case Outcome.Done(var removal) -> Pages.go("/registers/removals/" + removal, "已提出，并告知机构陈述申辩", "Proposed; the institution is asked for its statement");
      case Outcome.Refused(var refusals) -> Pages.refused(form(actor, id, model), refusals);
    };
  }

  @GetMapping("/registers/removals/{id}")
  @PreAuthorize("hasAnyRole('INSTITUTION','CENTRE','BUREAU','ADMIN','AUDITOR')")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    Removals.Removal r = removals.get(actor, id);
    model.addAttribute("r", r);
    model.addAttribute("papers", papers.papers(documents.attachedTo("register.removal", id)));
    model.addAttribute("statementPapers", papers.papers(documents.attachedTo("register.removal.statement", id)));
    model.addAttribute("heard", r.isHeard(LocalDate.now(clock)));
    model.addAttribute("proposer", r.proposedBy().equals(actor.account()));
    model.addAttribute("effects", removals.effects(r.entry()));
    model.addAttribute("complaints", removals.complaints(actor, id));
    model.addAttribute("handOvers", removals.handOvers(actor, id));
    model.addAttribute("mayHandOver", removals.handOverDuty(r).filter(d -> d.by().contains(actor.role())).isPresent());
    return "registers/removal";
  }

  @PostMapping("/registers/removals/{id}/statement")
  @PreAuthorize("hasRole('INSTITUTION')")
  String heard(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String statement = Objects.requireNonNullElse(f.optional("statement", 4000), "");
    List<UUID> own = f.ids("papers");
    return after(actor, id, model, f.then(() -> removals.heard(actor, id, statement, own)), "陈述申辩已提交", "Your statement was handed in");
  }

  @PostMapping("/registers/removals/{id}/waive")
  @PreAuthorize("hasRole('INSTITUTION')")
  String waive(Actor actor, @PathVariable UUID id, Model model) {
    return after(actor, id, model, removals.waive(actor, id), "已放弃陈述申辩", "Waived");
  }

  @PostMapping("/registers/removals/{id}/decide")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String decide(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean remove = "REMOVE".equals(f.text("decision", 10));
    long revision = f.number("revision", 0, Integer.MAX_VALUE);
    String grounds = Objects.requireNonNullElse(f.optional("grounds", 4000), "");
    return after(actor, id, model, f.then(() -> removals.decide(actor, id, revision, remove, grounds)), "已决定", "Decided");
  }

  @PostMapping("/registers/removals/{id}/carried-out")
  @PreAuthorize("hasAnyRole('CENTRE','ADMIN')")
  String carriedOut(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    LocalDate on = f.date("on");
    String receipt = f.text("receipt", 1000);
    return after(actor, id, model, f.then(() -> removals.carriedOut(actor, id, receipt, on)), "执行情况已登记", "Recorded");
  }

  @PostMapping("/registers/removals/{id}/hand-over")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String handOver(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    HandOverCase to =
        new HandOverCase(f.text("authority", 120), f.date("handedOn"), f.text("reference", 80), Objects.requireNonNullElse(f.optional("note", 1000), ""));
    return after(actor, id, model, f.then(() -> removals.handOver(actor, id, to)), "移送已记录", "Hand-over recorded");
  }

  @GetMapping("/registers/removals/contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String contracts(Actor actor, Model model) {
    model.addAttribute("affected", running.open(actor));
    return "registers/removed-contracts";
  }

  @PostMapping("/registers/removals/contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String choose(Actor actor, Fields f, Model model) {
    UUID removal = f.id("removal");
    UUID contract = f.id("contract");
    boolean finish = "finish".equals(f.text("choice." + contract, 10));
    String reason = f.text("reason." + contract, 500);
    Outcome<Void> done = f.then(() -> running.choose(actor, removal, contract, finish, reason));
    return done.isDone()
        ? Pages.go("/registers/removals/contracts", finish ? "已选择继续履行" : "合同已终止", finish ? "It goes on" : "Ended")
        : Pages.refused(contracts(actor, model), done);
  }

  private String after(Actor actor, UUID id, Model model, Outcome<?> outcome, String zh, String en) {
    return outcome.isDone() ? Pages.go("/registers/removals/" + id, zh, en) : Pages.refused(show(actor, id, model), outcome);
  }
}
