package org.zhuqi.platform.parties;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;

/** Who the parties are. Each command is one transaction. */
@Service
@Transactional
public class Parties {
  private final PartyStore store;
  private final RelationStore relations;
  private final PartyRules rules;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Parties(
      PartyStore store,
      RelationStore relations,
      PartyRules rules,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.relations = relations;
    this.rules = rules;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Registers a party. Refused with one sentence per field that is missing or wrong, or when the code is known.
   *
   * <p>Anybody may: the party is not authenticated by that, see {@link #verify}.
   */
  public Outcome<UUID> register(Actor by, RegisterParty r) {
    List<Refusal> wrong = problems(r);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Party party = party(r);
    if (!store.insert(party)) return Outcome.refused(known(party.creditCode()));
    record(by, "party.registered", party.id(), "注册", Map.of("creditCode", party.creditCode().value(), "name", party.name()));
    relations.insert(party.id(), RelationKind.SELF, party.creditCode().value(), party.name(), today());
    relations.insert(party.id(), RelationKind.PHONE, party.phone(), Masked.phone(party.phone()), today());
    if (r.legalRepId() != null && r.legalRepName() != null) {
      record(by, party.id(), RelationKind.LEGAL_REP, r.legalRepId(), r.legalRepName());
    }
    if (party.is(PartyKind.HOLDER_PROJECT)) {
      addProject(party.id(), text(r.projectCode()), text(r.projectName()), text(r.projectArea()), r.projectFiled());
    }
    return Outcome.done(party.id());
  }

  /** What {@link #register} would refuse, without doing it. */
  @Transactional(readOnly = true)
  public List<Refusal> problems(RegisterParty r) {
    List<Refusal> wrong = new java.util.ArrayList<>(rules.check(r, today()));
    byCreditCode(r.creditCode()).ifPresent(p -> wrong.add(known(p.creditCode())));
    return wrong;
  }

  private Party party(RegisterParty r) {
    return new Party(
        Ids.next(), CreditCode.parse(r.creditCode()).orThrow(), r.name().strip(), r.kinds(),
        PartyClass.of(r.partyClass()).orElseThrow(), r.area(), Objects.requireNonNull(r.foundedOn()), r.industry(),
        r.legalPerson(), r.taxCompliant(), r.contactName().strip(), r.phone().strip(), r.email(), r.address().strip(),
        today(), null, 1);
  }

  private static Refusal known(CreditCode code) {
    return Refusal.of("party_known", "统一社会信用代码 " + code + " 已注册。", "The credit code " + code + " is registered already.")
        .remedy("请用该单位已有的账号登录；不知道账号的，请联系服务中心。",
            "Sign in with the account that this body has; ask the service centre if nobody knows it.")
        .at("creditCode");
  }

  /** The party changes what it stated; what an official had verified must then be verified again. */
  public Outcome<Void> change(Actor by, UUID id, ChangeParty c) {
    if (!id.equals(by.party())) throw new ForbiddenException(by, Role.ENTERPRISE, Role.INSTITUTION);
    List<Refusal> wrong = rules.check(c, today());
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Party old = get(id);
    Party fresh =
        new Party(
            id, old.creditCode(), c.name().strip(), c.kinds(), old.partyClass(), c.area(),
            Objects.requireNonNull(c.foundedOn()), c.industry(), c.legalPerson(), c.taxCompliant(),
            c.contactName().strip(), c.phone().strip(), c.email(), c.address().strip(), old.registeredOn(),
            old.verifiedOn(), c.version());
    boolean same = fresh.sameAsVerified(old);
    if (!store.update(fresh, same)) return Outcome.refused(changedMeanwhile());
    if (!fresh.phone().equals(old.phone())) {
      relations.endAll(id, RelationKind.PHONE, today());
      relations.insert(id, RelationKind.PHONE, fresh.phone(), Masked.phone(fresh.phone()), today());
    }
    record(by, "party.changed", id, same ? "变更联系方式" : "变更登记信息，需重新认证", Map.of("verificationKept", same));
    events.publishEvent(new PartyChanged(by, id));
    return Outcome.done(null);
  }

  private static Refusal changedMeanwhile() {
    return Refusal.of("changed_meanwhile", "您填写期间，该信息已被他人修改。", "Somebody else changed this while you were filling it in.")
        .remedy("请重新打开页面，核对后再提交。", "Open the page again, look, and submit once more.");
  }

  /** Adds a project to an owner. Refused when another owner has it: one owner per project. */
  public Outcome<UUID> addProject(Actor by, UUID party, String code, String name, String area, boolean filed) {
    if (!party.equals(by.party())) throw new ForbiddenException(by, Role.ENTERPRISE);
    List<Refusal> wrong = rules.project(code, name, area);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    UUID id = addProject(party, code, name, area, filed);
    record(by, "party.project_added", party, "登记投资项目", Map.of("project", id.toString(), "code", code));
    return Outcome.done(id);
  }

  /** @throws RefusedException when another owner has the project: rolls back what was registered with it */
  private UUID addProject(UUID party, String code, String name, String area, boolean filed) {
    Project project = new Project(Ids.next(), party, code.strip(), name.strip(), area, filed);
    if (!store.insert(project)) {
      throw new RefusedException(
          Refusal.of("project_has_owner", "项目 " + code + " 已由一个单位登记；一个项目只有一个业主。",
                  "Project " + code + " is registered by somebody already; a project has one owner.")
              .remedy("请核对项目代码；如登记有误，请联系服务中心。", "Check the code; ask the service centre if the record is wrong.")
              .at("projectCode"));
    }
    return project.id();
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Party get(UUID party) {
    return store.byIds(List.of(party)).stream().findFirst().orElseThrow(() -> new NotFoundException("party " + party));
  }

  /** Those that exist, by id, in one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Party> of(Collection<UUID> parties) {
    return store.byIds(parties).stream().collect(toMap(Party::id, Function.identity()));
  }

  @Transactional(readOnly = true)
  public Optional<Party> byCreditCode(String creditCode) {
    return store.byCode(CreditCode.normalise(creditCode));
  }

  /** What the system knows, under the names that packs declare; what is not known is absent. */
  @Transactional(readOnly = true)
  public Map<String, Object> facts(UUID party) {
    Map<String, Object> facts = factsOf(List.of(party)).get(party);
    if (facts == null) throw new NotFoundException("party " + party);
    return facts;
  }

  /** As {@link #facts}, for any number of parties in two statements. */
  @Transactional(readOnly = true)
  public Map<UUID, Map<String, Object>> factsOf(Collection<UUID> parties) {
    return factsOf(of(parties));
  }

  /** As {@link #facts}, for parties that were read just now; one statement, and none where nobody owns a project. */
  @Transactional(readOnly = true)
  public Map<UUID, Map<String, Object>> factsOf(Map<UUID, Party> parties) {
    List<UUID> owners = parties.values().stream().filter(p -> p.is(PartyKind.HOLDER_PROJECT)).map(Party::id).toList();
    Map<UUID, List<Project>> projects =
        owners.isEmpty() ? Map.of() : store.projects(owners).stream().collect(groupingBy(Project::party));
    return parties.values().stream()
        .collect(toMap(Party::id, p -> PartyFacts.of(p, projects.getOrDefault(p.id(), List.of()))));
  }

  /** The facts of one of an owner's projects, in place of those that {@link #facts} chose. */
  @Transactional(readOnly = true)
  public Map<String, Object> projectFacts(UUID party, UUID project) {
    return projects(party).stream()
        .filter(p -> p.id().equals(project))
        .findFirst()
        .map(PartyFacts::of)
        .orElseThrow(() -> new NotFoundException("project " + project));
  }

  /** Where a party belongs: its projects' areas first, then its own. */
  @Transactional(readOnly = true)
  public List<String> areas(UUID party) {
    return Stream.concat(projects(party).stream().map(Project::area), Stream.of(get(party).area())).distinct().toList();
  }

  /** The projects of an owner, oldest first. */
  @Transactional(readOnly = true)
  public List<Project> projects(UUID party) {
    return store.projects(List.of(party));
  }

  /**
   * Records what ties a party to others. The same twice changes nothing.
   *
   * @param value identity number or credit code, phone number, or bank account number; only its keyed hash is kept
   * @param name of the person or organisation, kept masked; null for phones and bank accounts
   */
  public void relate(Actor by, UUID party, RelationKind kind, String value, @Nullable String name) {
    if (by.role().isParty() && !party.equals(by.party())) throw new ForbiddenException(by, Role.CENTRE);
    record(by, party, kind, value, name);
  }

  private void record(Actor by, UUID party, RelationKind kind, String value, @Nullable String name) {
    String masked = (name == null ? "" : Masked.name(name) + " ") + Masked.identity(value.strip());
    UUID id = relations.insert(party, kind, value, masked, today());
    if (id != null) record(by, "party.related", party, kind.label().zh(), Map.of("kind", kind.name(), "shown", masked));
  }

  /**
   * As {@link #relate}, for what people type: refused with a sentence where the number cannot be right.
   *
   * @param value identity number of a person, or credit code of an organisation
   */
  public Outcome<Void> state(Actor by, UUID party, RelationKind kind, String value, String name) {
    if (!kind.isStated()) {
      return Outcome.refused(Refusal.of("relation_kind", "这种关系由系统登记。", "The system records this kind itself.").at("kind"));
    }
    boolean organisation = CreditCode.parse(value).isDone();
    var problem = IdentityNumber.problem(value);
    if (!organisation && problem.isPresent()) return Outcome.refused(problem.get().at("value"));
    relate(by, party, kind, value, name);
    return Outcome.done(null);
  }

  /** An official has looked behind the mask; on record, because it is personal data. */
  public void contactShown(Actor by, UUID party) {
    record(by, "party.contact_shown", party, "查看联系方式", Map.of());
  }

  /** Ends a relation; it stays on record with its last day. */
  public Outcome<Void> endRelation(Actor by, UUID party, UUID relation, String reason) {
    by.mustBe(Role.CENTRE, Role.BUREAU);
    if (!relations.end(party, relation, today())) throw new NotFoundException("relation " + relation);
    record(by, "party.relation_ended", party, reason, Map.of("relation", relation.toString()));
    return Outcome.done(null);
  }

  /** What is on record of a party, standing first. */
  @Transactional(readOnly = true)
  public List<Tie> relationsOf(UUID party) {
    return relations.of(party);
  }

  /** Every other party that has something in common with this one today. */
  @Transactional(readOnly = true)
  public List<Relation> relatedTo(UUID party) {
    return relations.ofAll(party);
  }

  /** What two parties have in common today: empty when nothing is known. */
  @Transactional(readOnly = true)
  public List<Relation> related(UUID a, UUID b) {
    return relations.between(a, List.of(b));
  }

  /**
   * Whether somebody with an account is tied to a party: belongs to it, declared an interest in it or in a party with the
   * same controller, owner or legal representative, or is on record as its person. The database function {@code
   * party_related_to_account(account, party)} is the same, for triggers.
   */
  @Transactional(readOnly = true)
  public boolean relatedToAccount(UUID account, UUID party) {
    return relations.relatedToAccount(account, party);
  }

  /** Why somebody has to leave a decision on these parties to others; empty when they are related to none of them. */
  @Transactional(readOnly = true)
  public Optional<Refusal> standAside(Actor by, @Nullable String provision, UUID... decidedOn) {
    UUID account = by.account();
    return account != null && Stream.of(decidedOn).anyMatch(party -> relatedToAccount(account, party))
        ? Optional.of(
            Refusal.of("related_to_party", "您与当事方存在关联，应当回避。", "You are related to a party and have to stand aside.")
                .by(provision)
                .remedy("请交由其他工作人员办理。", "Leave it to a colleague."))
        : Optional.empty();
  }

  /**
   * An official has checked the licence document: the party is authenticated from today.
   *
   * @param taxCompliant what the official found on payment of tax
   */
  public Outcome<Void> verify(Actor by, UUID party, boolean taxCompliant, String grounds) {
    mayVerify(by, party);
    if (grounds.isBlank()) return Outcome.refused(needsGrounds());
    store.verified(get(party).id(), today(), by.account(), taxCompliant);
    record(by, "party.verified", party, grounds, Map.of("taxCompliant", taxCompliant));
    return Outcome.done(null);
  }

  /** Takes the authentication back; the party can be verified again. */
  public Outcome<Void> unverify(Actor by, UUID party, String grounds) {
    mayVerify(by, party);
    if (grounds.isBlank()) return Outcome.refused(needsGrounds());
    store.verified(party, null, null, get(party).taxCompliant());
    record(by, "party.unverified", party, grounds, Map.of());
    return Outcome.done(null);
  }

  /** An official has looked a project up on the provincial platform. */
  public Outcome<Void> projectChecked(Actor by, UUID party, UUID project, boolean filed, String grounds) {
    mayVerify(by, party);
    if (grounds.isBlank()) return Outcome.refused(needsGrounds());
    projectFacts(party, project);
    store.filed(project, filed);
    record(by, "party.project_checked", party, grounds, Map.of("project", project.toString(), "filed", filed));
    return Outcome.done(null);
  }

  private void mayVerify(Actor by, UUID party) {
    by.mustBe(Role.CENTRE, Role.BUREAU, Role.SYSTEM);
    standAside(by, null, party)
        .ifPresent(
            no -> {
              throw new RefusedException(no);
            });
  }

  private static Refusal needsGrounds() {
    return Refusal.of("needs_grounds", "请写明核验了什么、依据什么。", "Say what was checked and against what.").at("grounds");
  }

  private void record(Actor by, String act, UUID party, String grounds, Map<String, ?> details) {
    audit.record(by, act, "party", party, null, grounds, details);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
