package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Table;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.registers.EntryRemoved;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Halts: for a review, for good, and how one is lifted. */
@Component
class RedemptionStops {
  private static final String EFFECTS = "removal.effects";
  private static final String REDEMPTION_ROW = "redemption";

  private final RedemptionStore store;
  private final RedemptionBars bars;
  private final RedemptionChecks checks;
  private final RedemptionEndings endings;
  private final Parties parties;
  private final Rules rules;
  private final Casework casework;
  private final Payouts payouts;
  private final Measures measures;
  private final RedemptionMessages messages;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RedemptionStops(
      RedemptionStore store,
      RedemptionBars bars,
      RedemptionChecks checks,
      RedemptionEndings endings,
      Parties parties,
      Rules rules,
      Casework casework,
      Payouts payouts,
      Measures measures,
      RedemptionMessages messages,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.bars = bars;
    this.checks = checks;
    this.endings = endings;
    this.parties = parties;
    this.rules = rules;
    this.casework = casework;
    this.payouts = payouts;
    this.measures = measures;
    this.messages = messages;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Only what has been handed in and is not owed yet: a payment is withheld by a finding. */
  Outcome<Void> stop(Actor by, Redemption r, String reason) {
    if (!r.state().isOpen() || r.state() == RedemptionState.PAYABLE || r.isStopped()) {
      return Outcome.refused(Refusal.of("redemption_state", "兑现申请目前为“" + r.state().label().zh() + "”，无需停止。",
          "The application is \"" + r.state().label().en() + "\"; there is nothing to stop."));
    }
    if (reason.isBlank()) return Outcome.refused(reasonMissing());
    Optional<Refusal> related = parties.standAside(by, rules.separation(), r.client(), r.provider());
    if (related.isPresent()) return Outcome.refused(related.get());
    halt(by, r, checks.stages(r).id(), reason);
    store.stopDecided(r.id(), by);
    return Outcome.done(null);
  }

  Outcome<Void> resume(Actor by, Redemption r, String reason) {
    if (!r.isStopped()) return Outcome.refused(Refusal.of("redemption_not_stopped", "该申请没有被停止。", "This application is not stopped."));
    if (reason.isBlank()) return Outcome.refused(reasonMissing());
    Optional<Refusal> related = parties.standAside(by, rules.separation(), r.client(), r.provider());
    if (related.isPresent()) return Outcome.refused(related.get());
    boolean barred = bars.findings(checks.pack(r), r).stream().anyMatch(f -> !f.holds());
    if (barred) return Outcome.refused(Refusal.of("redemption_barred", "一方已被决定不予兑现，不能恢复。", "A side is barred from redemption; it cannot go on.").by(checks.fraud(r).id()));
    store.stop(r.id(), null);
    store.stopDecided(r.id(), by);
    audit.record(by, "redemption.resumed", Redemptions.KIND, r.id(), null, reason, Map.of());
    messages.resumed(r, reason);
    events.publishEvent(new RedemptionResumed(r.id(), by));
    return Outcome.done(null);
  }

  /** Everything of the party that is open ends; what is owed goes back to the budget unless it is with the treasury. */
  void bar(Actor by, UUID party, String provision, String reason, UUID source) {
    bars.add(party, provision, reason, source, clock.instant());
    for (Redemption r : store.lockOpenOf(party)) {
      halt(by, r, provision, reason);
      switch (r.state()) {
        case PAYABLE -> withhold(by, r, provision, reason);
        case DRAFT -> endings.end(by, r, RedemptionState.WITHHELD, reason);
        default -> casework.move(by, Redemptions.caseOf(r), CaseEvent.STOPPED, reason);
      }
    }
  }

  private void withhold(Actor by, Redemption r, String provision, String reason) {
    boolean all =
        payouts.withhold(by, Redemptions.KIND, r.id(), provision, reason).stream()
            .allMatch(p -> p.state() == PayableState.WITHHELD);
    if (all) store.state(r.id(), RedemptionState.WITHHELD, clock.instant());
  }

  /** A removal under a register's measure stops what is in progress, where that measure says so. */
  @EventListener
  void on(EntryRemoved removed) {
    Optional<Table> effects =
        measures.inForce(removed.measure(), removed.on()).flatMap(p -> p.byRole(Table.class, EFFECTS).stream().findFirst());
    if (effects.isEmpty() || effects.get().row(REDEMPTION_ROW).isEmpty()) return;
    for (Redemption r : store.lockOpenOf(removed.party())) {
      if (!r.provider().equals(removed.party()) || r.isStopped()) continue;
      halt(Actor.SYSTEM, r, effects.get().id(), "服务机构已被清退（" + removed.ground().zh() + "），暂停复核");
    }
  }

  void invoiceCancelled(Actor by, Redemption r, String blue, String red) {
    String reason = "发票 " + blue + " 已被红字发票 " + red + " 冲销";
    if (r.state() == RedemptionState.PAID) messages.cancelledAfterPayment(r, reason, checks.materials(r).id());
    else if (r.state().isOpen() && !r.state().isWithApplicant()) halt(by, r, checks.materials(r).id(), reason);
  }

  private void halt(Actor by, Redemption r, String provision, String reason) {
    store.stop(r.id(), new Redemption.Stop(provision, reason, clock.instant()));
    audit.record(by, "redemption.stopped", Redemptions.KIND, r.id(), provision, reason, Map.of("state", r.state().name()));
    messages.stopped(r, reason, provision);
  }

  private static Refusal reasonMissing() {
    return Refusal.of("reason_missing", "请写明理由。", "A reason is needed.").at("reason");
  }
}
