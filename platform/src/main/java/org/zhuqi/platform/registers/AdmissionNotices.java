package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.notices.NoticeSubject;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.notices.PublishNotice;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/** The public notice of those that passed, and the entry of those that nobody objects to. */
@Component
class AdmissionNotices implements NoticeSubject {
  private final JdbcClient jdbc;
  private final RegisterCatalog catalog;
  private final ApplicationStore store;
  private final Applications applications;
  private final Entries entries;
  private final EntryStore entryStore;
  private final Casework casework;
  private final Notices notices;
  private final Parties parties;
  private final Areas areas;
  private final RunningNumbers numbers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AdmissionNotices(
      JdbcClient jdbc,
      RegisterCatalog catalog,
      ApplicationStore store,
      Applications applications,
      Entries entries,
      EntryStore entryStore,
      Casework casework,
      Notices notices,
      Parties parties,
      Areas areas,
      RunningNumbers numbers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.catalog = catalog;
    this.store = store;
    this.applications = applications;
    this.entries = entries;
    this.entryStore = entryStore;
    this.casework = casework;
    this.notices = notices;
    this.parties = parties;
    this.areas = areas;
    this.numbers = numbers;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Applications.KIND;
  }

  /** Passed applications that wait for publication and that the viewer's office may publish. */
  List<Application> waiting(Actor viewer, String measure, String register) {
    return jdbc.sql("select id from register_application where measure = :measure and register = :register and open order by saved_at, id")
        .param("measure", measure)
        .param("register", register)
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> store.find(id).orElseThrow())
        .filter(a -> mayPublish(viewer, casework.ofSubject(kind(), a.id())))
        .toList();
  }

  private boolean mayPublish(Actor viewer, CaseFile file) {
    String handler = file.handlerAgency();
    boolean office = handler == null ? viewer.is(Role.CENTRE, Role.BUREAU) : handler.equals(viewer.agency());
    return office && file.state() == CaseState.PASSED;
  }

  Outcome<UUID> publish(Actor by, String measure, String register, List<UUID> ids) {
    by.mustBe(Role.CENTRE, Role.BUREAU);
    List<Application> list = new ArrayList<>();
    for (UUID id : ids.stream().distinct().toList()) {
      Application a = store.lock(id).orElseThrow(() -> new NotFoundException("application " + id));
      if (!a.measure().equals(measure) || !a.register().equals(register)) throw new NotFoundException("application " + id);
      CaseFile file = casework.ofSubject(kind(), id);
      if (!mayPublish(by, file)) {
        return Outcome.refused(
            Refusal.of(
                "not_to_publish",
                file.applicantName() + " 目前为“" + file.state().label().zh() + "”，不能公示。",
                file.applicantName() + " is " + file.state().label().en() + " and cannot be published."));
      }
      list.add(a);
    }
    if (list.isEmpty()) {
      return Outcome.refused(Refusal.of("nothing_chosen", "请选择要公示的机构。", "Choose whom to publish."));
    }
    RegisterRules rules = catalog.current(measure, register);
    Notice rule = rules.notice(list.getFirst().partyClass()).orElseThrow();
    UUID notice = notices.publish(by, command(by, rules, rule, list));
    list.forEach(a -> casework.move(by, a.caseId(), CaseEvent.PUBLISHED, "列入公示名单"));
    return Outcome.done(notice);
  }

  private PublishNotice command(Actor by, RegisterRules rules, Notice rule, List<Application> list) {
    Text measure = rules.pack().title();
    return new PublishNotice(
        kind(),
        rules.pack().code(),
        rules.pack().version(),
        rule.id(),
        new Text("关于拟入驻机构名单的公示", "Public notice of institutions to be admitted"),
        new Text(
            "依据《" + measure.zh() + "》，下列机构经审核符合条件，现予公示。对名单有异议的，可在公示期内逐行提出。",
            "Under the " + measure.en() + ", these applicants have passed the review. Anyone may object, line by line, while the notice stands."),
        Objects.requireNonNull(by.agency()),
        null,
        rule.workingDays(),
        List.of(
            new PublishNotice.Column("name", new Text("机构名称", "Institution")),
            new PublishNotice.Column("code", new Text("统一社会信用代码", "Credit code")),
            new PublishNotice.Column("area", new Text("注册地", "Registered in")),
            new PublishNotice.Column("way", new Text("符合的情形", "Condition that holds"))),
        list.stream().map(a -> line(rules, a)).toList());
  }

  private PublishNotice.Line line(RegisterRules rules, Application a) {
    Party party = parties.get(a.party());
    String area = areas.label(party.area()).zh();
    return new PublishNotice.Line(
        a.id(),
        a.party(),
        Map.of("name", party.name(), "code", a.creditCode(), "area", area, "way", ways(rules, applications.decide(a))));
  }

  /** The citations of the ways that held; where a measure has only one way, of the conditions as a whole. */
  static String ways(RegisterRules rules, Decision decision) {
    List<String> parts =
        rules.pack().byRole(Condition.class, rules.eligibility(), decision.applicantClass()).stream()
            .flatMap(c -> c.of().stream())
            .toList();
    return parts.stream()
        .filter(id -> decision.findings().stream().filter(f -> f.provision().equals(id)).allMatch(f -> f.holds()))
        .flatMap(id -> rules.pack().provision(id).stream())
        .map(p -> p.citation().zh())
        .collect(java.util.stream.Collectors.joining("、"));
  }

  @Override
  public void cleared(UUID ref, UUID notice) {
    Application a = store.lock(ref).orElseThrow();
    LocalDate today = LocalDate.now(clock);
    Party party = parties.get(a.party());
    RegisterRules rules = applications.rules(a);
    Entry entry =
        new Entry(
            Ids.next(), numbers.next("ML", today), a.measure(), a.version(), a.register(), a.party(), a.creditCode(),
            party.name(), a.partyClass(), party.area(), EntryState.ACTIVE, today, rules.until(a.partyClass(), today), null,
            null, null);
    entryStore.insert(entry, a.id(), notice);
    String provision = rules.notice(a.partyClass()).map(Notice::id).orElse(null);
    entries.note(entry, EntryEvent.ADMITTED, EntryState.ACTIVE, today, Actor.SYSTEM, "公示期满无异议", provision);
    casework.move(Actor.SYSTEM, a.caseId(), CaseEvent.GRANTED, "公示期满无异议，列入名录 " + entry.number());
    events.publishEvent(new EntryAdmitted(entry.id(), a.measure(), a.register(), a.party(), today));
  }

  @Override
  public void upheld(UUID ref, UUID notice, String answer) {
    Application a = store.lock(ref).orElseThrow();
    casework.move(Actor.SYSTEM, a.caseId(), CaseEvent.OBJECTION_UPHELD, answer);
  }
}
