package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.OpenCase;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.documents.AskedPaper;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Applications for a register, and its entries. */
@Service
@Transactional
public class Registers {
  private final RegisterCatalog catalog;
  private final ApplicationStore store;
  private final Applications applications;
  private final AdmissionNotices admissionNotices;
  private final Entries entries;
  private final EntryStore entryStore;
  private final Bars bars;
  private final Casework casework;
  private final Decisions decisions;
  private final Documents documents;
  private final Parties parties;
  private final AuditTrail audit;
  private final Clock clock;

  Registers(
      RegisterCatalog catalog,
      ApplicationStore store,
      Applications applications,
      AdmissionNotices admissionNotices,
      Entries entries,
      EntryStore entryStore,
      Bars bars,
      Casework casework,
      Decisions decisions,
      Documents documents,
      Parties parties,
      AuditTrail audit,
      Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.applications = applications;
    this.admissionNotices = admissionNotices;
    this.entries = entries;
    this.entryStore = entryStore;
    this.bars = bars;
    this.casework = casework;
    this.decisions = decisions;
    this.documents = documents;
    this.parties = parties;
    this.audit = audit;
    this.clock = clock;
  }

  /** A register that can be applied for. */
  public record Kept(String measure, String register, Text title, Text eligibility, boolean inForce) {}

  /** Every register that the loaded measures keep. */
  @Transactional(readOnly = true)
  public List<Kept> kept() {
    LocalDate today = LocalDate.now(clock);
    return catalog.all().stream()
        .map(
            r ->
                new Kept(
                    r.pack().code(),
                    r.register(),
                    r.pack().title(),
                    r.pack().byRole(org.zhuqi.measures.Condition.class, r.eligibility()).getFirst().text(),
                    r.life().allows(Life.Act.APPLY, today)))
        .toList();
  }

  /** Begins an application as a draft, or goes on with the one that is open; returns its id. Refused inside a bar. */
  public Outcome<UUID> apply(Actor by, Apply command) {
    if (!command.party().equals(by.partyOrThrow())) throw new NotFoundException("party " + command.party());
    RegisterRules rules = catalog.current(command.measure(), command.register());
    Party party = parties.get(command.party());
    List<Refusal> no = mayNotApply(rules, party);
    if (!no.isEmpty()) return Outcome.refused(no);
    String code = party.creditCode().value();
    UUID id =
        store
            .open(command.measure(), command.register(), code)
            .map(Application::id)
            .orElseGet(() -> begin(by, rules, party));
    Outcome<Void> saved = command.facts().isEmpty() ? Outcome.done(null) : save(by, id, command.facts());
    for (Map.Entry<String, List<UUID>> d : command.documents().entrySet()) {
      saved = saved.then(v -> attach(by, id, d.getKey(), d.getValue()));
    }
    return saved.map(v -> id);
  }

  /** Why a party cannot apply at all: the measure's life, a live entry, a bar. Empty when it can. */
  @Transactional(readOnly = true)
  public List<Refusal> mayNotApply(String measure, String register, UUID party) {
    return mayNotApply(catalog.current(measure, register), parties.get(party));
  }

  private List<Refusal> mayNotApply(RegisterRules rules, Party party) {
    LocalDate today = LocalDate.now(clock);
    String measure = rules.pack().code();
    Finding life = rules.life().check(Life.Act.APPLY, today);
    if (!life.holds()) return List.of(Applications.refusal("measure_not_in_force", life, null));
    if (entries.ofParties(Set.of(party.id())).stream()
        .anyMatch(e -> e.measure().equals(measure) && e.register().equals(rules.register()) && e.state().isLive())) {
      return List.of(
          Refusal.of("already_entered", "本单位已在名录中，无需再次申请。", "You are already in the register; no application is needed."));
    }
    return bars.against(measure, party.creditCode().value(), today).stream().toList();
  }

  private UUID begin(Actor by, RegisterRules rules, Party party) {
    UUID id = Ids.next();
    String partyClass = party.partyClass().code();
    Optional<Table.Row> route = rules.routing(party.area());
    UUID caseId =
        casework.open(
            by,
            new OpenCase(
                Applications.KIND,
                rules.pack().code(),
                rules.pack().version(),
                rules.register(),
                partyClass,
                party.id(),
                Set.of(),
                null,
                route.flatMap(r -> r.get("handler")).orElse(null),
                route.flatMap(r -> r.get("assistant")).orElse(null),
                id,
                new Text("入驻申请：" + party.name(), "Application: " + party.name())));
    store.insert(
        new Application(
            id, caseId, rules.pack().code(), rules.pack().version(), rules.register(), party.id(),
            party.creditCode().value(), partyClass, Map.of(), Map.of(), null, null, true, clock.instant()));
    return id;
  }

  /** Saves what was stated so far; called by itself as the form is filled in. What cannot be read is named, the rest saved. */
  public Outcome<Void> save(Actor by, UUID application, Map<String, ?> facts) {
    Application a = own(by, application);
    if (!withApplicant(a)) return Outcome.refused(notEditable(a));
    StatedFacts read = StatedFacts.read(applications.rules(a).pack(), facts);
    Map<String, Object> stated = new LinkedHashMap<>(a.stated());
    stated.putAll(read.values());
    stated.values().removeIf(v -> v.toString().isEmpty());
    store.state(a.id(), stated, clock.instant());
    return read.refusals().isEmpty() ? Outcome.done(null) : Outcome.refused(read.refusals());
  }

  /** Makes documents of the vault serve as a material, instead of all that did before; one material may take several. */
  public Outcome<Void> attach(Actor by, UUID application, String material, Collection<UUID> papers) {
    Application a = own(by, application);
    if (!withApplicant(a)) return Outcome.refused(notEditable(a));
    Optional<AskedPaper> asked =
        AskedPaper.of(applications.rules(a).materials(a.partyClass()), material).filter(p -> p.item().isFor(a.partyClass()));
    if (asked.isEmpty()) {
      return Outcome.refused(
          Refusal.of("material_unknown", "本申请不需要这项材料。", "This application asks for no such paper.").at("materials"));
    }
    LocalDate today = LocalDate.now(clock);
    List<Refusal> wrong =
        papers.stream().flatMap(d -> asked.get().wrong(documents.readable(by, d), today).stream()).toList();
    if (!wrong.isEmpty()) return Outcome.refused(wrong.stream().map(r -> r.at("materials")).toList());
    documents.attachedTo(Applications.KIND, a.id()).stream()
        .filter(x -> x.materialCode().equals(material) && !papers.contains(x.id()))
        .forEach(x -> documents.detach(by, x.id(), Applications.KIND, a.id()));
    papers.forEach(d -> documents.attach(by, d, Applications.KIND, a.id(), material));
    return Outcome.done(null);
  }

  /**
   * Hands it in, for the first time or after completion. Everything that lacks and every condition that fails is named at
   * once; nothing is lost.
   *
   * @return the receipt number
   */
  public Outcome<String> submit(Actor by, UUID application, boolean declared) {
    Application a = own(by, application);
    CaseFile file = casework.get(by, a.caseId());
    if (!file.state().isWithApplicant()) return Outcome.refused(notEditable(a));
    Optional<Refusal> barred = bars.against(a.measure(), a.creditCode(), LocalDate.now(clock));
    if (barred.isPresent()) return Outcome.refused(barred.get());
    if (file.state() == CaseState.DRAFT && !catalog.current(a.measure()).version().equals(a.version())) {
      return Outcome.refused(
          Refusal.of("version_replaced", "办法已更新，请撤回本草稿后重新填写。", "A new version of the measure is in force.")
              .remedy("撤回草稿并重新开始，材料可直接复用。", "Withdraw this draft and begin anew; your papers can be reused."));
    }
    List<Refusal> wrong = applications.wrong(a, declared);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.declare(a.id(), clock.instant(), LocalDate.now(clock));
    decisions.keep(applications.decide(store.find(a.id()).orElseThrow()), Applications.KIND, a.id());
    Outcome<CaseFile> moved =
        file.state() == CaseState.DRAFT ? casework.submit(by, a.caseId()) : casework.resubmit(by, a.caseId());
    return Outcome.done(String.valueOf(moved.orThrow().number()));
  }

  /**
   * An official who handles the case records what the papers say where it differs from what was stated, or confirms it; the
   * conditions are decided anew.
   */
  public Outcome<Void> verify(Actor by, UUID application, Map<String, ?> facts) {
    Application a = store.lock(application).orElseThrow(() -> new NotFoundException("application " + application));
    CaseFile file = casework.get(by, a.caseId());
    Optional<Refusal> no = casework.hindrance(by, file);
    if (no.isPresent()) return Outcome.refused(no.get());
    StatedFacts read = StatedFacts.read(applications.rules(a).pack(), facts);
    if (!read.refusals().isEmpty()) return Outcome.refused(read.refusals());
    Map<String, Object> verified = new LinkedHashMap<>(a.verified());
    verified.putAll(read.values());
    verified.values().removeIf(v -> v.toString().isEmpty());
    store.verify(a.id(), verified);
    decisions.keep(applications.decide(store.find(a.id()).orElseThrow()), Applications.KIND, a.id());
    audit.record(
        by, "register.verified", Applications.KIND, a.id(), applications.rules(a).stages(a.partyClass()).id(), "核对材料",
        new HashMap<>(read.values()));
    return Outcome.done(null);
  }

  /** Publishes passed applications of one register as a notice; returns its id. */
  public Outcome<UUID> publish(Actor by, String measure, String register, List<UUID> ids) {
    return admissionNotices.publish(by, measure, register, ids);
  }

  /** Passed applications that wait for publication. */
  @Transactional(readOnly = true)
  public List<Application> toPublish(Actor viewer, String measure, String register) {
    return admissionNotices.waiting(viewer, measure, register);
  }

  /** An enterprise recommends an institution that it has worked with since a day. Again: replaces what it said before. */
  public Outcome<Void> recommend(
      Actor by, String measure, String register, String creditCode, LocalDate since, String statement) {
    by.mustBe(Role.ENTERPRISE);
    catalog.current(measure, register);
    Optional<Party> found = parties.byCreditCode(creditCode.strip()).filter(p -> p.is(PartyKind.INSTITUTION));
    if (found.isEmpty()) {
      return Outcome.refused(
          Refusal.of("institution_unknown", "平台上没有这个代码的服务机构。", "No institution with this code is registered here.")
              .remedy("请机构先在平台注册。", "Ask it to register first.")
              .at("creditCode"));
    }
    Party party = found.get();
    if (party.id().equals(by.partyOrThrow())) {
      return Outcome.refused(Refusal.of("own_recommendation", "不能推荐本单位。", "You cannot recommend yourself.").at("creditCode"));
    }
    if (since.isAfter(LocalDate.now(clock))) {
      return Outcome.refused(
          Refusal.of("since_in_future", "合作起始日期不能晚于今天。", "The cooperation cannot begin in the future.").at("since"));
    }
    if (statement.isBlank()) {
      return Outcome.refused(Refusal.of("statement_missing", "请说明合作内容和推荐理由。", "Say what you worked on and why.").at("statement"));
    }
    store.recommend(
        Ids.next(), measure, register, party.id(), java.util.Objects.requireNonNull(by.account()),
        new ApplicationStore.Recommendation(by.partyOrThrow(), since, statement.strip(), clock.instant()));
    audit.record(
        by, "register.recommended", "party", party.id(), null, statement.strip(), Map.of("since", since.toString()));
    return Outcome.done(null);
  }

  /** The form, for the applicant or an official who may see the case. */
  @Transactional(readOnly = true)
  public ApplicationForm form(Actor viewer, UUID application) {
    Application a = store.find(application).orElseThrow(() -> new NotFoundException("application " + application));
    return applications.form(a, casework.get(viewer, a.caseId()));
  }

  /** The applications of the caller's party, latest first. */
  @Transactional(readOnly = true)
  public List<Application> mine(Actor by) {
    return store.ofParty(by.partyOrThrow());
  }

  /** The live entry of a party in a measure as it is at this moment, else its latest. */
  @Transactional(readOnly = true)
  public Optional<Entry> entryOf(UUID party, String measure) {
    return entries.of(party, measure);
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Entry entry(UUID entry) {
    return entries.get(entry);
  }

  /** One line of an entry's past. */
  public record Past(EntryEvent event, EntryState to, LocalDate on, java.time.Instant at, String name, String reason,
      @org.jspecify.annotations.Nullable String provision) {}

  /** What happened to an entry, oldest first. */
  @Transactional(readOnly = true)
  public List<Past> history(UUID entry) {
    return entryStore.history(entry).stream()
        .map(l -> new Past(l.event(), l.to(), l.on(), l.at(), l.name(), l.reason(), l.provision()))
        .toList();
  }

  /** Why a credit code may not apply today, with the last day of the bar; empty where nothing bars it. */
  @Transactional(readOnly = true)
  public Optional<Refusal> bar(String measure, String creditCode) {
    return bars.against(measure, creditCode, LocalDate.now(clock));
  }

  /**
   * What other measures ask about an institution: whether it has a live entry in any register (hidden is live), and where it
   * is hidden.
   */
  @Transactional(readOnly = true)
  public Map<String, Object> institutionFacts(UUID party) {
    List<Entry> all = entries.ofParties(Set.of(party));
    Map<String, Object> facts = new HashMap<>();
    facts.put("institution.entry_live", all.stream().anyMatch(e -> e.state().isLive()));
    facts.put("institution.hidden", all.stream().anyMatch(e -> e.state() == EntryState.HIDDEN));
    return facts;
  }

  private boolean withApplicant(Application a) {
    return casework.ofSubject(Applications.KIND, a.id()).state().isWithApplicant();
  }

  private Refusal notEditable(Application a) {
    Text state = casework.ofSubject(Applications.KIND, a.id()).state().label();
    return Refusal.of(
        "not_editable",
        "申请目前为“" + state.zh() + "”，不能修改或再次提交。",
        "The application is " + state.en() + "; it can be neither changed nor submitted again.");
  }

  private Application own(Actor by, UUID application) {
    return store
        .lock(application)
        .filter(a -> a.party().equals(by.partyOrThrow()))
        .orElseThrow(() -> new NotFoundException("application " + application));
  }
}
