package org.zhuqi.platform.registers.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.EntryScope;
import org.zhuqi.platform.registers.EntryState;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Registers for everybody: which there are, who is in them, who was removed and why. */
@Controller
class PublicRegisterPages {
  private final Registers registers;
  private final Removals removals;
  private final EntryScope scope;
  private final EntryList lists;
  private final Areas areas;
  private final Listings listings;

  PublicRegisterPages(
      Registers registers, Removals removals, EntryScope scope, EntryList lists, Areas areas, Listings listings) {
    this.registers = registers;
    this.removals = removals;
    this.scope = scope;
    this.lists = lists;
    this.areas = areas;
    this.listings = listings;
  }

  @GetMapping("/registers")
  @PreAuthorize("permitAll()")
  String kept(Model model) {
    model.addAttribute("kept", registers.kept());
    return "registers/kept";
  }

  @GetMapping("/registers/{measure}/{register}")
  @PreAuthorize("permitAll()")
  ModelAndView list(@Nullable Actor actor, @PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings
        .show("registers/list", lists.shown(), query, actor, scope.parameters(measure, register))
        .addObject("kept", kept(measure, register));
  }

  @GetMapping("/registers/{measure}/{register}/removed")
  @PreAuthorize("permitAll()")
  ModelAndView removed(@Nullable Actor actor, @PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings
        .show("registers/list", lists.removed(), query, actor, scope.parameters(measure, register))
        .addObject("kept", kept(measure, register));
  }

  @GetMapping("/registers/{measure}/{register}/manage")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU','FINANCE','AUDITOR')")
  ModelAndView manage(Actor actor, @PathVariable String measure, @PathVariable String register, ListQuery query) {
    return listings
        .show("registers/manage", lists.all(), query, actor, scope.parameters(measure, register))
        .addObject("kept", kept(measure, register));
  }

  private Registers.Kept kept(String measure, String register) {
    return registers.kept().stream()
        .filter(k -> k.measure().equals(measure) && k.register().equals(register))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("register " + measure + "/" + register));
  }

  @GetMapping("/registers/entries/{id}")
  @PreAuthorize("permitAll()")
  String entry(@Nullable Actor actor, @PathVariable UUID id, Model model) {
    Entry e = registers.entry(id);
    boolean inside = actor != null && (!actor.role().isParty() || e.party().equals(actor.party()));
    if (!inside && e.state() == EntryState.HIDDEN) throw new NotFoundException("entry " + id);
    model.addAttribute("e", e);
    model.addAttribute("inside", inside);
    model.addAttribute("own", actor != null && e.party().equals(actor.party()));
    model.addAttribute("area", areas.label(e.area()));
    model.addAttribute("events", inside ? Words.events(registers.history(id)) : List.of());
    model.addAttribute("removal", removals.published(id));
    model.addAttribute("effects", removals.effects(id));
    return "registers/entry";
  }
}
