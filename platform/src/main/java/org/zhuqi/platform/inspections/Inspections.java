package org.zhuqi.platform.inspections;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;
import org.zhuqi.platform.vouchers.Filed;
import org.zhuqi.platform.vouchers.Filing;

/** Inspections of single transactions by a third party: drawn, or for a cause. */
@Service
@Transactional
public class Inspections {
  /** Kind of evidence. */
  public static final String KIND = "inspection";

  /** Kinds of evidence that the inspected sides hand in themselves. */
  public static final String FROM_PROVIDER = "inspection.provider";

  public static final String FROM_CLIENT = "inspection.client";

  private final InspectionStore store;
  private final Findings findings;
  private final Handlers handlers;
  private final Contracts contracts;
  private final Filing filing;
  private final Accounts accounts;
  private final Parties parties;
  private final Documents documents;
  private final Measures measures;
  private final RunningNumbers numbers;
  private final InspectionMessages messages;
  private final AuditTrail audit;
  private final Clock clock;

  Inspections(
      InspectionStore store,
      Findings findings,
      Handlers handlers,
      Contracts contracts,
      Filing filing,
      Accounts accounts,
      Parties parties,
      Documents documents,
      Measures measures,
      RunningNumbers numbers,
      InspectionMessages messages,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.findings = findings;
    this.handlers = handlers;
    this.contracts = contracts;
    this.filing = filing;
    this.accounts = accounts;
    this.parties = parties;
    this.documents = documents;
    this.measures = measures;
    this.numbers = numbers;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /** Looks into a filed contract for a cause, such as a complaint or an invoice that was taken back. */
  public Outcome<UUID> open(Actor by, UUID contract, String cause) {
    by.mustBe(Role.BUREAU, Role.CENTRE);
    Contract c = contracts.get(contract);
    Filed filed = filing.of(contract).orElse(null);
    if (filed == null) {
      return Outcome.refused(
          Refusal.of("not_filed", "合同 " + c.number() + " 尚未备案，没有可检查的用券交易。",
              "Contract " + c.number() + " is not filed: there is no voucher transaction to look into.").at("contract"));
    }
    Filed.Part part =
        filed.parts().stream().filter(p -> by.covers(p.funder())).findFirst()
            .orElseThrow(() -> new NotFoundException("contract " + contract));
    if (handlers.assistsOnly(by, contract)) return Outcome.refused(handlers.refusal(part.measure(), part.version()));
    if (cause.isBlank()) return Outcome.refused(Refusal.of("reason_missing", "请写明检查事由。", "Give the cause.").at("cause"));
    Pack pack = measures.version(part.measure(), part.version()).orElseThrow();
    Inspection i =
        new Inspection(
            Ids.next(), numbers.next("JC", LocalDate.now(clock)), null, null, cause.strip(), part.measure(), part.version(),
            pack.one(Sanction.class, Findings.REFUSAL).id(), part.funder(), contract, filed.number(), c.title(), c.provider(),
            c.providerName(), c.client(), c.clientName(), null, null, InspectionState.OPEN, null, clock.instant(), null, List.of());
    store.insert(i);
    audit.record(by, "inspection.opened", KIND, i.id(), i.provision(), cause.strip(), Map.of("contract", c.number()));
    return Outcome.done(i.id());
  }

  /** Gives it to a third-party inspector who is related to neither side. */
  public Outcome<Void> assign(Actor by, UUID inspection, UUID inspector) {
    by.mustBe(Role.BUREAU, Role.CENTRE);
    Inspection i = open(by, inspection);
    if (assistsOnly(by, i)) return Outcome.refused(handlers.refusal(i.measure(), i.version()));
    Account account = accounts.get(inspector);
    if (!account.roles().contains(Role.REVIEWER) || account.disabled()) {
      return Outcome.refused(Refusal.of("not_an_inspector", "请选择第三方检查人员。", "Choose a third-party inspector.").at("inspector"));
    }
    if (parties.relatedToAccount(inspector, i.provider()) || parties.relatedToAccount(inspector, i.client())) {
      return Outcome.refused(Refusal.of("related_to_party", account.name() + " 与一方存在关联，应当回避。",
          account.name() + " is related to a side and has to stand aside.").by(i.provision()).at("inspector"));
    }
    store.assign(inspection, account);
    audit.record(by, "inspection.assigned", KIND, inspection, i.provision(), "→ " + account.name(), Map.of());
    messages.assigned(i, inspector);
    if (i.state() == InspectionState.OPEN) messages.inspected(i, cooperation(i));
    return Outcome.done(null);
  }

  /** Records a visit. A refusal to cooperate is put down here and raised as a finding. */
  public Outcome<Void> visit(Actor by, UUID inspection, RecordVisit visit) {
    Inspection i = mine(by, inspection);
    if (visit.on().isAfter(LocalDate.now(clock))) {
      return Outcome.refused(Refusal.of("visit_in_future", "检查日期不能晚于今天。", "The visit cannot lie in the future.").at("on"));
    }
    if (visit.found().isBlank() || visit.place().isBlank()) {
      return Outcome.refused(Refusal.of("visit_empty", "请记录检查地点和情况。", "Write down where and what was found.").at("found"));
    }
    store.visit(inspection, visit, by, clock.instant());
    audit.record(by, "inspection.visited", KIND, inspection, i.provision(), visit.found(), Map.of("cooperated", visit.cooperated()));
    return Outcome.done(null);
  }

  /** Keeps a photo, a record or another paper as evidence. */
  public Outcome<UUID> addEvidence(Actor by, UUID inspection, String fileName, InputStream in) {
    mine(by, inspection);
    Outcome<UUID> stored = documents.store(by, null, "inspection_evidence", fileName, in, null);
    return stored.map(
        id -> {
          documents.attach(by, id, KIND, inspection, "inspection_evidence");
          return id;
        });
  }

  /** An inspected side hands papers in, as long as the inspection runs. They are evidence, kept by side. */
  public Outcome<Void> handIn(Actor by, UUID inspection, List<UUID> papers) {
    Inspection i = store.find(inspection, true).orElseThrow(() -> new NotFoundException("inspection " + inspection));
    OwnInspection own = own(i, by.partyOrThrow());
    if (!own.isTaking()) throw closed(i);
    if (papers.isEmpty()) {
      return Outcome.refused(Refusal.of("papers_missing", "请选择或上传要提交的材料。", "Choose or upload what you hand in.").by(own.provision()).at("papers"));
    }
    papers.forEach(d -> documents.attach(by, d, own.papersKind(), inspection, "inspection_evidence"));
    audit.record(by, "inspection.handed_in", KIND, inspection, own.provision(), own.provider() ? i.providerName() : i.clientName(), Map.of("papers", papers.size()));
    messages.handedIn(i, own);
    return Outcome.done(null);
  }

  /** As an inspected side sees it. */
  @Transactional(readOnly = true)
  public OwnInspection own(Actor side, UUID inspection) {
    return own(store.find(inspection, false).orElseThrow(() -> new NotFoundException("inspection " + inspection)), side.partyOrThrow());
  }

  /** Inspections that this party is or was a side of; latest first. */
  @Transactional(readOnly = true)
  public List<OwnInspection> ofSide(Actor side) {
    UUID party = side.partyOrThrow();
    return store.ofSide(party).stream().map(i -> own(i, party)).toList();
  }

  /** @throws NotFoundException when the party is no side, or the inspection has not begun */
  private OwnInspection own(Inspection i, UUID party) {
    boolean provider = party.equals(i.provider());
    if (i.inspector() == null || (!provider && !party.equals(i.client()))) throw new NotFoundException("inspection " + i.id());
    return new OwnInspection(i.id(), i.number(), cooperation(i), i.contract(), i.publicId(), i.title(), provider, i.state(), i.openedAt());
  }

  /** The provision by which both sides have to cooperate. */
  private String cooperation(Inspection i) {
    Sanction refusal = findings.sanctions(i.measure(), i.version()).get(Findings.REFUSAL);
    return refusal == null ? i.provision() : refusal.id();
  }

  /** Nothing was found. */
  public Outcome<Void> close(Actor by, UUID inspection, String result) {
    Inspection i = mine(by, inspection);
    if (i.visits().isEmpty()) return Outcome.refused(Refusal.of("no_visit", "请先记录检查情况。", "Record the inspection first."));
    Sanction refusal = findings.sanctions(i.measure(), i.version()).get(Findings.REFUSAL);
    if (refusal != null && i.wasRefused()) {
      return Outcome.refused(
          Refusal.of("refusal_is_a_finding", "检查记录中有“拒不配合”，不能以未发现问题结束。", "A visit records a refusal to cooperate: it cannot be closed as clean.")
              .by(refusal.id())
              .remedy("请以“拒不配合监督检查”提出问题，由主管部门听取意见后决定。", "Raise the refusal as a finding; the bureau hears the party and decides."));
    }
    if (result.isBlank()) return Outcome.refused(Refusal.of("reason_missing", "请写明检查结论。", "Write the conclusion.").at("result"));
    store.close(inspection, InspectionState.CLEAN, result.strip(), clock.instant());
    audit.record(by, "inspection.closed", KIND, inspection, i.provision(), result.strip(), Map.of());
    return Outcome.done(null);
  }

  /** Something was found: raises it against one side and closes the inspection with it. */
  public Outcome<UUID> raise(Actor by, UUID inspection, RaiseFinding raise) {
    Inspection i = mine(by, inspection);
    if (!raise.party().equals(i.provider()) && !raise.party().equals(i.client())) {
      return Outcome.refused(Refusal.of("not_a_side", "请选择合同一方。", "Choose one of the two sides.").at("party"));
    }
    List<UUID> possible =
        others(i).stream().filter(c -> raise.party().equals(c.provider()) || raise.party().equals(c.client())).map(Contract::id).toList();
    if (raise.contracts().stream().anyMatch(c -> !c.equals(i.contract()) && !possible.contains(c))) {
      return Outcome.refused(
          Refusal.of("contract_not_concerned", "所选合同中有的不属于该当事方，或不由本出资方出资。",
                  "Not all of these contracts are the party's and paid for by this funder.")
              .remedy("请只选择该当事方的已备案合同。", "Choose filed contracts of this party only.")
              .at("contracts"));
    }
    Outcome<UUID> raised = findings.raise(by, i, raise);
    if (raised.isDone()) store.close(inspection, InspectionState.FINDING, raise.statement().strip(), clock.instant());
    return raised;
  }

  /** @throws NotFoundException when there is none or it is not for the viewer */
  @Transactional(readOnly = true)
  public Inspection get(Actor viewer, UUID inspection) {
    return store
        .find(inspection, false)
        .filter(i -> maySee(viewer, i))
        .orElseThrow(() -> new NotFoundException("inspection " + inspection));
  }

  @Transactional(readOnly = true)
  public List<Inspection> list(Actor viewer, @Nullable UUID draw) {
    boolean all = viewer.role().seesAll();
    return store.list(all ? null : viewer.funders(), draw).stream().filter(i -> maySee(viewer, i)).toList();
  }

  /** Other filed contracts of either side that the same funder pays for: a finding may concern them too. By number. */
  @Transactional(readOnly = true)
  public List<Contract> others(Inspection i) {
    List<UUID> ids =
        Stream.concat(filing.ofInstitution(i.provider()).stream(), filing.ofHolder(i.client()).stream())
            .filter(f -> f.parts().stream().anyMatch(p -> p.funder().equals(i.funder())))
            .map(Filed::contract)
            .filter(c -> !c.equals(i.contract()))
            .distinct()
            .toList();
    return contracts.all(ids).values().stream().sorted(Comparator.comparing(Contract::number)).toList();
  }

  /** Accounts that may be given an inspection of a funder. */
  @Transactional(readOnly = true)
  public List<Account> inspectors(String funder) {
    return accounts.withRole(Role.REVIEWER, funder);
  }

  static boolean maySee(Actor viewer, Inspection i) {
    return switch (viewer.role()) {
      case BUREAU, FINANCE, CENTRE -> viewer.covers(i.funder());
      case REVIEWER -> viewer.covers(i.funder()) && (i.inspector() == null || i.inspector().equals(viewer.account()));
      case AUDITOR, SYSTEM -> true;
      case ENTERPRISE, INSTITUTION, ADMIN -> false;
    };
  }

  /** Whether the viewer may see this inspection but not decide about it, as the centre of a contract that another agency handles. */
  @Transactional(readOnly = true)
  public boolean assistsOnly(Actor viewer, Inspection i) {
    return handlers.assistsOnly(viewer, i.contract());
  }

  private Inspection open(Actor by, UUID inspection) {
    Inspection i = store.find(inspection, true).filter(x -> maySee(by, x)).orElseThrow(() -> new NotFoundException("inspection"));
    if (i.state().isClosed()) throw closed(i);
    return i;
  }

  private Inspection mine(Actor by, UUID inspection) {
    by.mustBe(Role.REVIEWER);
    Inspection i = open(by, inspection);
    if (by.account() == null || !by.account().equals(i.inspector())) {
      throw new RefusedException(
          Refusal.of("not_yours", "该检查未指派给您。", "This inspection is not assigned to you."));
    }
    return i;
  }

  private static RefusedException closed(Inspection i) {
    return new RefusedException(
        Refusal.of("inspection_closed", "该检查已结束：" + i.state().label().zh(), "This inspection is closed: " + i.state().label().en()));
  }
}
