package org.zhuqi.platform.vouchers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.vouchers.VoucherPart;
import org.zhuqi.platform.vouchers.Vouchers;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;

/** Filing of an agreed contract against vouchers, on the contract's page and on one of its own. */
@Controller
class FilingPages {
  private static final String READERS = "hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','REVIEWER','AUDITOR')";
  private final Filing filing;
  private final Contracts contracts;
  private final Vouchers vouchers;
  private final VoucherMeasures measures;

  FilingPages(Filing filing, Contracts contracts, Vouchers vouchers, VoucherMeasures measures) {
    this.filing = filing;
    this.contracts = contracts;
    this.vouchers = vouchers;
    this.measures = measures;
  }

  /** The part of the contract's page that loads by itself. */
  @GetMapping("/contracts/{id}/filing/panel")
  @PreAuthorize(READERS)
  String panel(Actor actor, @PathVariable UUID id, Model model) {
    fill(actor, id, model);
    return "vouchers/filingpanel";
  }

  @GetMapping("/contracts/{id}/filing")
  @PreAuthorize(READERS)
  String show(Actor actor, @PathVariable UUID id, Model model) {
    fill(actor, id, model);
    return "vouchers/filing";
  }

  private Contract fill(Actor actor, UUID id, Model model) {
    Contract c = contracts.get(actor, id);
    boolean client = c.client().equals(actor.party());
    var usable = client && c.state() == ContractState.AGREED ? vouchers.usable(c.client()) : List.<org.zhuqi.platform.vouchers.Voucher>of();
    model.addAttribute("c", c);
    model.addAttribute("filed", filing.of(id));
    model.addAttribute("usable", Proposal.spread(usable, c.voucher()));
    model.addAttribute("word", filing.categoryWord(id));
    model.addAttribute("needsWord", measures.categories().stream().anyMatch(i -> i.code().equals(c.category()) && i.has("needsApproval")));
    model.addAttribute("category", measures.category(c.category()));
    model.addAttribute("client", client);
    model.addAttribute("judge", actor.is(Role.CENTRE, Role.BUREAU));
    model.addAttribute("basis", measures.article("contract.filing"));
    return c;
  }

  @PostMapping("/contracts/{id}/filing")
  @PreAuthorize("hasRole('ENTERPRISE')")
  String file(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    Contract c = contracts.get(actor, id);
    List<VoucherPart> parts = new ArrayList<>();
    for (var v : vouchers.usable(c.client())) {
      String typed = f.optional("part." + v.id(), 20);
      if (typed == null || typed.matches("0+(\\.0+)?")) continue;
      Money amount = f.money("part." + v.id());
      if (amount.isPositive()) parts.add(new VoucherPart(v.id(), amount));
    }
    Outcome<UUID> filed = f.then(() -> filing.file(actor, id, parts));
    if (filed.isDone()) return Pages.go("/contracts/" + id, "已备案，券额已锁定", "Filed; the vouchers are locked");
    fill(actor, id, model);
    return Pages.refused("vouchers/filing", filed);
  }

  @PostMapping("/contracts/{id}/category")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  String judge(Actor actor, @PathVariable UUID id, Fields f, Model model) {
    boolean approved = "yes".equals(f.text("approved", 3));
    String reason = f.text("reason", 500);
    Outcome<UUID> judged = f.then(() -> filing.judgeCategory(actor, id, approved, reason));
    if (judged.isDone()) return Pages.go("/contracts/" + id + "/filing", "已认定", "Judged");
    fill(actor, id, model);
    return Pages.refused("vouchers/filing", judged);
  }
}
