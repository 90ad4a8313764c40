package org.zhuqi.platform.registers.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import java.time.LocalDate;
import org.zhuqi.platform.registers.Application;
import org.zhuqi.platform.registers.ApplicationForm;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.Exits;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** What a party has in registers, with what is missing and by when; and an enterprise's recommendation. */
@Controller
public class OwnPages {
  private final Registers registers;
  private final YearlyPapers yearly;
  private final Exits exits;
  private final Removals removals;

  OwnPages(Registers registers, YearlyPapers yearly, Exits exits, Removals removals) {
    this.registers = registers;
    this.yearly = yearly;
    this.exits = exits;
    this.removals = removals;
  }

  /** One register as it concerns the party. @param why why it cannot apply; empty when it can */
  public record Own(
      Registers.Kept kept,
      Optional<Entry> entry,
      Optional<YearlyPapers.Due> due,
      Optional<Exits.Exit> exit,
      Optional<ApplicationForm> open,
      List<Refusal> why) {}

  @GetMapping("/registers/mine")
  @PreAuthorize("hasRole('INSTITUTION')")
  String mine(Actor actor, Model model) {
    List<Application> mine = registers.mine(actor);
    model.addAttribute("own", registers.kept().stream().map(k -> own(actor, k, mine)).toList());
    model.addAttribute("removals", removals.list(actor, false));
    return "registers/mine";
  }

  private Own own(Actor actor, Registers.Kept k, List<Application> mine) {
    Optional<Entry> entry = registers.entryOf(actor.partyOrThrow(), k.measure()).filter(e -> e.register().equals(k.register()));
    Optional<Entry> live = entry.filter(e -> e.state().isLive());
    Optional<ApplicationForm> open =
        mine.stream()
            .filter(a -> a.open() && a.measure().equals(k.measure()) && a.register().equals(k.register()))
            .findFirst()
            .map(a -> registers.form(actor, a.id()));
    return new Own(
        k, entry, live.flatMap(e -> yearly.due(actor, e.id())), entry.flatMap(e -> exits.latest(e.id())), open,
        registers.mayNotApply(k.measure(), k.register(), actor.partyOrThrow()));
  }

  @GetMapping("/registers/recommend")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String recommendation(Model model) {
    model.addAttribute("kept", registers.kept());
    return "registers/recommend";
  }

  @PostMapping("/registers/{measure}/{register}/recommend")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String recommend(Actor actor, @PathVariable String measure, @PathVariable String register, Fields f, Model model) {
    String code = f.text("creditCode", 40);
    LocalDate since = f.date("since");
    String statement = Objects.requireNonNullElse(f.optional("statement", 1000), "");
    Outcome<Void> done = f.then(() -> registers.recommend(actor, measure, register, code, since, statement));
    return done.isDone()
        ? Pages.go("/registers/recommend", "推荐已登记，机构申请时会自动引用。", "Recorded; the institution's application refers to it by itself.")
        : Pages.refused(recommendation(model), done);
  }
}
