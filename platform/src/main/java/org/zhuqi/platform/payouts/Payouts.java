package org.zhuqi.platform.payouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.parties.BankAccount;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * What funders owe, and how it is paid.
 *
 * <p>A file takes everything that one funder owes and whose payee has a usable bank account; a second person, who decided
 * on none of its lines, approves it; from then on its money is held in the ledger until the treasury answers. A bounced line goes into the next file once its
 * payee has named an account again.
 */
@Service
@Transactional
public class Payouts {
  private final PayableStore payables;
  private final FileStore files;
  private final TreasuryAnswers answers;
  private final Ledger ledger;
  private final Parties parties;
  private final BankAccounts accounts;
  private final RunningNumbers numbers;
  private final AuditTrail audit;
  private final PayoutMessages messages;
  private final Clock clock;

  Payouts(
      PayableStore payables,
      FileStore files,
      TreasuryAnswers answers,
      Ledger ledger,
      Parties parties,
      BankAccounts accounts,
      RunningNumbers numbers,
      AuditTrail audit,
      PayoutMessages messages,
      Clock clock) {
    this.payables = payables;
    this.files = files;
    this.answers = answers;
    this.ledger = ledger;
    this.parties = parties;
    this.accounts = accounts;
    this.numbers = numbers;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Money is owed from now on; the caller has put it into the ledger as redeemable in the same transaction.
   *
   * @param decided who therefore does not approve its payment
   * @return the payable; the same source and line again returns the first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID owe(Actor by, Owed owed, DecidedBy decided) {
    UUID id = Ids.next();
    String number = numbers.next("YF", today());
    if (!payables.insert(id, number, owed, decided, clock.instant())) {
      return payables.ofSource(owed.sourceKind(), owed.source(), false).stream()
          .filter(p -> p.owed().line().equals(owed.line()))
          .findFirst()
          .orElseThrow()
          .id();
    }
    audit.record(by, "payout.owed", "payable", id, owed.provision(), owed.sourceNumber(), Map.of("amountFen", owed.amount().fen()));
    return id;
  }

  /**
   * Nothing (further) is paid for this source. What is not with the treasury goes back to the budget at once; what is, is
   * withheld if it bounces. What was paid is not touched: claim it back.
   *
   * @return the payables as they then stand
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Payable> withhold(Actor by, String sourceKind, UUID source, String provision, String reason) {
    for (Payable p : payables.ofSource(sourceKind, source, true)) {
      if (p.state() == PayableState.WITHHELD || p.state() == PayableState.PAID || p.stopped()) continue;
      payables.stop(p.id(), reason);
      if (p.state() == PayableState.READY || p.state() == PayableState.BOUNCED) answers.withhold(by, p, reason);
      audit.record(by, "payout.withheld", "payable", p.id(), provision, reason, Map.of("state", p.state().name()));
    }
    return payables.ofSource(sourceKind, source, false);
  }

  /**
   * Nothing is paid for this source until {@link #release}: it goes into no file, and a file that it is in is not approved.
   * What is with the treasury already is told when it is paid ({@link PayableSettled}).
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void suspend(Actor by, String sourceKind, UUID source, String provision, String reason) {
    for (Payable p : payables.ofSource(sourceKind, source, true)) {
      if (p.suspended() || p.state() == PayableState.PAID || p.state() == PayableState.WITHHELD) continue;
      payables.suspend(p.id(), true);
      audit.record(by, "payout.suspended", "payable", p.id(), provision, reason, Map.of("state", p.state().name()));
    }
  }

  /** What was suspended is paid after all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(Actor by, String sourceKind, UUID source, String reason) {
    for (Payable p : payables.ofSource(sourceKind, source, true)) {
      if (!p.suspended()) continue;
      payables.suspend(p.id(), false);
      audit.record(by, "payout.released", "payable", p.id(), null, reason, Map.of("state", p.state().name()));
    }
  }

  /** What was paid is claimed back: what the bank returns later on is then a recovery, not a bounce. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void demanded(Actor by, UUID payable, String reason) {
    payables.stop(payable, reason);
    audit.record(by, "payout.demanded", "payable", payable, null, reason, Map.of());
  }

  /** Puts everything payable of one funder into a file and freezes its lines. Refused when there is nothing. */
  public Outcome<UUID> prepare(Actor by, String funder) {
    mayHandle(by, funder, Role.FINANCE);
    List<Payable> open = payables.lockOpen(funder);
    Map<UUID, BankAccount> to = accounts.currentOf(open.stream().map(p -> p.owed().payee()).distinct().toList());
    List<Payable> ready = open.stream().filter(p -> usable(to, p)).toList();
    if (ready.isEmpty()) return Outcome.refused(nothing(open.size()));
    LocalDate on = today();
    String number = numbers.next("BF", on);
    UUID file = Ids.next();
    TreasuryFile treasury = new TreasuryFile(number, funder, on, lines(number, ready, to));
    files.insertFile(file, treasury, by, clock.instant());
    for (int i = 0; i < ready.size(); i++) {
      Payable p = ready.get(i);
      files.insertLine(file, treasury.lines().get(i), p.id(), Objects.requireNonNull(to.get(p.owed().payee())).id());
      payables.move(p, PayableState.FROZEN, null, null);
    }
    audit.record(by, "payout.prepared", "payout_file", file, ready.getFirst().owed().provision(), number,
        Map.of("lines", ready.size(), "totalFen", treasury.totalFen(), "sha256", treasury.sha256()));
    messages.toApprove(funder, file, number, ready.size(), treasury.totalFen());
    return Outcome.done(file);
  }

  /** A second person approves: the money is held in the ledger, the file may go to the treasury. */
  public Outcome<Void> approve(Actor by, UUID id) {
    PayoutFile file = files.find(id, true).orElseThrow(() -> new NotFoundException("payout file"));
    mayHandle(by, file.funder(), Role.FINANCE, Role.BUREAU);
    if (file.state() != PayoutFile.State.PREPARED) return Outcome.refused(state(file));
    if (file.preparedBy().equals(by.account())) return Outcome.refused(samePerson());
    List<Refusal> decided = decidedBy(by, file);
    if (!decided.isEmpty()) return Outcome.refused(decided);
    Outcome<Void> stopped = noneStopped(file);
    if (!stopped.isDone()) return stopped;
    files.approve(id, by, clock.instant());
    for (PayoutFile.Line line : file.lines()) {
      Payable p = payables.byId(List.of(line.payable()), true).getFirst();
      UUID budgetLine = p.owed().line();
      UUID paid = ledger.account(AccountKind.PAID, budgetLine, null);
      UUID hold = ledger.hold(budgetLine, p.owed().account(), paid, p.amount(), Movement.PAY, "payable", p.id(), by);
      files.sent(id, line.row(), hold);
      payables.move(p, PayableState.SENT, null, null);
    }
    audit.record(by, "payout.approved", "payout_file", id, null, file.number(), Map.of("totalFen", file.total().fen()));
    return Outcome.done(null);
  }

  /** Takes a file back before it is approved; its lines are payable again. */
  public Outcome<Void> cancel(Actor by, UUID id, String reason) {
    PayoutFile file = files.find(id, true).orElseThrow(() -> new NotFoundException("payout file"));
    mayHandle(by, file.funder(), Role.FINANCE, Role.BUREAU);
    if (file.state() != PayoutFile.State.PREPARED) return Outcome.refused(state(file));
    if (reason.isBlank()) return Outcome.refused(Refusal.of("reason_missing", "请填写撤销原因。", "Give the reason.").at("reason"));
    files.cancel(id, reason);
    for (Payable p : payables.byId(payablesOf(file), true)) {
      payables.move(p, PayableState.READY, null, null);
      if (p.stopped()) answers.withhold(by, payables.get(p.id()).orElseThrow(), String.valueOf(p.reason()));
    }
    audit.record(by, "payout.cancelled", "payout_file", id, null, reason, Map.of());
    return Outcome.done(null);
  }

  /**
   * Reads what the treasury answered, for lines of any file of the caller's funders. All or nothing: every row that is
   * unknown, double, of another amount or in contradiction to what was read before is named.
   *
   * <p>Idempotent: the same file, or the same answers in another file, have no further effect.
   */
  public Outcome<ReturnAnswer> readReturn(Actor by, String fileName, byte[] content) {
    by.mustBe(Role.FINANCE);
    return answers.read(by, fileName, content);
  }

  /** Where the payables of a source stand. */
  @Transactional(readOnly = true)
  public List<PayableState> statesOf(String sourceKind, UUID source) {
    return payables.ofSource(sourceKind, source, false).stream().map(Payable::state).toList();
  }

  /** The payables of a source. */
  @Transactional(readOnly = true)
  public List<Payable> ofSource(String sourceKind, UUID source) {
    return payables.ofSource(sourceKind, source, false);
  }

  private List<FileLine> lines(String number, List<Payable> ready, Map<UUID, BankAccount> to) {
    Map<UUID, Party> payees = parties.of(to.keySet());
    List<FileLine> lines = new ArrayList<>();
    for (Payable p : ready) {
      Party payee = Objects.requireNonNull(payees.get(p.owed().payee()));
      BankAccount account = Objects.requireNonNull(to.get(p.owed().payee()));
      int row = lines.size() + 1;
      lines.add(
          new FileLine(
              row, "%s-%04d".formatted(number, row), account.holder(), payee.creditCode().value(), account.bank(),
              account.number(), p.amount().fen(), p.owed().purpose().zh()));
    }
    return lines;
  }

  private List<Refusal> decidedBy(Actor by, PayoutFile file) {
    return payables.decidedBy(Objects.requireNonNull(by.account()), payablesOf(file)).stream()
        .map(
            d ->
                Refusal.of("steps_apart", "款项 " + d.number() + " 由您审批，付款须由另一人复核。",
                        "You decided on " + d.number() + "; somebody else must approve its payment.")
                    .by(d.apartBy())
                    .remedy("请由未参与审批的同事复核本文件。", "A colleague who took no part in the decision approves this file."))
        .toList();
  }

  private static List<UUID> payablesOf(PayoutFile file) {
    return file.lines().stream().map(PayoutFile.Line::payable).toList();
  }

  private Outcome<Void> noneStopped(PayoutFile file) {
    List<Payable> stopped =
        payables.byId(payablesOf(file), true).stream().filter(Payable::isHalted).toList();
    if (stopped.isEmpty()) return Outcome.done(null);
    String numbers = String.join("、", stopped.stream().map(Payable::number).toList());
    return Outcome.refused(
        Refusal.of("payout_line_stopped", "文件中有已停止或暂停拨付的款项：" + numbers + "。", "The file has lines that must not be paid: " + numbers + ".")
            .remedy("请撤销本文件后重新编制。", "Cancel this file and prepare a new one."));
  }

  private static boolean usable(Map<UUID, BankAccount> to, Payable p) {
    BankAccount account = to.get(p.owed().payee());
    return account != null && account.isUsable();
  }

  private static void mayHandle(Actor by, String funder, Role... roles) {
    by.mustBe(roles);
    if (!by.covers(funder)) throw new NotFoundException("payout of another funder");
  }

  private static Refusal nothing(int waiting) {
    return waiting == 0
        ? Refusal.of("nothing_payable", "目前没有待拨付的款项。", "There is nothing to pay.")
        : Refusal.of("nothing_payable", "有 " + waiting + " 笔款项等待收款单位填报可用的银行账户，目前没有可拨付的款项。",
            waiting + " payments wait for the payee's bank account; there is nothing that can be paid.");
  }

  private static Refusal state(PayoutFile file) {
    return Refusal.of("payout_file_state", "付款文件" + file.number() + "目前为“" + file.state().label().zh() + "”，不能再办理此操作。",
        "File " + file.number() + " is \"" + file.state().label().en() + "\"; this can no longer be done.");
  }

  private static Refusal samePerson() {
    return Refusal.of("steps_apart", "付款文件由您编制，须由另一人复核。", "You prepared this file; somebody else must approve it.");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
