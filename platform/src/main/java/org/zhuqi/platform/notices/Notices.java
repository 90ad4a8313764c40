package org.zhuqi.platform.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.notices.Notice.LineState;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ClientNetwork;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/** Publishes lists, takes objections, answers them, and clears what nobody objects to. */
@Service
@Transactional
public class Notices {
  private static final Pattern CONTACT =
      Pattern.compile("(\\+?[0-9][0-9\\- ]{6,19}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+)");
  private static final int PER_DAY = 5;
  private static final int PAGE = 20;

  private final NoticeStore store;
  private final ObjectionStore objections;
  private final Measures measures;
  private final WorkingDays workingDays;
  private final Parties parties;
  private final Clock clock;
  private final RunningNumbers numbers;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final KeyedHash hash;
  private final ObjectProvider<NoticeSubject> subjects;

  Notices(
      NoticeStore store,
      ObjectionStore objections,
      Measures measures,
      WorkingDays workingDays,
      Parties parties,
      Clock clock,
      RunningNumbers numbers,
      AuditTrail audit,
      Notifications notifications,
      KeyedHash hash,
      ObjectProvider<NoticeSubject> subjects) {
    this.store = store;
    this.objections = objections;
    this.measures = measures;
    this.workingDays = workingDays;
    this.parties = parties;
    this.clock = clock;
    this.numbers = numbers;
    this.audit = audit;
    this.notifications = notifications;
    this.hash = hash;
    this.subjects = subjects;
  }

  /** Freezes and publishes a list; returns the notice's id. A line's ref stands in at most one running notice. */
  public UUID publish(Actor by, PublishNotice command) {
    by.mustBe(Role.CENTRE, Role.BUREAU, Role.FINANCE);
    if (command.lines().isEmpty()) throw new IllegalArgumentException("a notice needs a line");
    LocalDate today = LocalDate.now(clock);
    LocalDate lastDay = workingDays.after(today, command.workingDays());
    String number = numbers.next("GS", today);
    String content = FrozenList.canonical(number, today, lastDay, command);
    Notice notice =
        new Notice(
            Ids.next(), number, command.kind(), command.measure(), command.version(), command.provision(),
            command.title(), command.lead(), command.agency(), command.funder(), clock.instant(), command.workingDays(),
            lastDay, null, command.columns(), List.of(), content, FrozenList.sha256(content));
    store.insert(notice, java.util.Objects.requireNonNull(by.account()), holdsList(command));
    for (int i = 0; i < command.lines().size(); i++) store.insertLine(notice.id(), i + 1, command.lines().get(i));
    audit.record(
        by, "notice.published", "notice", notice.id(), command.provision(), command.title().zh(),
        Map.of("number", number, "sha256", notice.sha256(), "lines", command.lines().size()));
    return notice.id();
  }

  private boolean holdsList(PublishNotice command) {
    return rule(command.measure(), command.version(), command.provision())
        .filter(n -> n.objectionHolds() == org.zhuqi.measures.Notice.Holds.LIST)
        .isPresent();
  }

  /**
   * Anyone objects to one line who leaves a contact. Refused after the last day, and to a line that is already struck.
   *
   * @param source where it comes from (an address), kept as a keyed hash against floods; null where not known
   * @return the objection's number, by which its answer is found
   */
  public Outcome<String> object(
      UUID notice, int line, String name, String contact, String grounds, @Nullable String source) {
    Notice n = store.lock(notice).orElseThrow(() -> new NotFoundException("notice " + notice));
    Notice.Line l = line(n, line);
    LocalDate today = LocalDate.now(clock);
    List<Refusal> wrong = ObjectionForm.check(name, contact, grounds, CONTACT);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Optional<Refusal> no = tooLate(n, l, today).or(() -> tooMany(n, line, contact.strip(), hashed(source)));
    if (no.isPresent()) return Outcome.refused(no.get());
    String number = numbers.next("YY", today);
    Objection o =
        new Objection(
            Ids.next(), number, notice, line, name.strip(), contact.strip(), grounds.strip(), clock.instant(),
            answerBy(n, today), Objection.State.OPEN, null, null, null);
    objections.insert(o, hashed(source));
    if (l.state() == LineState.STANDING) {
      store.setLine(notice, line, LineState.HELD);
      subject(n).held(l.ref(), notice);
    }
    audit.record(
        Actor.SYSTEM, "notice.objected", "notice", notice, n.provision(), "第 " + line + " 行收到异议",
        Map.of("objection", number, "line", line));
    notifications.tell(
        n.desk(),
        new org.zhuqi.measures.Text("公示收到异议：" + n.number(), "Objection to notice " + n.number()),
        new org.zhuqi.measures.Text("第 " + line + " 行收到异议 " + number + "，请核实并答复。", "Objection " + number + " to line " + line + "; please look into it and answer."),
        "/notices/" + notice + "/objections",
        n.provision());
    return Outcome.done(number);
  }

  private @Nullable LocalDate answerBy(Notice n, LocalDate today) {
    return rule(n.measure(), n.version(), n.provision()).map(r -> r.answerBy(today, workingDays)).orElse(null);
  }

  private Optional<org.zhuqi.measures.Notice> rule(String measure, String version, String provision) {
    return measures
        .version(measure, version)
        .flatMap(p -> p.provision(provision))
        .filter(org.zhuqi.measures.Notice.class::isInstance)
        .map(org.zhuqi.measures.Notice.class::cast);
  }

  private @Nullable String hashed(@Nullable String source) {
    return source == null ? null : hash.of("objection-source", ClientNetwork.of(source));
  }

  private static Optional<Refusal> tooLate(Notice n, Notice.Line l, LocalDate today) {
    if (today.isAfter(n.lastDay())) {
      return Optional.of(
          Refusal.of(
                  "objection_late",
                  "公示期为 %d 个工作日，已于 %s 届满，现在不再受理异议。".formatted(n.workingDays(), n.lastDay()),
                  "The notice stood for %d working days until %s; objections are no longer taken."
                      .formatted(n.workingDays(), n.lastDay()))
              .by(n.provision())
              .remedy("如发现问题，可向监督部门反映。", "If something is wrong, tell the supervising body."));
    }
    return l.state() == LineState.STRUCK
        ? Optional.of(
            Refusal.of("line_struck", "该行已因异议成立被剔除。", "This line has already been struck out.").by(n.provision()))
        : Optional.empty();
  }

  private Optional<Refusal> tooMany(Notice n, int line, String contact, @Nullable String source) {
    if (objections.openBySame(n.id(), line, contact)) {
      return Optional.of(
          Refusal.of(
              "objection_open", "您对该行的异议正在核实，请等待答复。", "Your objection to this line is being looked into."));
    }
    boolean flood = objections.countSince(clock.instant().minus(Duration.ofDays(1)), contact, source) >= PER_DAY;
    return flood
        ? Optional.of(
            Refusal.of(
                    "objection_too_many",
                    "24 小时内最多提交 " + PER_DAY + " 条异议。",
                    "At most " + PER_DAY + " objections within 24 hours.")
                .remedy("请明天再试，或联系公示单位。", "Try again tomorrow, or call the publishing body."))
        : Optional.empty();
  }

  /** The publishing agency answers; UPHELD strikes the line, REJECTED lets it go on. */
  public Outcome<Void> answer(Actor by, UUID objection, Objection.State finding, String answer) {
    Objection o = objections.find(objection).orElseThrow(() -> new NotFoundException("objection " + objection));
    Notice n = store.lock(o.notice()).orElseThrow();
    Optional<Refusal> no = mayNotAnswer(by, n, objections.find(objection).orElseThrow(), finding, answer);
    if (no.isPresent()) return Outcome.refused(no.get());
    objections.answer(objection, finding, answer.strip(), by, clock.instant());
    audit.record(
        by, "objection." + finding.name().toLowerCase(java.util.Locale.ROOT), "notice", n.id(), n.provision(), answer,
        Map.of("objection", o.number(), "line", o.line()));
    Notice.Line l = line(n, o.line());
    if (l.state() == LineState.HELD) {
      if (finding == Objection.State.UPHELD) strike(n, l, answer);
      else release(n, l);
    }
    return Outcome.done(null);
  }

  private Optional<Refusal> mayNotAnswer(Actor by, Notice n, Objection o, Objection.State finding, String answer) {
    by.mustBe(Role.CENTRE, Role.BUREAU, Role.FINANCE);
    UUID account = by.account();
    if (account == null || !n.agency().equals(by.agency())) {
      return Optional.of(Refusal.of("not_this_office", "由发布公示的单位答复异议。", "The publishing body answers objections."));
    }
    if (o.state() != Objection.State.OPEN) {
      return Optional.of(
          Refusal.of("objection_answered", o.answeredBy() + " 已答复：" + o.answer(), o.answeredBy() + " has answered: " + o.answer()));
    }
    if (finding == Objection.State.OPEN || answer.isBlank()) {
      return Optional.of(Refusal.of("answer_missing", "请写明核实情况和结论。", "Say what was found, and why.").at("answer"));
    }
    boolean related = store.lineParty(n.id(), o.line()).filter(p -> parties.relatedToAccount(account, p)).isPresent();
    return related
        ? Optional.of(
            Refusal.of("related_to_party", "您与该行当事方存在关联，应当回避。", "You are related to whom this line is about.")
                .by(separation(n)))
        : Optional.empty();
  }

  private @Nullable String separation(Notice n) {
    return measures
        .version(n.measure(), n.version())
        .flatMap(p -> p.byRole(Separation.class, "decision.separation").stream().findFirst())
        .map(Separation::id)
        .orElse(null);
  }

  private void strike(Notice n, Notice.Line l, String answer) {
    store.setLine(n.id(), l.number(), LineState.STRUCK);
    subject(n).upheld(l.ref(), n.id(), answer);
    if (n.closedAt() != null && store.holdsList(n.id())) close(n.id());
  }

  private void release(Notice n, Notice.Line l) {
    if (objections.hasOpen(n.id(), l.number())) return;
    store.setLine(n.id(), l.number(), LineState.STANDING);
    if (n.closedAt() != null) close(n.id());
  }

  /** Ends a notice whose last day has passed, and clears what may go on. Idempotent. */
  void close(UUID id) {
    Notice n = store.lock(id).orElseThrow();
    if (!LocalDate.now(clock).isAfter(n.lastDay())) return;
    if (n.closedAt() == null) {
      store.close(id, clock.instant());
      audit.record(Actor.SYSTEM, "notice.closed", "notice", id, n.provision(), "公示期满", Map.of("number", n.number()));
    }
    if (store.holdsList(id) && objections.hasOpen(id, null)) return;
    for (Notice.Line l : n.lines()) {
      if (l.state() != LineState.STANDING) continue;
      store.setLine(id, l.number(), LineState.CLEARED);
      subject(n).cleared(l.ref(), id);
    }
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Notice get(UUID notice) {
    return store.find(notice).orElseThrow(() -> new NotFoundException("notice " + notice));
  }

  /** Latest first. @param page from 1 */
  @Transactional(readOnly = true)
  public List<Notice> list(@Nullable String measure, @Nullable String kind, boolean runningOnly, int page) {
    LocalDate running = runningOnly ? LocalDate.now(clock) : null;
    return store.list(measure, kind, running, PAGE, (Math.max(1, page) - 1) * PAGE);
  }

  /** Objections to a notice; names and contacts only for the agency that answers, and for auditors. */
  @Transactional(readOnly = true)
  public List<Objection> objections(@Nullable Actor viewer, UUID notice) {
    Notice n = get(notice);
    boolean all = viewer != null && (n.agency().equals(viewer.agency()) || viewer.is(Role.AUDITOR));
    return objections.of(notice).stream().map(o -> all ? o : o.publicPart()).toList();
  }

  /** Objections that wait for the viewer's agency. */
  @Transactional(readOnly = true)
  public List<Objection> waiting(Actor viewer) {
    String agency = viewer.agency();
    return agency == null ? List.of() : objections.open(agency);
  }

  private NoticeSubject subject(Notice n) {
    return subjects.stream()
        .filter(s -> s.kind().equals(n.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no NoticeSubject bean for " + n.kind()));
  }

  private static Notice.Line line(Notice n, int number) {
    Set<Integer> known = new HashSet<>();
    for (Notice.Line l : n.lines()) {
      if (l.number() == number) return l;
      known.add(l.number());
    }
    throw new NotFoundException("line " + number + " of " + known.size());
  }
}
