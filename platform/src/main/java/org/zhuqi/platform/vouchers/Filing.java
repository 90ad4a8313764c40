package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Balance;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * Filing (备案) of agreed contracts: the voucher amounts are locked in the ledger, not merely noted. A voucher can pay
 * several contracts and a contract can take several vouchers.
 */
@Service
@Transactional
public class Filing {
  private final FilingStore store;
  private final FilingFacts facts;
  private final FilingChecks checks;
  private final Contracts contracts;
  private final Ledger ledger;
  private final Decisions decisions;
  private final VoucherLapse lapse;
  private final VoucherStore vouchers;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final Clock clock;

  Filing(
      FilingStore store,
      FilingFacts facts,
      FilingChecks checks,
      Contracts contracts,
      Ledger ledger,
      Decisions decisions,
      VoucherLapse lapse,
      VoucherStore vouchers,
      AuditTrail audit,
      Notifications notifications,
      Clock clock) {
    this.store = store;
    this.facts = facts;
    this.checks = checks;
    this.contracts = contracts;
    this.ledger = ledger;
    this.decisions = decisions;
    this.lapse = lapse;
    this.vouchers = vouchers;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * Files an agreed contract against vouchers of its client; returns the filing. Everything that stands in the way is
   * told, each by its article.
   */
  public Outcome<UUID> file(Actor by, UUID contract, List<VoucherPart> parts) {
    by.mustBe(Role.ENTERPRISE);
    Contract c = contracts.lock(contract);
    Map<UUID, Balance> free = ledger.locked(parts.stream().map(VoucherPart::voucher).toList());
    ToFile f = facts.of(c, parts, free);
    List<Refusal> wrong = new ArrayList<>(checks.parts(by, f));
    Decision decision = checks.decide(f);
    wrong.addAll(Refusals.of("filing_", decision));
    wrong.addAll(Refusals.of("filing_qualification_", f.qualification()));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);

    Set<String> funders = f.parts().stream().map(p -> p.batch().funder()).collect(Collectors.toSet());
    Contract filed = contracts.filed(by, contract, f.total().fen(), funders, f.pack().one(Materials.class, FilingChecks.FILING).id());
    // A contract that both funders pay concerns the offices of both.
    String funder = funders.size() == 1 ? funders.iterator().next() : null;
    decisions.keep(f.qualification(), "contract", contract, funder);
    UUID id = store.insert(by, filed, decisions.keep(decision, "contract", contract, funder));
    lock(by, id, f);
    audit.record(
        by, "contract.filed", "filing", id, f.pack().one(Materials.class, FilingChecks.FILING).id(),
        "备案号 " + filed.filingNumber(),
        Map.of("contract", contract.toString(), "amountFen", f.total().fen(), "vouchers", parts.size()));
    tellProvider(filed, f.total());
    return Outcome.done(id);
  }

  private void lock(Actor by, UUID filing, ToFile f) {
    Map<UUID, UUID> earned = new LinkedHashMap<>();
    List<Transfer> holds = new ArrayList<>();
    for (ToFile.Part part : f.parts()) {
      UUID line = part.voucher().line();
      UUID account =
          earned.computeIfAbsent(line, l -> ledger.account(AccountKind.REDEEMABLE, l, f.contract().id()));
      holds.add(
          Transfer.hold(line, part.voucher().id(), account, part.amount(), Movement.LOCK, "filing", filing, by));
    }
    ledger.post(holds);
    for (int i = 0; i < holds.size(); i++) {
      store.insertPart(filing, f.parts().get(i).voucher().id(), holds.get(i).id(), f.parts().get(i).amount());
    }
  }

  private void tellProvider(Contract c, Money amount) {
    notifications.tell(
        new Recipients.Party(c.provider()),
        new Text("合同 " + c.number() + " 已备案", "Contract " + c.number() + " is filed"),
        new Text(
            "备案号 %s，已锁定助企券 %s，可以开始服务。".formatted(c.filingNumber(), amount),
            "Filed under %s; vouchers worth %s are locked. The service can begin."
                .formatted(c.filingNumber(), amount.format(true))),
        "/contracts/" + c.id(),
        null);
  }

  /**
   * Gives the locked amounts back because the contract ended without (full) performance, and ends the contract. What comes
   * back to a voucher whose last day has passed lapses at once.
   */
  public Outcome<UUID> release(Actor by, UUID contract, String reason) {
    Optional<Filed> filed = store.of(contract);
    if (filed.isEmpty()) {
      return Outcome.refused(Refusal.of("filing_unknown", "该合同没有备案。", "This contract was not filed."));
    }
    giveBack(by, contract, reason);
    contracts.released(by, contract, reason);
    return Outcome.done(filed.get().id());
  }

  /** As {@link #release}, for a contract that has ended already. Idempotent. */
  void giveBack(Actor by, UUID contract, String reason) {
    Filed filed = store.of(contract).orElse(null);
    if (filed == null || filed.released()) return;
    giveBack(by, contract, filed.parts().stream().map(Filed.Part::hold).toList(), reason);
  }

  /**
   * Gives back what is still locked on some holds of a contract: of one that was performed but will never be redeemed, the
   * holds of the funder concerned. What comes back to a voucher whose last day has passed lapses at once. Idempotent.
   */
  public void giveBack(Actor by, UUID contract, Collection<UUID> holds, String reason) {
    contracts.lock(contract);
    Filed filed = store.of(contract).orElseThrow();
    ledger.locked(filed.parts().stream().map(Filed.Part::voucher).toList());
    for (Filed.Part part : store.of(contract).orElseThrow().parts()) {
      if (holds.contains(part.hold()) && part.remaining().isPositive()) {
        ledger.release(part.hold(), part.remaining(), Movement.RELEASE, "filing", filed.id(), by);
      }
    }
    boolean all = filed.parts().stream().allMatch(p -> holds.contains(p.hold()));
    if (all && !filed.released()) store.release(by, filed.id(), reason);
    LocalDate today = LocalDate.now(clock);
    lapse.lapse(
        vouchers.all(filed.parts().stream().map(Filed.Part::voucher).toList()).stream()
            .filter(v -> today.isAfter(v.lastDay()) && v.free().isPositive())
            .toList());
    audit.record(
        by, "filing.released", "filing", filed.id(), null, reason, Map.of("contract", contract.toString()));
  }

  /** What was filed for a contract; also after its lock was given back. */
  @Transactional(readOnly = true)
  public Optional<Filed> of(UUID contract) {
    return store.of(contract);
  }

  /** Every filing that a voucher pays part of, oldest first. */
  @Transactional(readOnly = true)
  public List<Filed> ofVoucher(UUID voucher) {
    return store.ofVoucher(voucher);
  }

  /**
   * What was filed from one moment up to, not including, another against vouchers of a funder; with the parts of that funder
   * only. For inspections.
   */
  @Transactional(readOnly = true)
  public List<Filed> filedIn(String measure, String funder, Instant from, Instant until) {
    return store.filedIn(measure, funder, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC));
  }

  /** Running or finished filings of an institution; for inspections and removals. */
  @Transactional(readOnly = true)
  public List<Filed> ofInstitution(UUID institution) {
    return store.ofInstitution(institution);
  }

  /** The same of a holder. */
  @Transactional(readOnly = true)
  public List<Filed> ofHolder(UUID holder) {
    return store.ofHolder(holder);
  }

  /** What filing these parts would come to; nothing is written. For the page, before it is sent. */
  @Transactional
  public Decision preview(UUID contract, List<VoucherPart> parts) {
    Map<UUID, Balance> free = ledger.balances(parts.stream().map(VoucherPart::voucher).toList());
    return checks.decide(facts.of(contracts.get(contract), parts, free));
  }

  /**
   * The administrator's reasoned word on a contract whose category needs it; fixed once given.
   *
   * @param approved whether the service helps an industrial enterprise
   */
  public Outcome<UUID> judgeCategory(Actor by, UUID contract, boolean approved, String reason) {
    by.mustBe(Role.CENTRE, Role.BUREAU);
    Contract c = contracts.get(contract);
    List<Refusal> wrong = checks.mayJudgeCategory(by, c, reason);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.insertApproval(by, contract, approved, reason.strip());
    audit.record(
        by, approved ? "category.approved" : "category.refused", "contract", contract, facts.categories(c).id(), reason,
        Map.of("category", c.category()));
    notifications.tell(
        new Recipients.Party(c.client()),
        new Text("合同 " + c.number() + " 的服务类别已认定", "The category of contract " + c.number() + " was judged"),
        approved
            ? new Text("同意按其他服务事项备案。", "It may be filed as another service.")
            : new Text("不同意按其他服务事项备案：" + reason, "It may not be filed as another service: " + reason),
        "/contracts/" + contract + "/filing",
        facts.categories(c).id());
    return Outcome.done(contract);
  }

  /** Contracts agreed under a category that waits for the administrator's word. */
  @Transactional(readOnly = true)
  public Optional<CategoryWord> categoryWord(UUID contract) {
    return store.approval(contract);
  }
}
