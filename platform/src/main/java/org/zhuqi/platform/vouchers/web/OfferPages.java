package org.zhuqi.platform.vouchers.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFacts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Ask;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Claim;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.vouchers.ClaimDesk;
import org.zhuqi.platform.vouchers.Offers;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** What could I get, and why not; one click claims; the answer with every condition. */
@Controller
class OfferPages {
  private final Offers offers;
  private final ClaimDesk desk;
  private final Batches batches;
  private final Decisions decisions;
  private final VoucherMeasures measures;
  private final Parties parties;

  OfferPages(Offers offers, ClaimDesk desk, Batches batches, Decisions decisions, VoucherMeasures measures, Parties parties) {
    this.offers = offers;
    this.desk = desk;
    this.batches = batches;
    this.decisions = decisions;
    this.measures = measures;
    this.parties = parties;
  }

  @Bean
  static NavItem offersEntry() {
    return NavItem.of("可领的券", "What I could get", "/offers", 110, Role.ENTERPRISE);
  }

  @GetMapping("/offers")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String offers(Actor actor, Model model) {
    model.addAttribute("offers", offers.of(actor));
    model.addAttribute("years", offers.years(actor));
    model.addAttribute("authenticated", authenticated(actor));
    model.addAttribute("measures", measures);
    return "vouchers/offers";
  }

  /** The desk keeps the key inside its own transaction, so nothing may be open around it. */
  @PostMapping("/claims")
  @PreAuthorize("hasRole('ENTERPRISE')")
  @KeepsOwnKeys
  String claim(Actor actor, Fields f, Model model) {
    UUID batch = f.id("batch");
    Money amount = f.money("amount");
    String category = f.optional("category", 40);
    UUID project = f.optionalId("project");
    String key = f.text("_key", 200);
    Outcome<ClaimAnswer> answer =
        f.then(() -> Outcome.done(desk.claim(actor, new Ask(batch, amount, category == null ? "" : category, project, key))));
    return switch (answer) {
      case Outcome.Done(var a) when a.claim() != null -> told(a);
      case Outcome.Done(var a) -> Pages.refused(offers(actor, model), a.refusals());
      case Outcome.Refused(var refusals) -> Pages.refused(offers(actor, model), refusals);
    };
  }

  private static String told(ClaimAnswer a) {
    String path = "/claims/" + a.claim();
    return switch (a.kind()) {
      case GRANTED -> Pages.go(path, "已领取，券号 " + a.number(), "Granted: voucher " + a.number());
      case WAITING -> Pages.go(path, "已登记，截止后抽签", "Registered; the order is drawn after closing");
      case REFUSED -> Pages.go(path);
    };
  }

  @GetMapping("/claims/{id}")
  @PreAuthorize("hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')")
  String answer(Actor actor, @PathVariable UUID id, Model model) {
    Claim claim = offers.claim(actor, id);
    model.addAttribute("claim", claim);
    model.addAttribute("batch", batches.get(claim.batch()));
    model.addAttribute("category", measures.category(claim.category()));
    model.addAttribute("project", PartyFacts.chosen(claim.project() == null ? List.of() : parties.projects(claim.holder()), claim.project()));
    model.addAttribute("decision", decision(claim.decision()));
    model.addAttribute("authenticated", authenticated(actor));
    return "vouchers/claim";
  }

  /** Whether an official has verified who the caller says it is; nothing to say of officials. */
  private boolean authenticated(Actor actor) {
    return actor.party() == null || parties.get(actor.party()).isVerified();
  }

  private List<org.zhuqi.measures.Decision> decision(@Nullable UUID id) {
    return id == null ? List.of() : List.of(decisions.get(id).decision());
  }
}
