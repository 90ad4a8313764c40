package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.BudgetLine;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.PlanBudget;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Budget lines: the bureau plans, finance confirms or returns, everybody sees where each stands. */
@Controller
class BudgetPages {
  private final Budgets budgets;
  private final VoucherMeasures measures;
  private final Funders funders;
  private final Listings listings;
  private final Clock clock;

  BudgetPages(Budgets budgets, VoucherMeasures measures, Funders funders, Listings listings, Clock clock) {
    this.listings = listings;
    this.budgets = budgets;
    this.measures = measures;
    this.funders = funders;
    this.clock = clock;
  }

  @Bean
  static NavItem budgetsEntry() {
    return NavItem.of("预算", "Budgets", "/budgets", 310, Role.BUREAU, Role.FINANCE, Role.AUDITOR);
  }

  @GetMapping("/budgets")
  @PreAuthorize("hasAnyRole('BUREAU','FINANCE','AUDITOR')")
  ModelAndView lines(Actor actor, ListQuery query) {
    ModelAndView page = listings.show("vouchers/budgets", BudgetList.of(funders), query, actor, ClaimList.scope(actor));
    page.addObject("waiting", budgets.lines(actor).stream().filter(l -> l.open() != null).toList());
    page.addObject("funders", funders);
    page.addObject("basis", measures.article("budget.supervision"));
    page.addObject("year", LocalDate.now(clock).getYear());
    page.addObject("measureOptions", measures.forBudgets().stream().map(m -> new Option(m.code(), m.title())).toList());
    page.addObject("funderOptions", actor.funders().stream().sorted().map(f -> new Option(f, funders.label(f))).toList());
    return page;
  }

  private ModelAndView refused(Actor actor, Outcome<?> outcome) {
    ModelAndView page = lines(actor, new ListQuery("/budgets", Map.of()));
    Pages.refused("vouchers/budgets", outcome);
    return page;
  }

  @PostMapping("/budgets")
  @PreAuthorize("hasRole('BUREAU')")
  ModelAndView plan(Actor actor, Fields f) {
    PlanBudget plan =
        new PlanBudget(
            f.text("measure", 20), f.text("funder", 40), f.number("year", 2000, 9999), f.money("amount"), f.text("reason", 300));
    Outcome<UUID> planned = f.then(() -> budgets.plan(actor, plan));
    return planned.isDone()
        ? new ModelAndView(Pages.go("/budgets", "已编制，等待财政部门确认", "Planned; finance has yet to confirm it"))
        : refused(actor, planned);
  }

  @GetMapping("/budgets/{line}")
  @PreAuthorize("hasAnyRole('BUREAU','FINANCE','AUDITOR')")
  String line(Actor actor, @PathVariable UUID line, Model model) {
    BudgetLine found =
        budgets.lines(actor).stream()
            .filter(l -> l.line().id().equals(line))
            .findFirst()
            .orElseThrow(() -> new org.zhuqi.platform.shared.NotFoundException("budget line " + line));
    model.addAttribute("line", found);
    model.addAttribute("funder", funders.label(found.line().funder()));
    model.addAttribute("changes", budgets.changes(line));
    model.addAttribute("basis", measures.article("budget.supervision"));
    return "vouchers/budget";
  }

  @PostMapping("/budgets/changes/{change}/confirm")
  @PreAuthorize("hasRole('FINANCE')")
  ModelAndView confirm(Actor actor, @PathVariable UUID change) {
    Outcome<UUID> done = budgets.confirm(actor, change);
    return done instanceof Outcome.Done<UUID>(var line)
        ? new ModelAndView(Pages.go("/budgets/" + line, "已确认，预算已入账", "Confirmed; the budget is in the ledger"))
        : refused(actor, done);
  }

  @PostMapping("/budgets/changes/{change}/refuse")
  @PreAuthorize("hasRole('FINANCE')")
  ModelAndView refuse(Actor actor, @PathVariable UUID change, Fields f) {
    String reason = f.text("reason", 300);
    Outcome<UUID> done = f.then(() -> budgets.refuse(actor, change, reason));
    return done instanceof Outcome.Done<UUID>(var line)
        ? new ModelAndView(Pages.go("/budgets/" + line, "已退回主管部门", "Returned to the bureau"))
        : refused(actor, done);
  }
}
