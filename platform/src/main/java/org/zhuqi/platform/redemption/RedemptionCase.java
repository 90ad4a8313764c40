package org.zhuqi.platform.redemption;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseBody;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** The case of an application: what is shown in it, and what follows from its steps. */
@Component
class RedemptionCase implements CaseKind {
  private final RedemptionStore store;
  private final EvidenceStore evidence;
  private final RedemptionChecks checks;
  private final RedemptionFlow flow;
  private final RedemptionEndings endings;
  private final InvoiceUses uses;
  private final java.time.Clock clock;

  RedemptionCase(
      RedemptionStore store,
      EvidenceStore evidence,
      RedemptionChecks checks,
      RedemptionFlow flow,
      RedemptionEndings endings,
      InvoiceUses uses,
      java.time.Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.checks = checks;
    this.flow = flow;
    this.endings = endings;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Redemptions.KIND;
  }

  @Override
  public Outcome<Void> moved(CaseFile file, CaseEvent event, Actor by, String reason) {
    Redemption r = store.find(file.subject(), true).orElseThrow();
    Outcome<Void> allowed =
        switch (event) {
          case SUBMITTED, RESUBMITTED -> handedIn(r);
          case STAGE_PASSED -> r.isStopped() ? stopped(r) : reviewed(r, by);
          case PASSED -> r.isStopped() ? stopped(r) : Outcome.done(null);
          default -> Outcome.done(null);
        };
    if (!allowed.isDone()) return allowed;
    RedemptionState.after(event).ifPresent(state -> follow(by, r, state, reason));
    return allowed;
  }

  private void follow(Actor by, Redemption r, RedemptionState state, String reason) {
    if (state == RedemptionState.WITHHELD) {
      endings.end(by, r, state, reason);
      return;
    }
    store.state(r.id(), state, clock.instant());
    if (state.isDropped()) endings.freeInvoices(r);
  }

  /** Whichever way it was handed in: everything must hold, and the invoices are taken now, here and in other cities. */
  private Outcome<Void> handedIn(Redemption r) {
    Redemption.Full full =
        new Redemption.Full(r, store.parts(r.id()), evidence.invoices(r.id()), evidence.receipts(r.id()), List.of(), List.of());
    RedemptionChecks.Checked checked = flow.check(full);
    List<Refusal> wrong = new ArrayList<>(RedemptionFlow.refusals(checked.all()));
    if (!r.state().isWithApplicant()) wrong.add(Refusal.of("redemption_state", "该申请已不能提交。", "This application can no longer be handed in."));
    if (!r.declared()) wrong.add(Refusal.of("not_declared", "请先声明对材料负责。", "Declare first that you answer for the papers."));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    for (Redemption.UsedInvoice i : full.invoices()) {
      if (uses.take(i, r.contract()) != InvoiceUses.Use.MINE) {
        return Outcome.refused(Refusal.of("redemption_invoice_free", "发票 " + i.invoice().number() + " 刚刚被用于其他申请。",
            "Invoice " + i.invoice().number() + " has just been used for another application.").by(checks.materials(r).id()));
      }
    }
    flow.keep(r, checked);
    return Outcome.done(null);
  }

  /** The review stage passes only with this reviewer's own sheet. */
  private Outcome<Void> reviewed(Redemption r, Actor by) {
    boolean sheet = evidence.reviews(r.id()).stream().anyMatch(v -> v.reviewer().equals(by.account()));
    return sheet
        ? Outcome.done(null)
        : Outcome.refused(Refusal.of("review_sheet_missing", "请先填写审核表。", "Fill in the review sheet first.").by(checks.stages(r).id()));
  }

  private static Outcome<Void> stopped(Redemption r) {
    Redemption.Stop stop = java.util.Objects.requireNonNull(r.stop());
    return Outcome.refused(
        Refusal.of("redemption_stopped", "该申请已停止：" + stop.reason(), "This application is stopped: " + stop.reason())
            .by(stop.provision())
            .remedy("查明后恢复，或不予通过。", "Resume it once cleared up, or refuse it."));
  }

  @Override
  public CaseBody body(Actor viewer, CaseFile file) {
    Redemption r = store.find(file.subject(), false).orElseThrow();
    List<CaseBody.Section> sections = new ArrayList<>(RedemptionForm.sections(r, evidence));
    if (!viewer.role().isParty()) sections.addAll(RedemptionForm.reviews(evidence.reviews(r.id()), checks.questions(r)));
    List<CaseBody.Link> links = new ArrayList<>();
    links.add(new CaseBody.Link(new Text("兑现申请", "The application"), "/redemptions/" + r.id()));
    links.add(new CaseBody.Link(new Text("合同", "The contract"), "/contracts/" + r.contract()));
    if (viewer.is(Role.REVIEWER)) {
      links.add(new CaseBody.Link(new Text("填写审核表", "Fill in the review sheet"), "/redemptions/" + r.id() + "/review"));
    }
    return new CaseBody(
        sections,
        List.of(new CaseBody.Evidence(Redemptions.KIND, r.id()), new CaseBody.Evidence("contract", r.contract())),
        decision(r),
        checks.materials(r).items().stream().map(i -> new org.zhuqi.measures.Menu.Item(i.code(), i.name(), java.util.Set.of())).toList(),
        checks.questions(r).stream().map(org.zhuqi.measures.Menu.Item::label).toList(),
        links);
  }

  private @Nullable Decision decision(Redemption r) {
    return store.checks(r.id()).map(RedemptionFlow::decision).orElse(null);
  }
}
