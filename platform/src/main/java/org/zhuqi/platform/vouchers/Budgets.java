package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Line;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * Budget lines per funder and year: the bureau plans, the finance body of the same funder confirms. Every change of an
 * amount is a new transfer in the ledger; nothing is overwritten.
 */
@Service
@Transactional
public class Budgets {
  static final String PLAN_ROLE = "batch.plan";
  static final String SUPERVISION_ROLE = "budget.supervision";

  private final BudgetStore store;
  private final Ledger ledger;
  private final Measures measures;
  private final AuditTrail audit;
  private final Clock clock;

  Budgets(BudgetStore store, Ledger ledger, Measures measures, AuditTrail audit, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.measures = measures;
    this.audit = audit;
    this.clock = clock;
  }

  /** The bureau proposes a line or a new total of it; returns the change, which waits for finance. */
  public Outcome<UUID> plan(Actor by, PlanBudget plan) {
    by.mustBe(Role.BUREAU);
    List<Refusal> wrong = check(by, plan);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Pack pack = inForce(plan).or(() -> measures.latest(plan.measure())).orElseThrow();
    UUID line = store.line(new Line(Ids.next(), pack.code(), pack.version(), plan.funder(), plan.year()));
    Optional<UUID> change = store.propose(by, line, plan);
    if (change.isEmpty()) {
      return Outcome.refused(
          Refusal.of("budget_change_open", "这条预算已有一项变更等待财政部门确认。", "A change of this line already waits for finance.")
              .remedy("请先由财政部门确认或退回。", "Have finance confirm or return it first."));
    }
    audit.record(
        by, "budget.proposed", "budget_line", line, provision(pack, PLAN_ROLE), plan.reason(),
        Map.of("totalFen", plan.amount().fen(), "funder", plan.funder(), "year", plan.year()));
    return Outcome.done(change.get());
  }

  private List<Refusal> check(Actor by, PlanBudget plan) {
    List<Refusal> wrong = new ArrayList<>();
    if (!by.funders().contains(plan.funder())) {
      wrong.add(
          Refusal.of("budget_other_funder", "只能编制本部门出资的预算。", "Only a budget of your own funder.").at("funder"));
    }
    if (plan.amount().isNegative()) {
      wrong.add(Refusal.of("amount_negative", "预算金额不能为负数。", "A budget cannot be negative.").at("amount"));
    }
    if (plan.year() < 2000 || plan.year() > 9999) {
      wrong.add(Refusal.of("year_out_of_range", "请填写四位数年份。", "Give a year of four digits.").at("year"));
    }
    if (plan.reason().isBlank()) {
      wrong.add(
          Refusal.of("reason_missing", "请写明依据，例如批复文号。", "Say what it rests on, such as a document number.").at("reason"));
    }
    if (inForce(plan).isEmpty() && !isReduction(plan)) wrong.add(notInForce(plan));
    return wrong;
  }

  private Optional<Pack> inForce(PlanBudget plan) {
    return measures.inForce(plan.measure(), LocalDate.now(clock));
  }

  /** What came back after the end of a measure is handed back: a line may become smaller, never larger. */
  private boolean isReduction(PlanBudget plan) {
    return store
        .find(plan.measure(), plan.funder(), plan.year())
        .filter(line -> ledger.positions(List.of(line)).stream().anyMatch(p -> p.budget().isMoreThan(plan.amount())))
        .isPresent();
  }

  private Refusal notInForce(PlanBudget plan) {
    String end = measures.latest(plan.measure()).flatMap(p -> p.byRole(Life.class, "measure.life").stream().findFirst()).map(Life::id).orElse(null);
    return Refusal.of("measure_not_in_force", "该办法目前不在有效期内，预算只能调减，不能新编或追加。", "The measure is not in force today: a budget may be reduced, not planned or raised.")
        .by(end)
        .at("measure");
  }

  /** Finance confirms: the difference is moved in the ledger. Returns the line. */
  public Outcome<UUID> confirm(Actor by, UUID change) {
    by.mustBe(Role.FINANCE);
    BudgetChange c = store.lock(change);
    Outcome<UUID> refused = notAnswerable(by, c);
    if (refused != null) return refused;
    ledger.openLine(c.line());
    UUID source = ledger.account(AccountKind.APPROPRIATION, c.line().id(), null);
    UUID unissued = ledger.account(AccountKind.UNISSUED, c.line().id(), null);
    Money free = Objects.requireNonNull(ledger.locked(List.of(source, unissued)).get(unissued)).free();
    Money moved = c.total().minus(ledger.position(c.line().id()).budget());
    if (moved.isNegative() && moved.negate().isMoreThan(free)) {
      return Outcome.refused(tooMuchUsed(free));
    }
    if (!moved.isZero()) ledger.post(transfer(c, source, unissued, moved, by));
    store.answer(by, change, "CONFIRMED", null, moved);
    audit.record(
        by, "budget.confirmed", "budget_line", c.line().id(), provision(pack(c), SUPERVISION_ROLE), c.reason(),
        Map.of("totalFen", c.total().fen(), "movedFen", moved.fen()));
    return Outcome.done(c.line().id());
  }

  private static Transfer transfer(BudgetChange c, UUID source, UUID unissued, Money moved, Actor by) {
    return moved.isPositive()
        ? Transfer.post(c.line().id(), source, unissued, moved, Movement.APPROPRIATE, "budget_change", c.id(), by)
        : Transfer.post(c.line().id(), unissued, source, moved.negate(), Movement.REDUCE, "budget_change", c.id(), by);
  }

  private static Refusal tooMuchUsed(Money free) {
    return Refusal.of(
            "budget_below_used",
            "调减后的预算低于已安排数，目前可调减 %s。".formatted(free),
            "The budget would fall below what is already used; %s can be taken away.".formatted(free.format(true)))
        .remedy("请减少调减额，或先关闭批次收回额度。", "Reduce it by less, or close a batch so that its rest returns.");
  }

  /** Finance returns a proposal with a reason; nothing moves. */
  public Outcome<UUID> refuse(Actor by, UUID change, String reason) {
    by.mustBe(Role.FINANCE);
    BudgetChange c = store.lock(change);
    Outcome<UUID> refused = notAnswerable(by, c);
    if (refused != null) return refused;
    if (reason.isBlank()) {
      return Outcome.refused(Refusal.of("reason_missing", "请写明退回理由。", "Give a reason.").at("reason"));
    }
    store.answer(by, change, "REFUSED", reason, Money.ZERO);
    audit.record(
        by, "budget.refused", "budget_line", c.line().id(), provision(pack(c), SUPERVISION_ROLE), reason, Map.of());
    return Outcome.done(c.line().id());
  }

  private static @org.jspecify.annotations.Nullable Outcome<UUID> notAnswerable(Actor by, BudgetChange c) {
    if (!by.funders().contains(c.line().funder())) {
      return Outcome.refused(
          Refusal.of("budget_other_funder", "只能确认本辖区的预算。", "Only a budget of your own area."));
    }
    if (c.answer() != null) {
      return Outcome.refused(
          Refusal.of(
              "budget_change_answered",
              "该变更已由 %s 处理。".formatted(c.answeredName()),
              "%s has already answered this change.".formatted(c.answeredName())));
    }
    return null;
  }

  /** All lines with their positions, newest year first. */
  @Transactional(readOnly = true)
  public List<BudgetLine> lines(Actor viewer) {
    List<BudgetLine> lines = store.lines().stream().filter(l -> viewer.covers(l.line().funder())).toList();
    Map<UUID, Position> positions = new java.util.HashMap<>();
    ledger.positions(lines.stream().map(l -> l.line().id()).toList()).forEach(p -> positions.put(p.line(), p));
    return lines.stream().map(l -> l.with(positions.get(l.line().id()))).toList();
  }

  /** The history of a line, newest first. */
  @Transactional(readOnly = true)
  public List<BudgetChange> changes(UUID line) {
    return store.changes(line);
  }

  private Pack pack(BudgetChange c) {
    return measures.version(c.line().measure(), c.line().version()).orElseThrow();
  }

  private static String provision(Pack pack, String role) {
    return pack.one(RecordDuty.class, role).id();
  }
}
