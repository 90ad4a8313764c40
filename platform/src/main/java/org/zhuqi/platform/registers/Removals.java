package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.complaints.ServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.registers.RemovalTransition.Event;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * Removal from a register: proposed on a ground of the measure with evidence, the party is heard first, somebody else decides,
 * the operator carries it out, and from then on the bar runs. The entry is removed with the decision: nothing new begins
 * while the operator is at it. Its way is {@link RemovalTransition}; whose turn it is, and until when, {@link RegisterTasks}
 * puts on desks.
 */
@Service
@Transactional
public class Removals {
  private final RemovalStore store;
  private final Entries entries;
  private final Exits exits;
  private final RemovedContracts running;
  private final HandOvers handOvers;
  private final ServiceComplaints complaints;
  private final Documents documents;
  private final Parties parties;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final RunningNumbers numbers;
  private final ApplicationEventPublisher events;
  private final WorkingDays workingDays;
  private final Clock clock;

  Removals(
      RemovalStore store,
      Entries entries,
      Exits exits,
      RemovedContracts running,
      HandOvers handOvers,
      ServiceComplaints complaints,
      Documents documents,
      Parties parties,
      Notifications notifications,
      AuditTrail audit,
      RunningNumbers numbers,
      ApplicationEventPublisher events,
      WorkingDays workingDays,
      Clock clock) {
    this.store = store;
    this.entries = entries;
    this.exits = exits;
    this.running = running;
    this.handOvers = handOvers;
    this.complaints = complaints;
    this.documents = documents;
    this.parties = parties;
    this.notifications = notifications;
    this.audit = audit;
    this.numbers = numbers;
    this.events = events;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Where a removal stands. PROPOSED: being heard; DECIDED: the operator is instructed. */
  public enum State {
    PROPOSED("已提出，听取意见", "Proposed, being heard"),
    DECIDED("已决定，待执行", "Decided, to be carried out"),
    DISMISSED("不予清退", "Dismissed"),
    CARRIED_OUT("已执行", "Carried out");

    private final Text label;

    State(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * A removal.
   *
   * @param groundBy provision that lists the ground
   * @param sanctionedBy provision that provides for the removal and its bar
   * @param hearUntil last day for the party's statement
   * @param decider who decides, by {@code decideBy} if the measure sets a time
   * @param carrier who carries it out, by {@code carryOutBy} if the measure sets a time
   * @param barredUntil last barred day, fixed when it was carried out
   */
  public record Removal(
      UUID id,
      String number,
      UUID entry,
      String entryNumber,
      String name,
      String measure,
      UUID party,
      String creditCode,
      String groundCode,
      Text ground,
      @Nullable String groundBy,
      String sanctionedBy,
      String facts,
      State state,
      Instant proposedAt,
      UUID proposedBy,
      String proposerName,
      LocalDate hearUntil,
      Role decider,
      @Nullable LocalDate decideBy,
      Role carrier,
      @Nullable LocalDate carryOutBy,
      @Nullable String statement,
      boolean waived,
      @Nullable Instant statedAt,
      @Nullable Instant decidedAt,
      @Nullable LocalDate decidedOn,
      @Nullable String deciderName,
      @Nullable String grounds,
      @Nullable LocalDate carriedOutOn,
      @Nullable String carrierName,
      @Nullable String receipt,
      @Nullable LocalDate barredUntil,
      long revision) {

    /** The party has had its say, has waived it, or has let the term pass. */
    public boolean isHeard(LocalDate on) {
      return statement != null || waived || on.isAfter(hearUntil);
    }
  }

  /** The grounds that the measure of an entry knows. */
  @Transactional(readOnly = true)
  public Menu grounds(UUID entry) {
    return entries.rules(entries.get(entry)).removalGrounds();
  }

  /** What a removal does to running work, as the measure says; empty where it is silent. */
  @Transactional(readOnly = true)
  public Optional<Table> effects(UUID entry) {
    return entries.rules(entries.get(entry)).removalEffects();
  }

  /** The first day on which the term for a statement may end, if the removal is proposed today. */
  @Transactional(readOnly = true)
  public LocalDate hearAtLeastUntil(UUID entry) {
    return entries.rules(entries.get(entry)).removal().hearUntil(LocalDate.now(clock), workingDays);
  }

  /**
   * Proposes a removal and asks the party for its statement.
   *
   * @param ground code of a ground of the measure
   * @param facts what happened
   * @param hearUntil last day for the statement; no earlier than the measure says
   * @param evidence documents; at least one
   * @param cited complaints about its service to which the proposal refers; may be empty
   */
  public Outcome<UUID> propose(
      Actor by, UUID entryId, String ground, String facts, LocalDate hearUntil, List<UUID> evidence, List<UUID> cited) {
    by.mustBe(Role.CENTRE, Role.BUREAU);
    Entry entry = entries.lock(entryId);
    RegisterRules rules = entries.rules(entry);
    Optional<Menu.Item> item = rules.removalGrounds().item(ground);
    List<Refusal> wrong = wrongProposal(by, entry, rules, item.isPresent(), facts, hearUntil, evidence);
    List<UUID> known = complaints.all(by, cited).stream().filter(c -> c.institution().equals(entry.party())).map(ServiceComplaint::id).toList();
    if (!known.containsAll(cited)) {
      wrong.add(Refusal.of("complaint_not_of_it", "所选投诉中有的不是对该机构的投诉。", "Not all of these complaints are about this institution.").at("complaints"));
    }
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Sanction sanction = rules.removal();
    Role decider = role(sanction.decidedBy(), Role.CENTRE);
    Removal r =
        new Removal(
            Ids.next(), numbers.next("QT", LocalDate.now(clock)), entryId, entry.number(), entry.name(), entry.measure(),
            entry.party(), entry.creditCode(), ground, item.orElseThrow().label(), rules.removalGrounds().id(), sanction.id(),
            facts.strip(), State.PROPOSED, clock.instant(), Objects.requireNonNull(by.account()), by.name(), hearUntil, decider,
            sanction.decideBy(hearUntil, workingDays), role(sanction.carriedOutBy(), decider), null, null, false, null, null, null,
            null, null, null, null, null, null, 0);
    store.insert(r);
    evidence.forEach(d -> documents.attach(by, d, RegisterEvidence.REMOVAL, r.id(), "evidence"));
    store.cite(r.id(), cited);
    record(by, r, null, Event.PROPOSED, facts.strip());
    notifications.tell(
        Recipients.party(entry.party()),
        new Text("拟清退告知：" + r.number(), "Proposed removal: " + r.number()),
        new Text(
            "理由：" + r.ground().zh() + "。可于 " + hearUntil + " 前陈述申辩。",
            "Ground: " + r.ground().en() + ". You may state your case until " + hearUntil + "."),
        "/registers/removals/" + r.id(),
        r.groundBy());
    return Outcome.done(r.id());
  }

  private static Role role(@Nullable String inPack, Role otherwise) {
    return inPack == null ? otherwise : Role.named(inPack);
  }

  /**
   * The record of a transition: who, what and by which provision.
   *
   * @throws IllegalStateException when the table has no such transition
   */
  private void record(Actor by, Removal r, @Nullable State from, Event event, String grounds) {
    RemovalTransition t =
        RemovalTransition.of(from, event).orElseThrow(() -> new IllegalStateException(event + " is not legal in " + from));
    String provision = t.provision().equals("removal") ? r.sanctionedBy() : r.groundBy();
    audit.record(
        by, event.act(), RegisterEvidence.REMOVAL, r.id(), provision, grounds,
        Map.of("number", r.number(), "ground", r.groundCode(), "to", t.to().name()));
  }

  private List<Refusal> wrongProposal(
      Actor by, Entry entry, RegisterRules rules, boolean knownGround, String facts, LocalDate hearUntil,
      List<UUID> evidence) {
    List<Refusal> wrong = new ArrayList<>();
    String groundBy = rules.removalGrounds().id();
    if (!entry.state().isLive()) wrong.add(Refusal.of("entry_not_live", "该机构已不在名录中。", "It is no longer in the register."));
    if (store.open(entry.id()).isPresent()) wrong.add(Refusal.of("removal_open", "已有一项清退正在进行。", "A removal is under way already."));
    if (!knownGround) wrong.add(Refusal.of("ground_unknown", "清退只能依据办法所列情形。", "A removal rests on one of the measure's grounds.").by(groundBy).at("ground"));
    if (facts.isBlank()) wrong.add(Refusal.of("facts_missing", "请写明事实。", "Say what happened.").by(groundBy).at("facts"));
    if (evidence.isEmpty()) wrong.add(Refusal.of("evidence_missing", "清退须附证据。", "A removal needs evidence.").by(groundBy).at("evidence"));
    LocalDate least = rules.removal().hearUntil(LocalDate.now(clock), workingDays);
    if (hearUntil.isBefore(least)) {
      wrong.add(
          Refusal.of("hearing_too_short", "陈述申辩期至少到 " + least + "。", "The term for the statement runs at least until " + least + ".")
              .by(rules.removal().id())
              .at("hearUntil"));
    }
    related(by, entry.party(), rules).ifPresent(wrong::add);
    return wrong;
  }

  private Optional<Refusal> related(Actor by, UUID party, RegisterRules rules) {
    UUID account = by.account();
    return account != null && parties.relatedToAccount(account, party)
        ? Optional.of(
            Refusal.of("related_to_party", "您与该机构存在关联，应当回避。", "You are related to this institution and have to stand aside.")
                .by(rules.separation()))
        : Optional.empty();
  }

  /**
   * The party's statement, until the last day of its term.
   *
   * @param papers documents of the party that speak for it; may be empty
   */
  public Outcome<Void> heard(Actor by, UUID removal, String statement, List<UUID> papers) {
    Outcome<Void> said = say(by, removal, statement.strip(), false);
    if (said.isDone()) papers.forEach(d -> documents.attach(by, d, RegisterEvidence.REMOVAL_STATEMENT, removal, "evidence"));
    return said;
  }

  /** The party gives up its statement. */
  public Outcome<Void> waive(Actor by, UUID removal) {
    return say(by, removal, null, true);
  }

  private Outcome<Void> say(Actor by, UUID removal, @Nullable String statement, boolean waived) {
    Removal r = lock(removal);
    if (!r.party().equals(by.partyOrThrow())) throw new NotFoundException("removal " + removal);
    if (r.state() != State.PROPOSED || LocalDate.now(clock).isAfter(r.hearUntil())) {
      return Outcome.refused(
          Refusal.of("hearing_over", "陈述申辩已于 " + r.hearUntil() + " 截止。", "Statements were taken until " + r.hearUntil() + ".").by(r.groundBy()));
    }
    if (!waived && (statement == null || statement.isBlank())) {
      return Outcome.refused(Refusal.of("statement_missing", "请填写陈述申辩意见。", "Write your statement.").at("statement"));
    }
    Sanction sanction = entries.rules(entries.get(r.entry())).removal();
    store.heard(removal, statement, waived, clock.instant(), sanction.decideBy(LocalDate.now(clock), workingDays));
    record(by, r, r.state(), waived ? Event.WAIVED : Event.HEARD, waived ? "放弃陈述申辩" : Objects.requireNonNull(statement));
    notifications.tell(
        Recipients.account(r.proposedBy()),
        new Text("已收到陈述申辩：" + r.number(), "Statement received: " + r.number()),
        waived ? new Text("机构放弃陈述申辩。", "The institution waives its statement.") : new Text("请审阅后转交他人决定。", "Please read it; somebody else decides."),
        "/registers/removals/" + removal,
        r.groundBy());
    return Outcome.done(null);
  }

  /** Decides, by another person than the one who proposed, and only after the party was heard. */
  public Outcome<Void> decide(Actor by, UUID removal, long revision, boolean remove, String grounds) {
    Removal r = lock(removal);
    Entry stored = entries.stored(r.entry());
    RegisterRules rules = entries.rules(stored);
    LocalDate today = LocalDate.now(clock);
    Optional<Refusal> no = mayNotDecide(by, r, stored, rules, revision, remove, grounds, today);
    if (no.isPresent()) return Outcome.refused(no.get());
    LocalDate carryOutBy = remove ? rules.removal().carryOutBy(today, workingDays) : null;
    store.decide(removal, remove ? State.DECIDED : State.DISMISSED, by, grounds.strip(), clock.instant(), today, carryOutBy);
    record(by, r, r.state(), remove ? Event.DECIDED : Event.DISMISSED, grounds.strip());
    if (remove) remove(by, r, stored, rules, grounds.strip(), today);
    tellDecision(r, remove, grounds.strip());
    return Outcome.done(null);
  }

  private void remove(Actor by, Removal r, Entry stored, RegisterRules rules, String grounds, LocalDate today) {
    exits.supersede(by, r.entry(), r.sanctionedBy(), r.number());
    entries.apply(stored, EntryEvent.REMOVED, today, by, r.ground().zh() + "：" + grounds, r.sanctionedBy());
    events.publishEvent(
        new EntryRemoved(
            r.entry(), r.measure(), stored.register(), r.party(), r.creditCode(), r.ground(), r.sanctionedBy(), today,
            rules.removal().lastBarredDay(today).orElse(null)));
    rules.removalEffects().ifPresent(effects -> running.ask(r, effects, today));
    notifications.tell(
        Recipients.desk(r.carrier(), null),
        new Text("请执行清退：" + r.number(), "Please carry out a removal: " + r.number()),
        new Text("对 " + r.name() + " 的清退已决定，请执行并登记回执。", "The removal of " + r.name() + " was decided; carry it out and record it."),
        "/registers/removals/" + r.id(),
        r.sanctionedBy());
  }

  private void tellDecision(Removal r, boolean remove, String grounds) {
    notifications.tell(
        Recipients.party(r.party()),
        remove ? new Text("清退决定：" + r.number(), "Removal: " + r.number()) : new Text("不予清退：" + r.number(), "No removal: " + r.number()),
        new Text(grounds, grounds),
        "/registers/removals/" + r.id(),
        r.sanctionedBy());
  }

  private Optional<Refusal> mayNotDecide(
      Actor by, Removal r, Entry stored, RegisterRules rules, long revision, boolean remove, String grounds, LocalDate today) {
    by.mustBe(r.decider());
    if (r.state() != State.PROPOSED || r.revision() != revision) return Optional.of(changed(r));
    if (Objects.equals(by.account(), r.proposedBy())) {
      return Optional.of(
          Refusal.of("steps_apart", "清退由您提出，应由他人决定。", "You proposed this removal; somebody else has to decide.").by(rules.separation()));
    }
    Optional<Refusal> related = related(by, r.party(), rules);
    if (related.isPresent()) return related;
    if (remove && rules.removal().heardFirst() && !r.isHeard(today)) {
      return Optional.of(
          Refusal.of("not_heard", "应先听取机构意见，陈述申辩期至 " + r.hearUntil() + "。", "The institution is heard first; it may state its case until " + r.hearUntil() + ".")
              .by(r.groundBy())
              .remedy("收到陈述、机构放弃或期满后再决定。", "Decide once it has spoken, waived it, or let the term pass."));
    }
    if (remove && !stored.state().isLive()) {
      return Optional.of(Refusal.of("entry_not_live", "该机构已不在名录中。", "It is no longer in the register."));
    }
    return grounds.isBlank()
        ? Optional.of(Refusal.of("reason_missing", "请写明决定的理由。", "A decision needs a reason.").at("grounds"))
        : Optional.empty();
  }

  private static Refusal changed(Removal r) {
    return r.decidedAt() == null
        ? Refusal.of("removal_changed", "您打开后机构提交了意见，请刷新后再决定。", "The institution has spoken since you opened this; reload, then decide.")
        : Refusal.of("removal_changed", r.deciderName() + " 已决定：" + r.grounds(), r.deciderName() + " has decided: " + r.grounds());
  }

  /** The operator's record that it was carried out, on a day between the decision and today; the bar runs from it. */
  public Outcome<Void> carriedOut(Actor by, UUID removal, String receipt, LocalDate on) {
    Removal r = lock(removal);
    by.mustBe(r.carrier());
    LocalDate decided = r.decidedOn();
    if (r.state() != State.DECIDED || decided == null) {
      return Outcome.refused(Refusal.of("removal_state", "目前为“" + r.state().label().zh() + "”。", "It is " + r.state().label().en() + "."));
    }
    if (on.isBefore(decided) || on.isAfter(LocalDate.now(clock))) {
      return Outcome.refused(
          Refusal.of("carried_out_day", "执行日期应在决定日 " + decided + " 与今天之间。", "It is carried out between the decision, " + decided + ", and today.").at("on"));
    }
    Entry entry = entries.stored(r.entry());
    LocalDate barred = entries.rules(entry).removal().lastBarredDay(on).orElse(null);
    store.carriedOut(removal, by, receipt.strip(), on, barred);
    record(by, r, r.state(), Event.CARRIED_OUT, receipt.strip());
    entries.note(entry, EntryEvent.CARRIED_OUT, entry.state(), on, by, receipt.strip(), r.sanctionedBy());
    return Outcome.done(null);
  }

  /** Records that a case was handed to the judicial authorities, once the removal is decided. */
  public Outcome<Void> handOver(Actor by, UUID removal, HandOverCase to) {
    Removal r = lock(removal);
    RegisterRules rules = entries.rules(entries.get(r.entry()));
    HandOvers.Duty duty = rules.handOver().orElse(null);
    if (duty == null) return Outcome.refused(Refusal.of("no_hand_over", "该办法没有规定移送司法机关。", "The measure knows no hand-over."));
    Optional<Refusal> related = related(by, r.party(), rules);
    if (related.isPresent()) return Outcome.refused(related.get());
    if (r.decidedAt() == null || r.state() == State.DISMISSED) {
      return Outcome.refused(Refusal.of("removal_state", "目前为“" + r.state().label().zh() + "”。", "It is " + r.state().label().en() + ".").by(duty.provision()));
    }
    return handOvers.record(by, "removal.handed_over", RegisterEvidence.REMOVAL, removal, duty, to);
  }

  /** Whom the measure lets record a hand-over of this removal. */
  @Transactional(readOnly = true)
  public Optional<HandOvers.Duty> handOverDuty(Removal r) {
    return entries.rules(entries.get(r.entry())).handOver();
  }

  /** For those whom the measure lets see them; empty for others. */
  @Transactional(readOnly = true)
  public List<HandOver> handOvers(Actor viewer, UUID removal) {
    Removal r = get(viewer, removal);
    return handOverDuty(r).filter(d -> d.isSeenBy(viewer)).isPresent() ? handOvers.of(RegisterEvidence.REMOVAL, removal) : List.of();
  }

  /** @throws NotFoundException when it does not exist or is not for the viewer to see */
  @Transactional(readOnly = true)
  public Removal get(Actor viewer, UUID removal) {
    return store
        .find(removal)
        .filter(r -> !viewer.role().isParty() || r.party().equals(viewer.party()))
        .orElseThrow(() -> new NotFoundException("removal " + removal));
  }

  /** The complaints about its service to which a removal refers, as far as the viewer may see them; by number. */
  @Transactional(readOnly = true)
  public List<ServiceComplaint> complaints(Actor viewer, UUID removal) {
    return complaints.all(viewer, store.cited(get(viewer, removal).id()));
  }

  /** What the public may know of the removal that ended an entry: that, when and why; empty for an entry not removed. */
  @Transactional(readOnly = true)
  public Optional<Published> published(UUID entry) {
    return Optional.ofNullable(store.ofEntries(List.of(entry)).get(entry))
        .map(r -> new Published(r.number(), r.ground(), r.sanctionedBy(), Objects.requireNonNull(r.decidedOn()), r.carriedOutOn(), r.barredUntil()));
  }

  /** A removal as it is published. */
  public record Published(
      String number,
      Text ground,
      String provision,
      LocalDate decidedOn,
      @Nullable LocalDate carriedOutOn,
      @Nullable LocalDate barredUntil) {}

  /** Latest first. */
  @Transactional(readOnly = true)
  public List<Removal> list(Actor viewer, boolean openOnly) {
    UUID party = viewer.party();
    return party != null ? store.ofParty(party) : store.list(openOnly);
  }

  private Removal lock(UUID removal) {
    return store.lock(removal).orElseThrow(() -> new NotFoundException("removal " + removal));
  }
}
