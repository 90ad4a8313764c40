package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.vouchers.Filing;

/**
 * What becomes of locked money that is not redeemed: it is free on the voucher again, where the voucher's own life decides
 * whether it can still be used or lapses to the budget.
 */
@Component
class RedemptionEndings implements DueWork {
  private final RedemptionStore store;
  private final EvidenceStore evidence;
  private final InvoiceUses uses;
  private final Filing filing;
  private final RedemptionChecks checks;
  private final RedemptionMessages messages;
  private final AuditTrail audit;
  private final Clock clock;

  RedemptionEndings(
      RedemptionStore store,
      EvidenceStore evidence,
      InvoiceUses uses,
      Filing filing,
      RedemptionChecks checks,
      RedemptionMessages messages,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.uses = uses;
    this.filing = filing;
    this.checks = checks;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends it for good: its state is kept and whatever is still locked for it is unlocked. */
  void end(Actor by, Redemption r, RedemptionState state, String reason) {
    store.state(r.id(), state, clock.instant());
    filing.giveBack(by, r.contract(), store.parts(r.id()).stream().map(Redemption.Part::hold).toList(), reason);
  }

  /** Its invoices may be used again, unless they were taken back. */
  void freeInvoices(Redemption r) {
    evidence.invoices(r.id()).forEach(i -> uses.free(i, r.contract()));
  }

  @Override
  public void run(LocalDate today) {
    for (Redemption r : store.openDrafts(today)) {
      int left = (int) ChronoUnit.DAYS.between(today, r.lastDay());
      if (checks.materials(r).remindDaysAhead().contains(left)) messages.reminder(r);
    }
    for (Redemption r : store.lockMissed(today)) {
      String reason = "超过兑现期限未申请";
      end(Actor.SYSTEM, r, RedemptionState.LAPSED, reason);
      audit.record(Actor.SYSTEM, "redemption.lapsed", Redemptions.KIND, r.id(), checks.materials(r).id(), reason,
          Map.of("lastDay", r.lastDay().toString()));
      messages.lapsed(r);
    }
  }
}
