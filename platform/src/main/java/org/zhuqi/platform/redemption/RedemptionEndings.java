package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/**
 * What becomes of locked money that is not redeemed: it is free on the voucher again, where the voucher's own life decides
 * whether it can still be used or lapses to the budget.
 */
@Component
class RedemptionEndings implements DueWork {
  /** Days before the end of the window on which the institution is reminded. */
  private static final int[] REMINDERS = {30, 7, 1};

  private final RedemptionStore store;
  private final EvidenceStore evidence;
  private final InvoiceUses uses;
  private final Ledger ledger;
  private final RedemptionMessages messages;
  private final AuditTrail audit;
  private final Clock clock;

  RedemptionEndings(
      RedemptionStore store,
      EvidenceStore evidence,
      InvoiceUses uses,
      Ledger ledger,
      RedemptionMessages messages,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.uses = uses;
    this.ledger = ledger;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends it for good: its state is kept and whatever is still locked for it is unlocked. */
  void end(Actor by, Redemption r, RedemptionState state) {
    store.state(r.id(), state, clock.instant());
    unlock(by, r);
  }

  void unlock(Actor by, Redemption r) {
    for (Redemption.Part p : store.parts(r.id())) {
      Money left = ledger.remaining(p.hold());
      if (left.isPositive()) ledger.release(p.hold(), left, Movement.RELEASE, Redemptions.KIND, r.id(), by);
    }
  }

  /** Its invoices may be used again, unless they were taken back. */
  void freeInvoices(Redemption r) {
    evidence.invoices(r.id()).forEach(i -> uses.free(i, r.contract()));
  }

  @Override
  public void run(LocalDate today) {
    for (int days : REMINDERS) store.draftsEnding(today.plusDays(days)).forEach(messages::reminder);
    for (Redemption r : store.lockMissed(today)) {
      end(Actor.SYSTEM, r, RedemptionState.LAPSED);
      audit.record(Actor.SYSTEM, "redemption.lapsed", Redemptions.KIND, r.id(), null, "超过兑现期限未申请",
          Map.of("lastDay", r.lastDay().toString()));
      messages.lapsed(r);
    }
  }
}
