package org.zhuqi.platform.inspections.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.inspections.Draws;
import org.zhuqi.platform.inspections.Recovered;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.payouts.Reconciliation;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.shared.Actor;

/** What supervision sees at a glance, and what the public sees of the results. */
@Controller
class OversightPages {
  private static final String ACCESS = "audit.access";

  private final Redemptions redemptions;
  private final PayoutViews payouts;
  private final Recovered recovered;
  private final Draws draws;
  private final AuditChain chain;
  private final Funders funders;
  private final Measures measures;

  OversightPages(
      Redemptions redemptions, PayoutViews payouts, Recovered recovered, Draws draws, AuditChain chain, Funders funders, Measures measures) {
    this.redemptions = redemptions;
    this.payouts = payouts;
    this.recovered = recovered;
    this.draws = draws;
    this.chain = chain;
    this.funders = funders;
    this.measures = measures;
  }

  private List<Result> figures() {
    Map<String, Money> notice = redemptions.totalsByFunder(RedemptionState.ON_NOTICE);
    Map<String, Money> owed = redemptions.totalsByFunder(RedemptionState.PAYABLE);
    Map<String, Money> paid = redemptions.totalsByFunder(RedemptionState.PAID);
    Map<String, Recovered.Sum> back = recovered.byFunder();
    TreeSet<String> codes = new TreeSet<>(funders.codes());
    codes.addAll(paid.keySet());
    List<Result> results = new ArrayList<>();
    for (String f : codes) {
      Recovered.Sum sum = back.getOrDefault(f, Recovered.Sum.NONE);
      results.add(
          new Result(
              f, funders.label(f), notice.getOrDefault(f, Money.ZERO),
              owed.getOrDefault(f, Money.ZERO), paid.getOrDefault(f, Money.ZERO), sum.demanded(), sum.received()));
    }
    return results;
  }

  @GetMapping("/results")
  @PreAuthorize("permitAll()")
  String results(Model model) {
    model.addAttribute("results", figures());
    model.addAttribute("draws", draws.list());
    model.addAttribute("provision", duty());
    model.addAttribute("funders", funders);
    return "inspections/results";
  }

  @GetMapping("/api/v1/results")
  @PreAuthorize("permitAll()")
  @ResponseBody
  List<Result> resultsAsJson() {
    return figures();
  }

  @GetMapping("/oversight")
  @PreAuthorize("hasRole('AUDITOR')")
  String oversight(Actor actor, Model model) {
    List<Reconciliation> all = payouts.funders(actor).stream().map(f -> payouts.reconcile(actor, f)).toList();
    model.addAttribute("results", figures());
    model.addAttribute("reconciliations", all);
    model.addAttribute("head", chain.head().orElse(null));
    model.addAttribute("provision", duty());
    model.addAttribute("funders", funders);
    return "inspections/oversight";
  }

  /** The provision under which supervision and the public look; empty where no measure has one. */
  private String duty() {
    return measures.all().stream()
        .flatMap((Pack p) -> p.byRole(RecordDuty.class, ACCESS).stream())
        .map(RecordDuty::id)
        .findFirst()
        .orElse("");
  }
}
