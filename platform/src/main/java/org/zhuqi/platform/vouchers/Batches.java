package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Line;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Batches with their guides: planned, released, opened at a set minute, closed; what is left returns to the budget. */
@Service
@Transactional
public class Batches {
  private final BatchStore store;
  private final BudgetStore lines;
  private final BatchChecks checks;
  private final Ledger ledger;
  private final Measures measures;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  Batches(
      BatchStore store,
      BudgetStore lines,
      BatchChecks checks,
      Ledger ledger,
      Measures measures,
      Documents documents,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.checks = checks;
    this.ledger = ledger;
    this.measures = measures;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes a draft; no money moves. */
  public Outcome<UUID> plan(Actor by, PlanBatch plan) {
    by.mustBe(Role.BUREAU);
    Line line = lines.get(plan.line());
    Pack pack = pack(line.measure(), line.version());
    List<Refusal> wrong = checks.plan(by, plan, line, pack);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    UUID id = Ids.next();
    store.insert(by, id, plan, pack);
    attach(by, id, plan);
    audit.record(
        by, "batch.planned", "batch", id, duty(pack), plan.title().zh(), Map.of("amountFen", plan.amount().fen()));
    return Outcome.done(id);
  }

  /** Changes a draft; once released a batch and its guide are fixed. */
  public Outcome<UUID> change(Actor by, UUID batch, PlanBatch plan) {
    by.mustBe(Role.BUREAU);
    Batch b = store.lock(batch);
    if (b.state() != BatchState.DRAFT) return Outcome.refused(fixed());
    Line line = lines.get(plan.line());
    Pack pack = pack(line.measure(), line.version());
    List<Refusal> wrong = checks.plan(by, plan, line, pack);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.update(batch, plan);
    attach(by, batch, plan);
    audit.record(
        by, "batch.changed", "batch", batch, duty(pack), plan.title().zh(), Map.of("amountFen", plan.amount().fen()));
    return Outcome.done(batch);
  }

  private void attach(Actor by, UUID batch, PlanBatch plan) {
    if (plan.planDocument() != null) documents.attach(by, plan.planDocument(), BatchAccess.PLAN, batch, "plan");
    if (plan.guideDocument() != null) documents.attach(by, plan.guideDocument(), BatchAccess.GUIDE, batch, "guide");
  }

  /** Releases it: its amount is allotted from the line's unissued budget, claims begin at its minute. */
  public Outcome<UUID> open(Actor by, UUID batch) {
    by.mustBe(Role.BUREAU);
    Batch b = store.lock(batch);
    if (b.state() != BatchState.DRAFT) return Outcome.refused(fixed());
    ledger.openLine(lines.get(b.line()));
    UUID unissued = ledger.account(AccountKind.UNISSUED, b.line(), null);
    Money free = Objects.requireNonNull(ledger.locked(List.of(unissued)).get(unissued)).free();
    Pack pack = pack(b.measure(), b.version());
    List<Refusal> wrong = checks.release(by, b, pack, free);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.release(by, b);
    ledger.post(allot(by, b, unissued));
    audit.record(
        by, "batch.released", "batch", batch, duty(pack), b.title().zh(),
        Map.of("amountFen", b.amount().fen(), "opensAt", b.opensAt().toString(), "guide", b.guide().toMap()));
    return Outcome.done(batch);
  }

  private List<Transfer> allot(Actor by, Batch b, UUID unissued) {
    List<Transfer> transfers = new ArrayList<>();
    Map<String, Money> pots = b.guide().pots().isEmpty() ? Map.of("", b.amount()) : b.guide().pots();
    pots.forEach(
        (category, amount) -> {
          UUID pot = Ids.next();
          UUID account = ledger.account(AccountKind.BATCH, b.line(), pot);
          store.addPot(b.id(), category, pot, account, amount);
          transfers.add(Transfer.post(b.line(), unissued, account, amount, Movement.ALLOT, "batch", b.id(), by));
        });
    return transfers;
  }

  /** Closes it now instead of at its minute; what is left returns to the budget line at once. */
  public Outcome<UUID> close(Actor by, UUID batch, String reason) {
    by.mustBe(Role.BUREAU);
    Batch b = store.lock(batch);
    if (!by.covers(b.funder())) return Outcome.refused(BatchChecks.otherFunder());
    if (b.state() != BatchState.PLANNED && b.state() != BatchState.OPEN) {
      return Outcome.refused(
          Refusal.of("batch_not_running", "该批次不在待开放或申领中。", "The batch is neither planned nor open."));
    }
    if (reason.isBlank()) {
      return Outcome.refused(Refusal.of("reason_missing", "请写明提前截止的理由。", "Give a reason.").at("reason"));
    }
    store.lockTally(List.of(batch));
    store.closeNow(batch, reason.strip());
    audit.record(by, "batch.closed", "batch", batch, duty(pack(b.measure(), b.version())), reason, Map.of());
    if (!b.isDrawn()) giveBack(by, batch);
    return Outcome.done(batch);
  }

  /** Returns what a closed batch did not issue. Idempotent. */
  void giveBack(Actor by, UUID batch) {
    Batch b = store.lock(batch);
    store.lockTally(List.of(batch));
    UUID unissued = ledger.account(AccountKind.UNISSUED, b.line(), null);
    List<UUID> pots = b.pots().stream().map(Batch.Pot::account).toList();
    List<Transfer> back = new ArrayList<>();
    ledger
        .locked(pots)
        .values()
        .forEach(
            pot -> {
              if (pot.free().isPositive()) {
                back.add(
                    Transfer.post(
                        b.line(), pot.account(), unissued, pot.free(), Movement.RETURN, "batch", batch, by));
              }
            });
    ledger.post(back);
    store.returned(batch);
  }

  /** What of a confirmed budget no batch has taken yet; zero before its ledger is opened by finance. */
  @Transactional(readOnly = true)
  public Money unallotted(UUID line) {
    return ledger
        .find(AccountKind.UNISSUED, line, null)
        .map(account -> Objects.requireNonNull(ledger.balances(List.of(account)).get(account)).free())
        .orElse(Money.ZERO);
  }

  @Transactional(readOnly = true)
  public Batch get(UUID batch) {
    return store.get(batch);
  }

  /** Every batch that the viewer may see, newest first; drafts only for officials of its funder and for auditors. */
  @Transactional(readOnly = true)
  public List<Batch> all(Actor viewer) {
    return store.all().stream().filter(b -> mayBeSeen(viewer, b)).toList();
  }

  static boolean mayBeSeen(Actor viewer, Batch b) {
    return b.state() != BatchState.DRAFT
        || (viewer.is(Role.BUREAU, Role.FINANCE, Role.AUDITOR, Role.CENTRE) && viewer.covers(b.funder()));
  }

  /** Batches open or about to open at this moment, by their minute. */
  @Transactional(readOnly = true)
  public List<Batch> current() {
    Instant now = clock.instant();
    return store.all().stream()
        .filter(b -> b.state() == BatchState.OPEN || b.state() == BatchState.PLANNED)
        .filter(b -> b.closesAt().isAfter(now))
        .sorted(java.util.Comparator.comparing(Batch::opensAt))
        .toList();
  }

  private Pack pack(String measure, String version) {
    return measures.version(measure, version).orElseThrow();
  }

  private static String duty(Pack pack) {
    return pack.one(RecordDuty.class, Budgets.PLAN_ROLE).id();
  }

  private static Refusal fixed() {
    return Refusal.of(
            "batch_fixed", "批次已发布，方案和指南不能再修改。", "The batch is released; its plan and guide are fixed.")
        .remedy("如须调整，请关闭后另设批次。", "To change it, close it and plan another.");
  }
}
