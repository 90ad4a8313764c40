package org.zhuqi.platform.inspections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.registers.HandOver;
import org.zhuqi.platform.registers.HandOverCase;
import org.zhuqi.platform.registers.HandOvers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * Findings against parties: raised by one, the party heard, decided by another. What follows from one that is upheld is what
 * the measure's sanction says, and nothing else.
 */
@Service
@Transactional
public class Findings {
  /** Kind of evidence and of ledger subject. */
  public static final String KIND = "finding";

  static final String FRAUD = "fraud";
  static final String REFUSAL = "inspection.refusal";

  private final FindingStore store;
  private final Consequences consequences;
  private final Contracts contracts;
  private final Handlers handlers;
  private final HandOvers handOvers;
  private final Parties parties;
  private final Documents documents;
  private final Measures measures;
  private final WorkingDays workingDays;
  private final RunningNumbers numbers;
  private final InspectionMessages messages;
  private final AuditTrail audit;
  private final Clock clock;

  Findings(
      FindingStore store,
      Consequences consequences,
      Contracts contracts,
      Handlers handlers,
      HandOvers handOvers,
      Parties parties,
      Documents documents,
      Measures measures,
      WorkingDays workingDays,
      RunningNumbers numbers,
      InspectionMessages messages,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.consequences = consequences;
    this.contracts = contracts;
    this.handlers = handlers;
    this.handOvers = handOvers;
    this.parties = parties;
    this.documents = documents;
    this.measures = measures;
    this.workingDays = workingDays;
    this.numbers = numbers;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /** The sanctions that may be raised under a measure, with their grounds. */
  @Transactional(readOnly = true)
  public Map<String, Sanction> sanctions(String measure, String version) {
    Map<String, Sanction> found = new LinkedHashMap<>();
    for (String role : List.of(FRAUD, REFUSAL)) {
      measures.version(measure, version).stream()
          .flatMap(p -> p.byRole(Sanction.class, role).stream())
          .findFirst()
          .ifPresent(s -> found.put(role, s));
    }
    return found;
  }

  Outcome<UUID> raise(Actor by, Inspection i, RaiseFinding raise) {
    Sanction sanction = sanctions(i.measure(), i.version()).get(raise.sanction());
    Menu.Item ground = sanction == null ? null : sanction.ground(raise.ground()).orElse(null);
    if (sanction == null || ground == null) {
      return Outcome.refused(Refusal.of("ground_unknown", "请选择办法列明的事由。", "Choose a ground that the measure names.").at("ground"));
    }
    if (raise.statement().isBlank()) return Outcome.refused(Refusal.of("statement_missing", "请写明事实和证据。", "State facts and evidence.").at("statement"));
    List<InspectionFinding.Concerned> concerned = concerned(i, raise);
    String name = parties.get(raise.party()).name();
    InspectionFinding f =
        new InspectionFinding(
            Ids.next(), numbers.next("RD", LocalDate.now(clock)), i.id(), i.funder(), raise.party(), name, i.measure(), i.version(),
            sanction.id(), raise.sanction(), ground.label(), ground.code(), raise.statement().strip(), FindingState.OPEN,
            Objects.requireNonNull(by.account()), by.name(), clock.instant(), null, null, null, null, null, concerned, List.of(),
            List.of());
    store.insert(f);
    audit.record(by, "finding.raised", KIND, f.id(), sanction.id(), f.statement(), Map.of("ground", ground.code(), "party", name));
    messages.raised(f);
    return Outcome.done(f.id());
  }

  private List<InspectionFinding.Concerned> concerned(Inspection i, RaiseFinding raise) {
    List<InspectionFinding.Concerned> all = new ArrayList<>(List.of(new InspectionFinding.Concerned(i.contract(), i.publicId())));
    for (UUID id : raise.contracts()) {
      Contract c = contracts.get(id);
      if (!id.equals(i.contract())) all.add(new InspectionFinding.Concerned(id, Objects.requireNonNullElse(c.filingNumber(), c.number())));
    }
    return all.stream().distinct().toList();
  }

  /** Tells the party and sets the last day on which it is heard: at least as many working days as the sanction gives it. */
  public Outcome<LocalDate> askToBeHeard(Actor by, UUID finding, int days) {
    by.mustBe(Role.BUREAU, Role.CENTRE);
    InspectionFinding f = undecided(by, finding);
    if (assistsOnly(by, f)) return Outcome.refused(handlers.refusal(f.measure(), f.version()));
    int least = Objects.requireNonNullElse(sanction(f).hearingDays(), 1);
    if (days < least) {
      return Outcome.refused(
          Refusal.of("hearing_too_short", "陈述申辩期限至少 " + least + " 个工作日。", "The party has at least " + least + " working days for its statement.")
              .by(f.provision())
              .at("days"));
    }
    LocalDate until = workingDays.after(LocalDate.now(clock), days);
    store.askToBeHeard(finding, until);
    audit.record(by, "finding.hearing", KIND, finding, f.provision(), "陈述申辩期限至 " + until, Map.of());
    messages.hear(f, until);
    return Outcome.done(until);
  }

  /**
   * The party says its side; or an official takes down what it said.
   *
   * @param papers documents that speak for it; may be empty
   */
  public Outcome<Void> hear(Actor by, UUID finding, String said, List<UUID> papers) {
    InspectionFinding f = undecided(by, finding);
    boolean own = f.party().equals(by.party());
    if (!own) by.mustBe(Role.BUREAU, Role.CENTRE, Role.REVIEWER);
    if (assistsOnly(by, f)) return Outcome.refused(handlers.refusal(f.measure(), f.version()));
    if (said.isBlank()) return Outcome.refused(Refusal.of("statement_missing", "请填写陈述申辩内容。", "Write what is said.").at("said"));
    store.hear(finding, said.strip(), by, own, clock.instant());
    papers.forEach(d -> documents.attach(by, d, KIND, finding, "evidence"));
    audit.record(by, "finding.heard", KIND, finding, f.provision(), said.strip(), Map.of("byParty", own));
    return Outcome.done(null);
  }

  /**
   * Decides: by the role that the sanction names, by somebody other than who raised it, after the party was told and has
   * spoken (or let the day pass). What follows is done in the same transaction.
   */
  public Outcome<InspectionFinding> decide(Actor by, UUID finding, boolean upheld, String reason) {
    InspectionFinding f = undecided(by, finding);
    Sanction sanction = sanction(f);
    by.mustBe(decider(sanction));
    List<Refusal> no = hindrances(by, f, sanction, reason);
    if (!no.isEmpty()) return Outcome.refused(no);
    store.decide(finding, upheld ? FindingState.UPHELD : FindingState.DISMISSED, reason.strip(), by, clock.instant());
    audit.record(by, upheld ? "finding.upheld" : "finding.dismissed", KIND, finding, f.provision(), reason.strip(), Map.of());
    InspectionFinding decided = store.find(finding, false).orElseThrow();
    if (upheld) consequences.follow(by, decided, sanction);
    messages.decided(decided);
    return Outcome.done(store.find(finding, false).orElseThrow());
  }

  private List<Refusal> hindrances(Actor by, InspectionFinding f, Sanction sanction, String reason) {
    List<Refusal> no = new ArrayList<>();
    if (assistsOnly(by, f)) no.add(handlers.refusal(f.measure(), f.version()));
    if (f.foundBy().equals(by.account())) {
      no.add(Refusal.of("steps_apart", "问题由您提出，须由另一人决定。", "You raised it; somebody else must decide.").by(sanction.id()));
    }
    if (by.account() != null && parties.relatedToAccount(by.account(), f.party())) {
      no.add(Refusal.of("related_to_party", "您与当事方存在关联，应当回避。", "You are related to the party and have to stand aside.").by(sanction.id()));
    }
    LocalDate until = f.hearUntil();
    // What an official takes down does not shorten the party's time: only the party itself may speak before its last day.
    boolean heard =
        until != null && (LocalDate.now(clock).isAfter(until) || f.hearings().stream().anyMatch(InspectionFinding.Hearing::byParty));
    if (sanction.heardFirst() && !heard) {
      no.add(Refusal.of("not_heard", "决定前须听取当事方的陈述申辩" + (until == null ? "。" : "，期限至 " + until + "。"),
              "The party is heard before it is decided" + (until == null ? "." : ", until " + until + "."))
          .by(sanction.id())
          .remedy("请先告知当事方并给予期限；当事方自行陈述后或期满后再决定。", "Tell the party and give it time; decide once it has spoken for itself, or its time has passed."));
    }
    if (reason.isBlank()) no.add(Refusal.of("reason_missing", "请写明理由。", "Give the reason.").at("reason"));
    return no;
  }

  /** Records that the case was handed to the judicial authorities. */
  public Outcome<Void> handOver(Actor by, UUID finding, HandOverCase to) {
    InspectionFinding f = upheld(by, finding);
    Sanction sanction = sanction(f);
    if (assistsOnly(by, f)) return Outcome.refused(handlers.refusal(f.measure(), f.version()));
    if (!sanction.consequences().contains(Sanction.Consequence.HAND_OVER)) {
      return Outcome.refused(Refusal.of("no_hand_over", "该处理不含移送司法机关。", "This sanction knows no hand-over.").by(sanction.id()));
    }
    return handOvers.record(by, "finding.handed_over", KIND, finding, handOverDuty(f), to);
  }

  /** Whether the viewer may record a hand-over of this finding now. */
  @Transactional(readOnly = true)
  public boolean mayHandOver(Actor viewer, InspectionFinding f) {
    return f.state() == FindingState.UPHELD
        && sanction(f).consequences().contains(Sanction.Consequence.HAND_OVER)
        && handOverDuty(f).by().contains(viewer.role())
        && !assistsOnly(viewer, f);
  }

  /** For those whom the measure lets see them; empty for others. */
  @Transactional(readOnly = true)
  public List<HandOver> handOvers(Actor viewer, UUID finding) {
    InspectionFinding f = get(viewer, finding);
    return handOverDuty(f).isSeenBy(viewer) ? handOvers.of(KIND, finding) : List.of();
  }

  /** As the finding's measure says, or that of a register in which the party stands; otherwise it is for who decides. */
  private HandOvers.Duty handOverDuty(InspectionFinding f) {
    return consequences.packsFor(f)
        .flatMap(p -> HandOvers.duty(p).stream())
        .findFirst()
        .orElseGet(() -> HandOvers.Duty.ofDecider(f.provision(), decider(sanction(f))));
  }

  private static Role decider(Sanction sanction) {
    return Role.named(Objects.requireNonNullElse(sanction.decidedBy(), Role.BUREAU.code()));
  }

  /** Proposes to whoever keeps the register that the party be removed; the register decides by its own measure. */
  public Outcome<Void> proposeRemoval(Actor by, UUID finding) {
    by.mustBe(Role.BUREAU);
    InspectionFinding f = upheld(by, finding);
    if (f.removalProposedAt() != null) return Outcome.refused(Refusal.of("removal_proposed", "已经提出清退建议。", "The removal was proposed already."));
    return consequences.proposeRemoval(by, f);
  }

  /** Money that came back, in whole or in part. The same bank reference again is refused. */
  public Outcome<InspectionFinding> receive(Actor by, UUID receivable, ReceiveMoney received) {
    by.mustBe(Role.FINANCE);
    return consequences.receive(by, receivable, received).map(id -> store.find(id, false).orElseThrow());
  }

  /**
   * An enterprise chooses about a running contract with an institution against which a finding was upheld: end it (the lock is
   * released) or let it finish.
   */
  public Outcome<Void> choose(Actor by, UUID finding, UUID contract, boolean finish, String reason) {
    InspectionFinding f = store.find(finding, true).orElseThrow(() -> new NotFoundException("finding"));
    Contract c = contracts.get(contract);
    if (!c.client().equals(by.party()) || !c.provider().equals(f.party()) || f.state() != FindingState.UPHELD) {
      throw new NotFoundException("contract " + contract);
    }
    return consequences.choose(by, f, c, finish, reason);
  }

  /** @throws NotFoundException when there is none or it is not for the viewer */
  @Transactional(readOnly = true)
  public InspectionFinding get(Actor viewer, UUID finding) {
    return store.find(finding, false).filter(f -> maySee(viewer, f)).orElseThrow(() -> new NotFoundException("finding " + finding));
  }

  @Transactional(readOnly = true)
  public List<InspectionFinding> list(Actor viewer) {
    boolean all = viewer.role().seesAll();
    boolean party = viewer.role().isParty();
    return store.list(all || party ? null : viewer.funders(), party ? viewer.partyOrThrow() : null).stream()
        .filter(f -> maySee(viewer, f))
        .toList();
  }

  /** Running contracts of an enterprise with institutions against which a finding was upheld. */
  @Transactional(readOnly = true)
  public List<AffectedContract> affected(Actor viewer) {
    return consequences.affected(viewer.partyOrThrow());
  }

  static boolean maySee(Actor viewer, InspectionFinding f) {
    return switch (viewer.role()) {
      case ENTERPRISE, INSTITUTION -> f.party().equals(viewer.party());
      case BUREAU, CENTRE -> viewer.covers(f.funder());
      // Of a contract that two funders paid, each books what comes back to it.
      case FINANCE -> viewer.covers(f.funder()) || f.receivables().stream().anyMatch(r -> viewer.covers(r.funder()));
      case REVIEWER -> f.foundBy().equals(viewer.account());
      case AUDITOR, SYSTEM -> true;
      case ADMIN -> false;
    };
  }

  /** The sanction as the version under which it was raised has it. */
  @Transactional(readOnly = true)
  public Sanction sanction(InspectionFinding f) {
    return measures.version(f.measure(), f.version()).orElseThrow().one(Sanction.class, f.sanction());
  }

  /**
   * Provisions of other measures to which the same act belongs: where the party stands in a register whose own measure names
   * it.
   */
  @Transactional(readOnly = true)
  public List<String> alsoUnder(InspectionFinding f) {
    return consequences.alsoUnder(f);
  }

  /** Whether the viewer may see this finding but not act on it, as the centre of a contract that another agency handles. */
  @Transactional(readOnly = true)
  public boolean assistsOnly(Actor viewer, InspectionFinding f) {
    return f.contracts().stream().anyMatch(c -> handlers.assistsOnly(viewer, c.contract()));
  }

  private InspectionFinding undecided(Actor by, UUID finding) {
    InspectionFinding f = store.find(finding, true).filter(x -> maySee(by, x)).orElseThrow(() -> new NotFoundException("finding"));
    if (!f.state().isDecided()) return f;
    throw new RefusedException(
        Refusal.of("finding_decided", f.decidedName() + " 已作出决定：" + f.state().label().zh(), f.decidedName() + " has decided: " + f.state().label().en()));
  }

  private InspectionFinding upheld(Actor by, UUID finding) {
    InspectionFinding f = store.find(finding, true).filter(x -> maySee(by, x)).orElseThrow(() -> new NotFoundException("finding"));
    if (f.state() == FindingState.UPHELD) return f;
    throw new RefusedException(Refusal.of("finding_not_upheld", "仅在认定成立后办理。", "Only after it was upheld."));
  }
}
