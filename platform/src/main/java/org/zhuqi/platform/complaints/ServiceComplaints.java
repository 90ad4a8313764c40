package org.zhuqi.platform.complaints;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * Complaints of enterprises about the services of institutions: on a ground or a principle of a measure, with what shows it.
 * The institution is heard, then whoever the measure names answers; a removal can refer to it.
 */
@Service
@Transactional
public class ServiceComplaints {
  /** Kind of evidence: what the enterprise handed in. */
  public static final String KIND = "complaint.service";

  /** Kind of evidence: what the institution handed in with its statement. */
  public static final String STATEMENT = "complaint.service.statement";

  private static final int WORDS_MIN = 10;
  private static final int WORDS_MAX = 2000;
  private static final String PAGE = "/service-complaints/";

  private final ServiceComplaintStore store;
  private final ServiceGrounds grounds;
  private final Parties parties;
  private final Documents documents;
  private final Notifications notifications;
  private final RunningNumbers numbers;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  ServiceComplaints(
      ServiceComplaintStore store, ServiceGrounds grounds, Parties parties, Documents documents, Notifications notifications,
      RunningNumbers numbers, WorkingDays workingDays, AuditTrail audit, Clock clock) {
    this.store = store;
    this.grounds = grounds;
    this.parties = parties;
    this.documents = documents;
    this.notifications = notifications;
    this.numbers = numbers;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /** Files it, asks the institution for its statement and tells those who answer. */
  public Outcome<UUID> file(Actor by, FileServiceComplaint f) {
    by.mustBe(Role.ENTERPRISE);
    LocalDate today = LocalDate.now(clock);
    ServiceGrounds.Door door = grounds.door(today).orElse(null);
    if (door == null) return Outcome.refused(Refusal.of("no_complaint_door", "现行办法没有规定服务投诉由谁受理。", "No measure in force says who receives complaints about services."));
    Party institution = parties.byCreditCode(f.institution()).filter(p -> p.is(PartyKind.INSTITUTION)).orElse(null);
    ServiceGrounds.Citation cited = grounds.citations(today).stream().filter(c -> c.code().equals(f.cites())).findFirst().orElse(null);
    List<Refusal> wrong = check(by, f, institution, cited, door);
    if (!wrong.isEmpty() || institution == null || cited == null) return Outcome.refused(wrong);
    ServiceComplaint c =
        new ServiceComplaint(
            Ids.next(), numbers.next("FT", today), door.pack().code(), by.partyOrThrow(), parties.get(by.partyOrThrow()).name(),
            institution.id(), institution.name(), cited.provision(), cited.ground(), cited.label(), f.words().strip(), clock.instant(),
            Supervision.roles(door.way().to()), door.way().hearUntil(today, workingDays), door.way().answerBy(today, workingDays),
            null, null, null, null, null, null);
    store.insert(c, by);
    Objects.requireNonNullElse(f.evidence(), List.<UUID>of()).forEach(d -> documents.attach(by, d, KIND, c.id(), "evidence"));
    audit.record(by, "service_complaint.filed", KIND, c.id(), c.provision(), c.cited().zh(), Map.of("number", c.number(), "institution", c.institutionName()));
    tell(Recipients.party(c.institution()), c, "请陈述：服务投诉 ", "State your side: complaint ",
        "有企业投诉你单位的服务。可于 " + c.hearUntil() + " 前陈述并提交证据。", "An enterprise complains about your service. You may state your side, with evidence, until " + c.hearUntil() + ".");
    c.receivers().forEach(role -> tell(Recipients.desk(role, null), c, "收到服务投诉 ", "Service complaint ",
        c.partyName() + " 投诉 " + c.institutionName() + "。请听取机构意见后答复。", c.partyName() + " complains about " + c.institutionName() + ". Hear the institution, then answer."));
    return Outcome.done(c.id());
  }

  private static List<Refusal> check(
      Actor by, FileServiceComplaint f, @Nullable Party institution, ServiceGrounds.@Nullable Citation cited, ServiceGrounds.Door door) {
    List<Refusal> wrong = new ArrayList<>();
    if (institution == null || institution.id().equals(by.party())) {
      wrong.add(Refusal.of("complaint_institution", "没有该统一社会信用代码的服务机构，请核对。", "No institution has this credit code; please check it.").at("institution"));
    }
    if (cited == null) wrong.add(Refusal.of("complaint_ground", "请选择办法所列的情形或原则。", "Choose a ground or a principle of a measure.").by(door.grounds().id()).at("cites"));
    int length = f.words().strip().length();
    if (length < WORDS_MIN || length > WORDS_MAX) {
      wrong.add(Refusal.of("complaint_words", "请用 10 至 2000 个字写明经过，现有 " + length + " 个字。",
          "Tell what happened in 10 to 2000 characters; there are " + length + ".").at("words"));
    }
    return wrong;
  }

  /** The institution's statement, once, until the last day of its term. */
  public Outcome<Void> state(Actor by, UUID id, String statement, List<UUID> papers) {
    ServiceComplaint c = lock(by, id);
    if (!c.institution().equals(by.partyOrThrow())) throw new NotFoundException("service complaint " + id);
    if (!c.isOpen() || c.isHeard(LocalDate.now(clock))) {
      return Outcome.refused(Refusal.of("hearing_over", "已经陈述，或陈述已于 " + c.hearUntil() + " 截止。", "You have spoken, or statements were taken until " + c.hearUntil() + ".").by(c.provision()));
    }
    if (statement.isBlank()) return Outcome.refused(Refusal.of("statement_missing", "请填写陈述意见。", "Write your statement.").at("statement"));
    store.state(id, statement.strip(), by, clock.instant());
    papers.forEach(d -> documents.attach(by, d, STATEMENT, id, "evidence"));
    audit.record(by, "service_complaint.stated", KIND, id, c.provision(), statement.strip(), Map.of("number", c.number()));
    c.receivers().forEach(role -> tell(Recipients.desk(role, null), c, "机构已陈述：服务投诉 ", "Statement received: complaint ", "请答复。", "Please answer."));
    return Outcome.done(null);
  }

  /** The answer, once, by one of those whom the measure names and who is related to neither side, after the institution was heard. */
  public Outcome<Void> answer(Actor by, UUID id, boolean founded, String answer) {
    ServiceComplaint c = lock(by, id);
    by.mustBe(c.receivers().toArray(Role[]::new));
    LocalDate today = LocalDate.now(clock);
    Optional<Refusal> no = mayNotAnswer(by, c, answer, today);
    if (no.isPresent()) return Outcome.refused(no.get());
    store.answer(id, founded, answer.strip(), by, clock.instant(), today);
    audit.record(by, founded ? "service_complaint.founded" : "service_complaint.unfounded", KIND, id, c.provision(), answer.strip(), Map.of("number", c.number()));
    for (UUID side : List.of(c.party(), c.institution())) {
      tell(Recipients.party(side), c, "已答复：服务投诉 ", "Answered: complaint ", answer.strip(), answer.strip());
    }
    return Outcome.done(null);
  }

  private Optional<Refusal> mayNotAnswer(Actor by, ServiceComplaint c, String answer, LocalDate today) {
    if (!c.isOpen()) return Optional.of(Refusal.of("answered_meanwhile", c.answeredName() + " 已答复：" + c.answer(), c.answeredName() + " has answered: " + c.answer()));
    UUID account = Objects.requireNonNull(by.account());
    if (parties.relatedToAccount(account, c.institution()) || parties.relatedToAccount(account, c.party())) {
      return Optional.of(Refusal.of("related_to_party", "您与一方存在关联，应当回避。", "You are related to a side and have to stand aside.").by(c.provision()));
    }
    if (!c.isHeard(today)) {
      return Optional.of(
          Refusal.of("not_heard", "应先听取机构意见，陈述期至 " + c.hearUntil() + "。", "The institution is heard first; it may state its side until " + c.hearUntil() + ".").by(c.provision()));
    }
    return answer.isBlank()
        ? Optional.of(Refusal.of("complaint_answer", "请写明查明的情况和处理结果。", "Say what was found and what is done about it.").at("answer"))
        : Optional.empty();
  }

  private void tell(Recipients to, ServiceComplaint c, String zh, String en, String bodyZh, String bodyEn) {
    notifications.tell(List.of(to), new Text(zh + c.number(), en + c.number()), new Text(bodyZh, bodyEn), PAGE + c.id(), c.provision());
  }

  /** @throws NotFoundException when there is none, or it is not for this reader: the same answer for both */
  @Transactional(readOnly = true)
  public ServiceComplaint get(Actor reader, UUID id) {
    return store.find(id, false).filter(c -> maySee(reader, c)).orElseThrow(() -> new NotFoundException("service complaint " + id));
  }

  /** Those of some complaints that the reader may see; by number. */
  @Transactional(readOnly = true)
  public List<ServiceComplaint> all(Actor reader, Collection<UUID> ids) {
    return store.all(ids).stream().filter(c -> maySee(reader, c)).toList();
  }

  /** Complaints about an institution that the reader may see; latest first. */
  @Transactional(readOnly = true)
  public List<ServiceComplaint> about(Actor reader, UUID institution) {
    return store.about(institution).stream().filter(c -> maySee(reader, c)).toList();
  }

  private ServiceComplaint lock(Actor by, UUID id) {
    return store.find(id, true).filter(c -> maySee(by, c)).orElseThrow(() -> new NotFoundException("service complaint " + id));
  }

  /** Both sides; those who answer; the bureau, which may propose a removal; and auditors. */
  static boolean maySee(Actor reader, ServiceComplaint c) {
    if (reader.role().isParty()) return c.party().equals(reader.party()) || c.institution().equals(reader.party());
    return c.receivers().contains(reader.role()) || reader.is(Role.BUREAU) || reader.role().seesAll();
  }
}
