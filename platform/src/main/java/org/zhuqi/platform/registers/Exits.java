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
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.registers.ExitTransition.Event;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/** Leaving a register of one's own accord: asked, and granted only while the measure's condition for it holds. Its way is {@link ExitTransition}. */
@Service
@Transactional
public class Exits {
  static final String KIND = "register.exit";

  private final ExitStore store;
  private final RemovalStore removals;
  private final Entries entries;
  private final List<OpenServices> openServices;
  private final Decisions decisions;
  private final Parties parties;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final RunningNumbers numbers;
  private final ApplicationEventPublisher events;
  private final WorkingDays workingDays;
  private final Clock clock;

  Exits(
      ExitStore store,
      RemovalStore removals,
      Entries entries,
      List<OpenServices> openServices,
      Decisions decisions,
      Parties parties,
      Notifications notifications,
      AuditTrail audit,
      RunningNumbers numbers,
      ApplicationEventPublisher events,
      WorkingDays workingDays,
      Clock clock) {
    this.store = store;
    this.removals = removals;
    this.entries = entries;
    this.openServices = openServices;
    this.decisions = decisions;
    this.parties = parties;
    this.notifications = notifications;
    this.audit = audit;
    this.numbers = numbers;
    this.events = events;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Where a request stands. */
  public enum State {
    ASKED("待决定", "To be decided"),
    GRANTED("已退出", "Granted"),
    REFUSED("未同意", "Refused"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Text label;

    State(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * A request to leave.
   *
   * @param decider who decides, by {@code decideBy} if the measure sets a time
   */
  public record Exit(
      UUID id,
      String number,
      UUID entry,
      String entryNumber,
      String name,
      UUID party,
      String reason,
      State state,
      Role decider,
      @Nullable LocalDate decideBy,
      Instant askedAt,
      @Nullable Instant decidedAt,
      @Nullable String deciderName,
      @Nullable String grounds) {}

  /** Whether an entry could leave today, with the trace, and what still runs. */
  public record Prospect(Entry entry, @Nullable Decision decision, List<OpenServices.OpenService> open) {
    public boolean possible() {
      return decision == null || decision.granted();
    }
  }

  @Transactional(readOnly = true)
  public Prospect prospect(Actor viewer, UUID entryId) {
    Entry entry = entries.get(entryId);
    if (viewer.role().isParty() && !entry.party().equals(viewer.party())) throw new NotFoundException("entry " + entryId);
    return prospect(entry);
  }

  private Prospect prospect(Entry entry) {
    List<OpenServices.OpenService> open = openServices.stream().flatMap(s -> s.of(entry.party()).stream()).toList();
    RegisterRules rules = entries.rules(entry);
    if (rules.exit(entry.partyClass()).isEmpty()) return new Prospect(entry, null, open);
    Map<String, Object> facts =
        Map.of(
            "institution.open_contracts", (long) open.size(),
            "institution.undelivered_results", open.stream().filter(s -> !s.delivered()).count());
    return new Prospect(entry, rules.pack().decide("exit", entry.partyClass(), facts, LocalDate.now(clock)), open);
  }

  /** The institution asks to leave; refused at once with what is still open. */
  public Outcome<UUID> ask(Actor by, UUID entryId, String reason) {
    Entry entry = entries.lock(entryId);
    if (!entry.party().equals(by.partyOrThrow())) throw new NotFoundException("entry " + entryId);
    List<Refusal> no = new ArrayList<>(hindrances(entry));
    if (store.latest(entryId).filter(x -> x.state() == State.ASKED).isPresent()) {
      no.add(Refusal.of("exit_asked", "退出申请已提交，正在办理。", "You have asked already; it is being decided."));
    }
    if (reason.isBlank()) no.add(Refusal.of("reason_missing", "请填写退出原因。", "Say why you leave.").at("reason"));
    if (!no.isEmpty()) return Outcome.refused(no);
    UUID id = Ids.next();
    String number = numbers.next("TC", LocalDate.now(clock));
    Optional<Condition> rule = entries.rules(entry).exit(entry.partyClass());
    Role decider = rule.map(Condition::decidedBy).map(Role::named).orElse(Role.CENTRE);
    LocalDate decideBy = rule.map(c -> c.decideBy(LocalDate.now(clock), workingDays)).orElse(null);
    store.insert(id, number, entry, reason.strip(), Objects.requireNonNull(by.account()), clock.instant(), provision(entry), decider, decideBy);
    keep(entry, id);
    record(by, id, number, null, Event.ASKED, provision(entry), reason.strip());
    notifications.tell(
        Recipients.desk(decider, null),
        new Text("退出申请：" + entry.name(), "Request to leave: " + entry.name()),
        new Text(reason.strip(), reason.strip()),
        "/registers/exits",
        provision(entry));
    return Outcome.done(id);
  }

  private List<Refusal> hindrances(Entry entry) {
    if (!entry.state().isLive()) {
      return List.of(Refusal.of("entry_not_live", "本单位已不在名录中。", "You are no longer in the register."));
    }
    if (removals.open(entry.id()).isPresent()) {
      return List.of(
          Refusal.of("removal_open", "清退程序进行中，不能以退出代替。", "A removal is under way; leaving does not replace it.")
              .by(entries.rules(entry).removal().id()));
    }
    Decision decision = prospect(entry).decision();
    return decision == null
        ? List.of()
        : decision.failures().stream().map(f -> Applications.refusal("exit_services_open", f, null)).toList();
  }

  /** An official decides with a reason; granting needs the condition to hold at that moment. */
  public Outcome<Void> decide(Actor by, UUID exit, boolean grant, String grounds) {
    Exit x = store.lock(exit).orElseThrow(() -> new NotFoundException("exit " + exit));
    by.mustBe(x.decider());
    Entry entry = entries.lock(x.entry());
    List<Refusal> no = mayNotDecide(by, x, entry, grant, grounds);
    if (!no.isEmpty()) return Outcome.refused(no);
    LocalDate today = LocalDate.now(clock);
    keep(entry, exit);
    store.decide(exit, grant ? State.GRANTED : State.REFUSED, by, grounds.strip(), clock.instant());
    record(by, exit, x.number(), x.state(), grant ? Event.GRANTED : Event.REFUSED, provision(entry), grounds.strip());
    if (grant) {
      entries.apply(entries.stored(entry.id()), EntryEvent.EXITED, today, by, grounds.strip(), provision(entry));
      events.publishEvent(new EntryExited(entry.id(), entry.measure(), entry.register(), entry.party(), today));
    }
    notifications.tell(
        Recipients.party(entry.party()),
        grant ? new Text("已同意退出", "You have left the register") : new Text("未同意退出", "Your request to leave was refused"),
        new Text(grounds.strip(), grounds.strip()),
        "/registers/entries/" + entry.id(),
        provision(entry));
    return Outcome.done(null);
  }

  private List<Refusal> mayNotDecide(Actor by, Exit x, Entry entry, boolean grant, String grounds) {
    UUID account = by.account();
    if (x.state() != State.ASKED) {
      return List.of(
          Refusal.of("exit_decided", x.deciderName() + " 已决定：" + x.grounds(), x.deciderName() + " has decided: " + x.grounds()));
    }
    if (account == null || parties.relatedToAccount(account, x.party())) {
      return List.of(
          Refusal.of("related_to_party", "您与该机构存在关联，应当回避。", "You are related to this institution and have to stand aside.")
              .by(entries.rules(entry).separation()));
    }
    if (grounds.isBlank()) return List.of(Refusal.of("reason_missing", "请写明理由。", "A decision needs a reason.").at("grounds"));
    return grant ? hindrances(entry) : List.of();
  }

  /** The party takes its request back. */
  public Outcome<Void> withdraw(Actor by, UUID exit) {
    Exit x = store.lock(exit).filter(e -> e.party().equals(by.partyOrThrow())).orElseThrow(() -> new NotFoundException("exit " + exit));
    if (x.state() != State.ASKED) {
      return Outcome.refused(Refusal.of("exit_decided", "申请已办结。", "It has been decided."));
    }
    store.withdraw(exit);
    record(by, exit, x.number(), x.state(), Event.WITHDRAWN, provision(entries.get(x.entry())), "撤回退出申请");
    return Outcome.done(null);
  }

  /** The entry is removed: a request that is open has lost its object. */
  void supersede(Actor by, UUID entry, String removedBy, String removal) {
    store.latest(entry)
        .filter(x -> x.state() == State.ASKED)
        .ifPresent(
            x -> {
              store.withdraw(x.id());
              record(by, x.id(), x.number(), x.state(), Event.SUPERSEDED, removedBy, "已被清退：" + removal);
            });
  }

  /** @throws IllegalStateException when the table has no such transition */
  private void record(
      Actor by, UUID exit, String number, @Nullable State from, Event event, @Nullable String provision, String grounds) {
    ExitTransition t =
        ExitTransition.of(from, event).orElseThrow(() -> new IllegalStateException(event + " is not legal in " + from));
    audit.record(by, event.act(), KIND, exit, provision, grounds, Map.of("number", number, "to", t.to().name()));
  }

  /** Requests that wait for a decision, oldest first. */
  @Transactional(readOnly = true)
  public List<Exit> open() {
    return store.open();
  }

  /** The latest request of an entry. */
  @Transactional(readOnly = true)
  public Optional<Exit> latest(UUID entry) {
    return store.latest(entry);
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Exit get(UUID exit) {
    return store.find(exit).orElseThrow(() -> new NotFoundException("exit " + exit));
  }

  private void keep(Entry entry, UUID exit) {
    Decision decision = prospect(entry).decision();
    if (decision != null) decisions.keep(decision, KIND, exit);
  }

  private @Nullable String provision(Entry entry) {
    return entries.rules(entry).exit(entry.partyClass()).map(c -> c.id()).orElse(null);
  }
}
