package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.notices.NoticeSubject;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.payouts.DecidedBy;
import org.zhuqi.platform.payouts.Owed;
import org.zhuqi.platform.payouts.PayableSettled;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.shared.Actor;

/** From the end of the notice to the payment: what is cleared is redeemable in the ledger and owed by its funder. */
@Component
class RedemptionClearing implements NoticeSubject {
  /** What measures call the act of paying, where they keep it apart from others. */
  private static final String PAYMENT = "payment";

  private final RedemptionStore store;
  private final RedemptionChecks checks;
  private final Casework casework;
  private final Ledger ledger;
  private final Payouts payouts;
  private final Notices notices;
  private final RedemptionMessages messages;
  private final Clock clock;

  RedemptionClearing(
      RedemptionStore store,
      RedemptionChecks checks,
      Casework casework,
      Ledger ledger,
      Payouts payouts,
      @org.springframework.context.annotation.Lazy Notices notices,
      RedemptionMessages messages,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.casework = casework;
    this.ledger = ledger;
    this.payouts = payouts;
    this.notices = notices;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Redemptions.KIND;
  }

  /** A stopped line waits: it is cleared when it is resumed. */
  @Override
  public void cleared(UUID ref, UUID notice) {
    Redemption r = store.find(ref, true).orElseThrow();
    if (r.state() == RedemptionState.ON_NOTICE && !r.isStopped()) clear(r);
  }

  @Override
  public void upheld(UUID ref, UUID notice, String answer) {
    Redemption r = store.find(ref, true).orElseThrow();
    if (r.state() != RedemptionState.ON_NOTICE) return;
    casework.move(Actor.SYSTEM, Redemptions.caseOf(r), CaseEvent.OBJECTION_UPHELD, answer);
    messages.objectionUpheld(r, answer, rule(r).id());
  }

  @Override
  public void held(UUID ref, UUID notice) {
    store.find(ref, false).ifPresent(r -> messages.objected(r, rule(r).id()));
  }

  /** Goes on where it was stopped: a line whose notice had run its time meanwhile is cleared now. */
  @EventListener
  void on(RedemptionResumed resumed) {
    Redemption r = store.find(resumed.redemption(), true).orElseThrow();
    UUID notice = r.notice();
    if (r.state() != RedemptionState.ON_NOTICE || notice == null) return;
    boolean over =
        notices.get(notice).lines().stream()
            .anyMatch(l -> l.ref().equals(r.id()) && l.state() == org.zhuqi.platform.notices.Notice.LineState.CLEARED);
    if (over) clear(r);
  }

  private void clear(Redemption r) {
    Map<UUID, Money> byLine = new LinkedHashMap<>();
    for (Redemption.Part p : store.parts(r.id())) {
      ledger.capture(p.hold(), p.amount(), Movement.APPROVE, Redemptions.KIND, r.id(), Actor.SYSTEM);
      byLine.merge(p.line(), p.amount(), Money::plus);
    }
    casework.move(Actor.SYSTEM, Redemptions.caseOf(r), CaseEvent.GRANTED, "公示期满无异议");
    DecidedBy decided = decidedBy(r);
    byLine.forEach((line, amount) -> payouts.owe(Actor.SYSTEM, owed(r, line, amount), decided));
    messages.cleared(r, rule(r).id());
  }

  /** Who took a stage of the case that a measure keeps apart from the payment. */
  private DecidedBy decidedBy(Redemption r) {
    Set<UUID> accounts = new HashSet<>();
    String provision = null;
    for (Map.Entry<String, Set<UUID>> stage : casework.deciders(Redemptions.caseOf(r)).entrySet()) {
      for (Separation rule : checks.separations(r)) {
        if (!rule.mustBeApart(stage.getKey(), PAYMENT)) continue;
        accounts.addAll(stage.getValue());
        provision = rule.id();
      }
    }
    return new DecidedBy(accounts, provision);
  }

  private Owed owed(Redemption r, UUID line, Money amount) {
    return new Owed(
        Redemptions.KIND, r.id(), r.number(), r.measure(), r.version(), rule(r).id(), r.funder(), line,
        ledger.account(AccountKind.REDEEMABLE, line, r.contract()), r.provider(), amount,
        new Text("助企券兑现 " + r.number(), "Voucher redemption " + r.number()), "/redemptions/" + r.id());
  }

  private Notice rule(Redemption r) {
    return checks.pack(r).one(Notice.class, "redemption.notice");
  }

  /** The treasury answered: paid when all of it is, to be paid again when a part bounced. */
  @EventListener
  void on(PayableSettled settled) {
    Owed owed = settled.payable().owed();
    if (!owed.sourceKind().equals(Redemptions.KIND)) return;
    List<PayableState> states = payouts.statesOf(Redemptions.KIND, owed.source());
    RedemptionState state =
        states.stream().allMatch(s -> s == PayableState.PAID)
            ? RedemptionState.PAID
            : states.stream().allMatch(s -> s == PayableState.WITHHELD) ? RedemptionState.WITHHELD : RedemptionState.PAYABLE;
    store.state(owed.source(), state, clock.instant());
    Redemption r = store.find(owed.source(), false).orElseThrow();
    Redemption.Stop stop = r.stop();
    boolean review = settled.payable().suspended() && !settled.payable().stopped();
    if (stop != null && review && settled.payable().state() == PayableState.PAID) messages.paidWhileStopped(r, stop);
  }
}
