package org.zhuqi.platform.contracts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.catalogue.Standing;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractPanel;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.Terms;
import org.zhuqi.platform.contracts.VoucherReach;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Contracts: the list, the one form, the page of one contract, and changing its terms. */
@Controller
class ContractPages {
  private final Contracts contracts;
  private final ContractPapers papers;
  private final Catalogue catalogue;
  private final Rules rules;
  private final Listings listings;
  private final ObjectProvider<ContractPanel> panels;
  private final VoucherReach reach;
  private final Clock clock;

  ContractPages(
      Contracts contracts,
      ContractPapers papers,
      Catalogue catalogue,
      Rules rules,
      Listings listings,
      ObjectProvider<ContractPanel> panels,
      VoucherReach reach,
      Clock clock) {
    this.contracts = contracts;
    this.papers = papers;
    this.catalogue = catalogue;
    this.rules = rules;
    this.listings = listings;
    this.panels = panels;
    this.reach = reach;
    this.clock = clock;
  }

  @GetMapping("/contracts")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','AUDITOR')")
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show(
        "contracts/list", ContractList.of(rules, actor), query, actor, ContractList.parameters(actor, LocalDate.now(clock)));
  }

  @GetMapping("/contracts/new")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String blank(Actor actor, @RequestParam(required = false) @Nullable UUID item, Model model) {
    if (item == null) return Pages.go("/services");
    Optional<ServiceItem> open = catalogue.open(item);
    if (open.isEmpty()) return Pages.go("/services", "该服务目前不在目录中，请另选。", "This service is not in the catalogue now; choose another.");
    return form(actor, open.get(), null, model);
  }

  @PostMapping("/contracts")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String draft(Actor actor, Fields f, Model model) {
    UUID item = f.id("item");
    // Read first: the command runs only if nothing on the form was wrong.
    DraftContract draft = TermsForm.draft(f, item);
    Outcome<UUID> made = f.then(() -> contracts.draft(actor, draft));
    if (!(made instanceof Outcome.Done<UUID>(var id))) return Pages.refused(form(actor, catalogue.item(item), null, model), made);
    if (!f.checked("offer")) return Pages.go("/contracts/" + id, "草稿已保存", "Draft kept");
    Outcome<Contract> offered = contracts.offer(actor, id);
    if (offered.isDone()) return Pages.go("/contracts/" + id, "已发给服务机构，等待答复", "Sent to the institution");
    return Pages.refused(show(actor, id, model), offered);
  }

  @GetMapping("/contracts/{id}")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')")
  String show(Actor actor, @PathVariable UUID id, Model model) {
    Contract c = contracts.get(actor, id);
    Standing.State standing = catalogue.standing(List.of(c.provider())).get(c.provider());
    model.addAttribute("c", c);
    model.addAttribute("item", catalogue.item(c.item(), c.itemVersion()));
    model.addAttribute("category", Rules.label(rules.categories().items(), c.category()));
    model.addAttribute("events", contracts.timeline(id).reversed().stream().map(Words::event).toList());
    model.addAttribute("papers", papers.of(c));
    model.addAttribute("acts", contracts.possible(actor, c));
    model.addAttribute("warnings", contracts.warnings(c));
    model.addAttribute("late", c.daysOverdue(LocalDate.now(clock)));
    model.addAttribute("removed", standing != null && !standing.mayFinish() ? Optional.ofNullable(standing.reason()) : Optional.empty());
    model.addAttribute("providerRemoved", standing != null && !standing.mayFinish());
    model.addAttribute("panels", panels.orderedStream().map(x -> x.panel(actor, c)).flatMap(Optional::stream).toList());
    return "contracts/contract";
  }

  @GetMapping("/contracts/{id}/terms")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String terms(Actor actor, @PathVariable UUID id, Model model) {
    Contract c = contracts.get(actor, id);
    return form(actor, catalogue.item(c.item(), c.itemVersion()), c, model);
  }

  @PostMapping("/contracts/{id}/terms")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION')")
  String change(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    Contract c = contracts.get(actor, id);
    int revision = f.number("revision", 1, Integer.MAX_VALUE);
    Terms terms = TermsForm.read(f);
    String note = f.optional("note", 500);
    boolean draft = c.state() == org.zhuqi.platform.contracts.ContractState.DRAFT;
    Outcome<Contract> done =
        f.then(() -> draft ? contracts.edit(actor, id, revision, terms) : contracts.counter(actor, id, revision, terms, note));
    if (done.isDone()) return Pages.go("/contracts/" + id, draft ? "已保存" : "修改已发给对方", draft ? "Kept" : "Changes sent to the other side");
    return Pages.refused(form(actor, catalogue.item(c.item(), c.itemVersion()), c, model), done);
  }

  private String form(Actor actor, ServiceItem item, @Nullable Contract c, Model model) {
    LocalDate today = LocalDate.now(clock);
    Long fee = item.item().feeFen();
    Terms start =
        c == null
            ? new Terms(item.item().title() + "合同", Objects.requireNonNullElse(fee, 0L), 0, today, today.plusMonths(3), null, null, null)
            : new Terms(c.title(), c.priceFen(), c.voucherFen(), c.from(), c.until(), c.terms(), c.otherFunding(), c.priceReason());
    model.addAttribute("item", item);
    model.addAttribute("c", Optional.ofNullable(c));
    model.addAttribute("start", start);
    // What a client has is its own affair: the other side is only warned of what does not reach.
    model.addAttribute("reach", actor.is(Role.ENTERPRISE) ? reach.usable(actor.partyOrThrow()) : List.of());
    model.addAttribute("category", Rules.label(rules.categories().items(), item.item().category()));
    return "contracts/form";
  }
}
