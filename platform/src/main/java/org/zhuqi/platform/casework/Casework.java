package org.zhuqi.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.measures.Stages;
import org.zhuqi.platform.casework.CaseMoves.Move;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;

/**
 * The way of a case from draft to outcome.
 *
 * <p>Each act checks who may do it, moves the case along {@link CaseTransition}, writes the timeline, tells the
 * {@link CaseKind} and the audit trail, all in one transaction. Repeating an act that was done is refused by the state.
 * What the kind refuses leaves no trace.
 */
@Service
@Transactional
public class Casework {
  private final CaseStore store;
  private final CaseRules rules;
  private final CaseMoves moves;
  private final Procedures procedures;
  private final CaseLists lists;
  private final Parties parties;
  private final Accounts accounts;
  private final Clock clock;
  private final TransactionTemplate nested;

  Casework(
      CaseStore store,
      CaseRules rules,
      CaseMoves moves,
      Procedures procedures,
      CaseLists lists,
      Parties parties,
      Accounts accounts,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.rules = rules;
    this.moves = moves;
    this.procedures = procedures;
    this.lists = lists;
    this.parties = parties;
    this.accounts = accounts;
    this.clock = clock;
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Opens a draft and returns its id. */
  public UUID open(Actor by, OpenCase command) {
    UUID id = Ids.next();
    procedures
        .pack(command.measure(), command.version())
        .one(Stages.class, command.procedure() + ".stages", command.applicantClass());
    store.insert(id, command, parties.get(command.applicant()).name(), clock.instant());
    moves.note(store.find(id).orElseThrow(), Move.of(CaseEvent.OPENED, by, ""));
    return id;
  }

  /** Hands a draft in: gives the receipt number, enters the first stage, starts its clock. */
  public Outcome<CaseFile> submit(Actor by, UUID caseId) {
    return byApplicant(by, caseId, CaseEvent.SUBMITTED, "");
  }

  /** Hands it in again after completion; the stage's clock starts anew. */
  public Outcome<CaseFile> resubmit(Actor by, UUID caseId) {
    return byApplicant(by, caseId, CaseEvent.RESUBMITTED, "");
  }

  /** The applicant takes it back, until the last stage has passed. */
  public Outcome<CaseFile> withdraw(Actor by, UUID caseId, String reason) {
    return byApplicant(by, caseId, CaseEvent.WITHDRAWN, reason);
  }

  private Outcome<CaseFile> byApplicant(Actor by, UUID caseId, CaseEvent event, String reason) {
    CaseFile file = lock(caseId);
    if (!file.applicant().equals(by.party())) throw new NotFoundException("case " + caseId);
    if (CaseTransition.of(file.state(), event).isEmpty()) {
      return Outcome.refused(
          Refusal.of(
              "case_state",
              "办件目前为“" + file.state().label().zh() + "”，不能" + event.label().zh() + "。",
              "The case is " + file.state().label().en() + "; this can no longer be done: " + event.label().en() + "."));
    }
    LocalDate last = file.dueOn();
    boolean lapsed = event == CaseEvent.RESUBMITTED && procedures.stage(file).orElseThrow().lapses();
    if (lapsed && last != null && LocalDate.now(clock).isAfter(last)) {
      return Outcome.refused(
          Refusal.of("completion_over", "补正期限已于 " + last + " 届满。", "The time for completion ended on " + last + ".")
              .by(procedures.stages(file).id()));
    }
    return attempt(file, Move.of(event, by, reason));
  }

  /** Sends it back with a list of everything missing; as often per stage as the pack allows (once). */
  public Outcome<CaseFile> sendBack(Actor by, UUID caseId, long revision, List<Missing> missing, String reason) {
    CaseFile file = lock(caseId);
    Optional<Refusal> no = stale(file, revision).or(() -> rules.hindrance(by, file)).or(() -> sentBackEnough(file));
    if (no.isPresent()) return Outcome.refused(no.get());
    if (missing.isEmpty()) {
      return Outcome.refused(
          Refusal.of("nothing_missing", "请列明全部须补正的内容。", "Name everything that has to be completed.").at("missing"));
    }
    String grounds = reason.isBlank() ? CaseMoves.list(missing) : reason;
    return attempt(file, new Move(CaseEvent.SENT_BACK, by, grounds, true, missing));
  }

  /** Why it cannot go back (again) from its present stage, by the pack's stage; empty where it can. */
  Optional<Refusal> sentBackEnough(CaseFile file) {
    Stages.Stage stage = procedures.stage(file).orElseThrow();
    if (file.sentBack() < stage.canSendBack()) return Optional.empty();
    String provision = procedures.stages(file).id();
    return Optional.of(
        stage.canSendBack() == 0
            ? Refusal.of("cannot_send_back", "本环节不退回补正。", "A case does not go back from this stage.").by(provision)
            : Refusal.of(
                    "sent_back_already",
                    "缺少的材料应一次性告知，本环节已退回过 " + file.sentBack() + " 次。",
                    "What is missing is named once; this stage has sent it back " + file.sentBack() + " time(s) already.")
                .by(provision)
                .remedy("请根据现有材料作出决定。", "Decide on what is there."));
  }

  /**
   * Decides the present stage.
   *
   * @param revision what the decider saw; if somebody else was faster, refused with who, what and when
   * @param reason shown to the applicant and in the timeline; must not be blank
   */
  public Outcome<CaseFile> decide(Actor by, UUID caseId, long revision, StageDecision decision, String reason) {
    CaseFile file = lock(caseId);
    Optional<Refusal> no = stale(file, revision).or(() -> rules.hindrance(by, file)).or(() -> needsReason(reason));
    if (no.isPresent()) return Outcome.refused(no.get());
    boolean last = procedures.stages(file).after(Objects.requireNonNull(file.stage())).isEmpty();
    CaseEvent event =
        switch (decision) {
          case REFUSE -> CaseEvent.REFUSED;
          case PASS -> last ? CaseEvent.PASSED : CaseEvent.STAGE_PASSED;
        };
    return attempt(file, new Move(event, by, reason.strip(), true, List.of()));
  }

  private static Optional<Refusal> needsReason(String reason) {
    return reason.isBlank()
        ? Optional.of(Refusal.of("reason_missing", "请写明理由。", "A decision needs a reason.").at("reason"))
        : Optional.empty();
  }

  /** Decides several: each line by itself, each with its own reason and answer. */
  public List<BulkAnswer> decideAll(Actor by, List<BulkLine> lines) {
    List<BulkAnswer> answers = new ArrayList<>();
    if (lines.stream().anyMatch(Objects::isNull)) {
      throw new RefusedException(Refusal.of("line_missing", "有一行是空的。", "One of the lines is empty."));
    }
    for (BulkLine line : lines) answers.add(new BulkAnswer(line.caseId(), decideOne(by, line)));
    return answers;
  }

  private Outcome<CaseFile> decideOne(Actor by, BulkLine line) {
    try {
      return decide(by, line.caseId(), line.revision(), line.decision(), line.reason());
    } catch (NotFoundException e) {
      return Outcome.refused(Refusal.of("case_unknown", "没有这个办件。", "There is no such case."));
    }
  }

  /** In a savepoint: what a transition that the kind refuses had written is undone; whatever else was done stands. */
  private Outcome<CaseFile> attempt(CaseFile file, Move move) {
    try {
      return Outcome.done(Objects.requireNonNull(nested.execute(s -> moves.apply(file, move))));
    } catch (RefusedException e) {
      return Outcome.refused(e.refusals());
    }
  }

  /** Takes an unassigned case. */
  public Outcome<CaseFile> take(Actor by, UUID caseId) {
    CaseFile file = lock(caseId);
    Optional<Refusal> no = rules.hindrance(by, file);
    if (no.isPresent()) return Outcome.refused(no.get());
    store.assign(caseId, by.account(), by.name());
    moves.note(file, Move.of(CaseEvent.TAKEN, by, ""));
    return Outcome.done(store.find(caseId).orElseThrow());
  }

  /** Gives a case that nobody has taken to somebody who may decide it; the bureau so names a third-party reviewer. */
  public Outcome<CaseFile> assign(Actor by, UUID caseId, UUID toAccount) {
    CaseFile file = lock(caseId);
    boolean another = file.assignee() != null && !file.assignee().equals(by.account());
    if (another && rules.mayGive(by, file)) return Outcome.refused(CaseRules.ofAnother(file));
    return give(by, file, toAccount, CaseEvent.ASSIGNED, "");
  }

  /** From the one who has it, from a colleague of the same office when that person is away, or by the bureau; with a reason. */
  public Outcome<CaseFile> handOver(Actor by, UUID caseId, UUID toAccount, String reason) {
    Optional<Refusal> no = needsReason(reason);
    return no.isPresent() ? Outcome.refused(no.get()) : give(by, lock(caseId), toAccount, CaseEvent.HANDED_OVER, reason);
  }

  private Outcome<CaseFile> give(Actor by, CaseFile file, UUID toAccount, CaseEvent event, String reason) {
    if (!rules.mayGive(by, file)) {
      return Outcome.refused(
          Refusal.of("not_this_office", "本环节不由您所在岗位办理。", "This stage is not for your office."));
    }
    Actor to = accounts.actor(toAccount);
    CaseFile free = lists.unassigned(file);
    Optional<Refusal> no = rules.hindrance(to, free);
    if (no.isPresent()) {
      Refusal r = no.get();
      return Outcome.refused(
          Refusal.of(
                  r.code(),
                  "不能交给 " + to.name() + "：" + r.sentence().zh(),
                  "It cannot go to " + to.name() + ": " + r.sentence().en())
              .by(r.provision())
              .at("to"));
    }
    store.assign(file.id(), toAccount, to.name());
    moves.given(file, toAccount);
    moves.note(file, Move.of(event, by, "→ " + to.name() + (reason.isBlank() ? "" : "：" + reason)));
    return Outcome.done(store.find(file.id()).orElseThrow());
  }

  /** A remark of an official who may see it, the assisting agency included. Not shown to the applicant. */
  public Outcome<Void> comment(Actor by, UUID caseId, String text) {
    CaseFile file = get(by, caseId);
    if (by.role().isParty() || text.isBlank()) {
      return Outcome.refused(Refusal.of("comment_empty", "请填写备注。", "Write a remark.").at("text"));
    }
    moves.note(file, Move.of(CaseEvent.COMMENTED, by, text.strip()));
    return Outcome.done(null);
  }

  /** Records a site visit where the stage provides for one. */
  public Outcome<Void> visit(Actor by, UUID caseId, SiteVisit visit) {
    CaseFile file = lock(caseId);
    Optional<Refusal> no = rules.hindrance(by, file).or(() -> visitFits(file, visit));
    if (no.isPresent()) return Outcome.refused(no.get());
    moves.note(
        file,
        Move.of(
            CaseEvent.VISITED,
            by,
            "%s，%s。参加人员：%s。情况：%s".formatted(visit.on(), visit.place(), visit.present(), visit.found())));
    return Outcome.done(null);
  }

  private Optional<Refusal> visitFits(CaseFile file, SiteVisit visit) {
    if (!procedures.stage(file).orElseThrow().siteVisit()) {
      return Optional.of(Refusal.of("no_visit_here", "本环节不含实地调查。", "This stage provides for no site visit."));
    }
    if (visit.on().isAfter(LocalDate.now(clock))) {
      return Optional.of(
          Refusal.of("visit_in_future", "调查日期不能晚于今天。", "The visit cannot lie in the future.").at("on"));
    }
    return visit.found().isBlank()
        ? Optional.of(Refusal.of("visit_empty", "请记录调查情况。", "Write down what was found.").at("found"))
        : Optional.empty();
  }

  /**
   * For the engine that owns the case: PUBLISHED, GRANTED, OBJECTION_UPHELD.
   *
   * @throws IllegalStateException when the transition is not legal or not the engine's
   */
  public CaseFile move(Actor by, UUID caseId, CaseEvent event, String reason) {
    CaseFile file = lock(caseId);
    boolean engines =
        CaseTransition.of(file.state(), event).filter(t -> t.by() == CaseTransition.By.ENGINE).isPresent();
    if (!engines) throw new IllegalStateException(event + " is not the engine's in " + file.state());
    return moves.apply(file, Move.of(event, by, reason));
  }

  /** @throws NotFoundException when it does not exist or is not for the viewer to see */
  @Transactional(readOnly = true)
  public CaseFile get(Actor viewer, UUID caseId) {
    return store.find(caseId).filter(f -> rules.maySee(viewer, f)).orElseThrow(() -> new NotFoundException("case " + caseId));
  }

  /** The latest case about something; for the room whose subject it is, so nobody's sight is checked. */
  @Transactional(readOnly = true)
  public CaseFile ofSubject(String kind, UUID subject) {
    return store.ofSubject(kind, subject).orElseThrow(() -> new NotFoundException(kind + " " + subject));
  }

  /** Who decided in which stage, by its code; for the room whose subject the case is about. */
  @Transactional(readOnly = true)
  public Map<String, Set<UUID>> deciders(UUID caseId) {
    return store.deciders(caseId);
  }

  /** What waits for the caller, soonest due first. */
  @Transactional(readOnly = true)
  public List<CaseFile> inbox(Actor viewer, InboxFilter filter) {
    return lists.inbox(viewer, filter, LocalDate.now(clock));
  }

  /** What a party has applied for, latest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> ofApplicant(Actor viewer, UUID party) {
    return store.ofApplicant(party).stream().filter(f -> rules.maySee(viewer, f)).toList();
  }

  /** Who did what and when, oldest first. The applicant does not see remarks and hand-overs. */
  @Transactional(readOnly = true)
  public List<TimelineLine> timeline(Actor viewer, UUID caseId) {
    get(viewer, caseId);
    return store.timeline(caseId).stream().filter(l -> !viewer.role().isParty() || l.event().isPublic()).toList();
  }

  /** The case that waits longest for the viewer and that nobody else has taken, after one that is done. */
  @Transactional(readOnly = true)
  public Optional<CaseFile> next(Actor viewer) {
    return lists.inbox(viewer, InboxFilter.all(), LocalDate.now(clock)).stream()
        .filter(f -> rules.hindrance(viewer, f).isEmpty())
        .findFirst();
  }

  /** Why the viewer may not act in the present stage; empty when they may. For showing an action in grey. */
  @Transactional(readOnly = true)
  public Optional<Refusal> hindrance(Actor viewer, CaseFile file) {
    return rules.hindrance(viewer, file);
  }

  /** Why an agency that only assists may not decide anything about the case's subject; empty for every other agency. */
  @Transactional(readOnly = true)
  public Optional<Refusal> assistsOnly(Actor viewer, UUID caseId) {
    return store.find(caseId).flatMap(file -> CaseRules.assistsOnly(viewer, file));
  }

  private CaseFile lock(UUID caseId) {
    return store.lock(caseId).orElseThrow(() -> new NotFoundException("case " + caseId));
  }

  /** Tells the slower of two officials who was faster, with what, and when. */
  private Optional<Refusal> stale(CaseFile file, long seen) {
    return file.revision() == seen ? Optional.empty() : Optional.of(lists.whoWasFaster(file));
  }
}
