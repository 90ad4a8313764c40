package org.zhuqi.platform.inspections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.payouts.Payable;
import org.zhuqi.platform.payouts.PayableSettled;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RunningNumbers;

/** What follows from a finding that is upheld: redemption stops, what was paid is owed back, running contracts are shown. */
@Component
class Consequences {
  static final String REMOVAL = "removal";
  static final String FRAUD_IN_REGISTER = "fraud.institution";

  private final FindingStore findings;
  private final ReceivableStore receivables;
  private final Redemptions redemptions;
  private final Payouts payouts;
  private final Ledger ledger;
  private final Contracts contracts;
  private final Registers registers;
  private final Measures measures;
  private final RunningNumbers numbers;
  private final InspectionMessages messages;
  private final AuditTrail audit;
  private final Clock clock;

  Consequences(
      FindingStore findings,
      ReceivableStore receivables,
      Redemptions redemptions,
      Payouts payouts,
      Ledger ledger,
      Contracts contracts,
      Registers registers,
      Measures measures,
      RunningNumbers numbers,
      InspectionMessages messages,
      AuditTrail audit,
      Clock clock) {
    this.findings = findings;
    this.receivables = receivables;
    this.redemptions = redemptions;
    this.payouts = payouts;
    this.ledger = ledger;
    this.contracts = contracts;
    this.registers = registers;
    this.measures = measures;
    this.numbers = numbers;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  void follow(Actor by, InspectionFinding f, Sanction sanction) {
    if (sanction.consequences().contains(Sanction.Consequence.STOP_REDEMPTION)) {
      redemptions.bar(by, f.party(), f.provision(), f.number() + "：" + f.ground().zh(), f.id());
    }
    if (sanction.consequences().contains(Sanction.Consequence.RECOVER)) {
      List<UUID> concerned = f.contracts().stream().map(InspectionFinding.Concerned::contract).toList();
      for (Redemption r : redemptions.ofContracts(concerned)) {
        payouts.ofSource(Redemptions.KIND, r.id()).stream()
            .filter(p -> p.state() == PayableState.PAID)
            .forEach(p -> demand(by, f, p));
      }
    }
    alsoUnder(f).forEach(
        id -> audit.record(by, "finding.also_under", Findings.KIND, f.id(), id, f.number() + "：" + f.ground().zh(), Map.of("provision", f.provision())));
    contracts.running(f.party()).forEach(c -> messages.affected(f, c));
  }

  /** What the bank paid although it had been stopped meanwhile is owed back as well. */
  @EventListener
  void on(PayableSettled settled) {
    Payable p = settled.payable();
    if (p.state() != PayableState.PAID || !p.stopped() || !p.owed().sourceKind().equals(Redemptions.KIND)) return;
    Redemption r = redemptions.get(Actor.SYSTEM, p.owed().source());
    findings.upheldAgainst(List.of(r.provider(), r.client())).stream().findFirst().ifPresent(f -> demand(settled.by(), f, p));
  }

  private void demand(Actor by, InspectionFinding f, Payable p) {
    UUID line = p.owed().line();
    UUID account = ledger.account(AccountKind.RECEIVABLE, line, f.id());
    ReceivableStore.Debt debt =
        new ReceivableStore.Debt(
            Ids.next(), numbers.next("YS", LocalDate.now(clock)), f.id(), p.owed().funder(), line, account, f.party(),
            p.amount().fen(), f.provision());
    if (!receivables.insert(debt, p.id(), f.partyName(), clock.instant())) return;
    UUID recovered = ledger.account(AccountKind.RECOVERED, line, null);
    ledger.post(Transfer.post(line, recovered, account, p.amount(), Movement.DEMAND, Findings.KIND, f.id(), by));
    payouts.demanded(by, p.id(), f.number());
    audit.record(by, "finding.demanded", Findings.KIND, f.id(), f.provision(), debt.number(), Map.of("amountFen", p.amount().fen(), "payable", p.number()));
  }

  /** @return the finding */
  Outcome<UUID> receive(Actor by, UUID receivable, ReceiveMoney m) {
    ReceivableStore.Debt debt = receivables.find(receivable).filter(d -> by.covers(d.funder())).orElseThrow(() -> new NotFoundException("receivable"));
    if (!m.amount().isPositive() || m.bankReference().isBlank() || m.on().isAfter(LocalDate.now(clock))) {
      return Outcome.refused(Refusal.of("receipt_incomplete", "请填写大于零的金额、银行流水号和不晚于今天的日期。", "Give an amount above zero, the bank's reference and a date not after today.").at("amount"));
    }
    if (receivables.hasReceipt(receivable, m.bankReference().strip())) {
      return Outcome.refused(Refusal.of("receipt_double", "该银行流水号已登记。", "This bank reference has been booked already.").at("bankReference"));
    }
    Money outstanding = Objects.requireNonNull(ledger.locked(List.of(debt.accountId())).get(debt.accountId())).free();
    Money left = outstanding.min(outstandingOf(receivable, debt));
    if (m.amount().isMoreThan(left)) {
      return Outcome.refused(Refusal.of("receipt_too_much", "该款尚欠 " + left.format() + "，不能登记 " + m.amount().format() + "。",
          left.format(true) + " is still owed; " + m.amount().format(true) + " cannot be booked.").by(debt.provision()).at("amount"));
    }
    receivables.receive(receivable, m.amount(), m.on(), m.bankReference().strip(), by, clock.instant());
    UUID unissued = ledger.account(AccountKind.UNISSUED, debt.lineId(), null);
    ledger.post(Transfer.post(debt.lineId(), debt.accountId(), unissued, m.amount(), Movement.RECOVER, Findings.KIND, debt.findingId(), by));
    audit.record(by, "finding.recovered", Findings.KIND, debt.findingId(), debt.provision(), debt.number() + " " + m.bankReference(), Map.of("amountFen", m.amount().fen()));
    return Outcome.done(debt.findingId());
  }

  private Money outstandingOf(UUID receivable, ReceivableStore.Debt debt) {
    return receivables.of(debt.findingId()).stream()
        .filter(r -> r.id().equals(receivable))
        .map(InspectionFinding.Receivable::outstanding)
        .findFirst()
        .orElseThrow();
  }

  /** To every register in which the party has a live entry and whose measure knows a removal. */
  Outcome<Void> proposeRemoval(Actor by, InspectionFinding f) {
    List<Entry> entries = new ArrayList<>();
    measures.all().stream()
        .filter(p -> !p.byRole(Sanction.class, REMOVAL).isEmpty())
        .map(Pack::code)
        .distinct()
        .forEach(m -> registers.entryOf(f.party(), m).filter(e -> e.state().isLive()).ifPresent(entries::add));
    if (entries.isEmpty()) return Outcome.refused(Refusal.of("no_entry", "当事方没有在册记录，无需清退。", "The party has no live entry to be removed."));
    findings.removalProposed(f.id(), clock.instant());
    for (Entry e : entries) {
      messages.removalProposed(f, e);
      audit.record(by, "finding.removal_proposed", Findings.KIND, f.id(), f.provision(), e.number(), Map.of("measure", e.measure()));
    }
    return Outcome.done(null);
  }

  /** The same act under the measure of a register in which the party stands, such as fraud by an institution. */
  List<String> alsoUnder(InspectionFinding f) {
    return packsFor(f)
        .filter(p -> !p.code().equals(f.measure()))
        .flatMap(p -> p.byRole(Sanction.class, FRAUD_IN_REGISTER).stream())
        .filter(s -> s.ground(f.groundCode()).isPresent())
        .map(Sanction::id)
        .toList();
  }

  /** The measure under which it was raised, then those of the registers in which the party stands. */
  Stream<Pack> packsFor(InspectionFinding f) {
    LocalDate found = LocalDate.ofInstant(f.foundAt(), clock.getZone());
    Stream<Pack> registered =
        measures.all().stream()
            .map(Pack::code)
            .distinct()
            .filter(m -> !m.equals(f.measure()) && registers.entryOf(f.party(), m).isPresent())
            .flatMap(m -> measures.inForce(m, found).stream());
    return Stream.concat(measures.version(f.measure(), f.version()).stream(), registered);
  }

  Outcome<Void> choose(Actor by, InspectionFinding f, Contract c, boolean finish, String reason) {
    if (reason.isBlank()) return Outcome.refused(Refusal.of("reason_missing", "请写明理由。", "Give the reason.").at("reason"));
    if (!c.state().isRunning()) return Outcome.refused(Refusal.of("contract_over", "该合同已不在履行中。", "The contract is no longer running."));
    if (!findings.choose(f.id(), c.id(), finish, reason.strip(), by, clock.instant())) {
      return Outcome.refused(Refusal.of("chosen_already", "您已作出选择。", "You have chosen already."));
    }
    audit.record(by, finish ? "finding.contract_finishes" : "finding.contract_ends", "contract", c.id(), f.provision(), reason.strip(), Map.of("finding", f.number()));
    if (!finish) contracts.end(by, c.id(), reason.strip()).orThrow();
    return Outcome.done(null);
  }

  List<AffectedContract> affected(UUID enterprise) {
    List<AffectedContract> affected = new ArrayList<>();
    for (Contract c : contracts.runningOf(enterprise)) {
      findings.upheldAgainst(List.of(c.provider())).stream()
          .findFirst()
          .ifPresent(f -> affected.add(new AffectedContract(f.id(), f.ground(), f.provision(), c, findings.choice(f.id(), c.id()).orElse(null))));
    }
    return affected;
  }
}
