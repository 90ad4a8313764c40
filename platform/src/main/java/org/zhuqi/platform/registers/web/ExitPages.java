package org.zhuqi.platform.registers.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.platform.registers.Exits;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** Leaving a register: the party asks, the centre decides. */
@Controller
public class ExitPages {
  private final Exits exits;

  ExitPages(Exits exits) {
    this.exits = exits;
  }

  /** A request with what still runs. */
  public record Line(Exits.Exit exit, Exits.Prospect prospect) {}

  @GetMapping("/registers/entries/{id}/exit")
  @PreAuthorize("hasRole('INSTITUTION')")
  String form(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("prospect", exits.prospect(actor, id));
    model.addAttribute("latest", exits.latest(id));
    return "registers/exit";
  }

  @PostMapping("/registers/entries/{id}/exit")
  @PreAuthorize("hasRole('INSTITUTION')")
  String ask(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    String reason = Objects.requireNonNullElse(f.optional("reason", 1000), "");
    Outcome<UUID> asked = f.then(() -> exits.ask(actor, id, reason));
    return asked.isDone()
        ? Pages.go("/registers/entries/" + id + "/exit", "退出申请已提交", "Your request was handed in")
        : Pages.refused(form(actor, id, model), asked);
  }

  @PostMapping("/registers/exits/{id}/withdraw")
  @PreAuthorize("hasRole('INSTITUTION')")
  String withdraw(Actor actor, @PathVariable UUID id, Model model) {
    UUID entry = exits.get(id).entry();
    Outcome<Void> done = exits.withdraw(actor, id);
    return done.isDone()
        ? Pages.go("/registers/entries/" + entry + "/exit", "已撤回", "Withdrawn")
        : Pages.refused(form(actor, entry, model), done);
  }

  @GetMapping("/registers/exits")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','AUDITOR')")
  String open(Actor actor, Model model) {
    List<Line> lines = exits.open().stream().map(x -> new Line(x, exits.prospect(actor, x.entry()))).toList();
    model.addAttribute("lines", lines);
    return "registers/exits";
  }

  @PostMapping("/registers/exits/{id}/decide")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String decide(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean grant = "GRANT".equals(f.text("decision", 10));
    String grounds = Objects.requireNonNullElse(f.optional("grounds", 1000), "");
    Outcome<Void> done = f.then(() -> exits.decide(actor, id, grant, grounds));
    return done.isDone() ? Pages.go("/registers/exits", "已决定", "Decided") : Pages.refused(open(actor, model), done);
  }
}
