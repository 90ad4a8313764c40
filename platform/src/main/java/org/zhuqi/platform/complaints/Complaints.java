package org.zhuqi.platform.complaints;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.identity.Agency;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;

/**
 * Complaints about officials: by a party, to the roles that the measure names (of those, to people concerned with the same
 * funders), but never to anybody of the agency complained about. Each command is one transaction.
 */
@Service
@Transactional
public class Complaints {
  private static final int WORDS_MIN = 10;
  private static final int WORDS_MAX = 2000;
  private final ComplaintStore store;
  private final Supervision supervision;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Notifications notifications;
  private final RunningNumbers numbers;
  private final AuditTrail audit;
  private final Clock clock;

  Complaints(
      ComplaintStore store, Supervision supervision, Accounts accounts, Agencies agencies, Notifications notifications,
      RunningNumbers numbers, AuditTrail audit, Clock clock) {
    this.store = store;
    this.supervision = supervision;
    this.accounts = accounts;
    this.agencies = agencies;
    this.notifications = notifications;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** A party complains. Refused where no measure in force provides for it, or with one sentence per field. */
  public Outcome<UUID> file(Actor by, FileComplaint f) {
    UUID party = by.partyOrThrow();
    LocalDate today = LocalDate.now(clock);
    Supervision.Door door = supervision.door(today).orElse(null);
    if (door == null) {
      return Outcome.refused(
          Refusal.of("no_complaint_door", "现行办法没有规定投诉由谁受理。", "No measure in force says who receives complaints."));
    }
    Optional<Agency> agency = agencies.find(f.agency());
    List<Refusal> wrong = check(f, agency, today);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    Complaint c =
        new Complaint(
            Ids.next(), numbers.next("TS", today), party, clock.instant(), f.agency(), f.official().strip(),
            concerned(f), agency.orElseThrow().funders(), f.happenedOn(), f.words().strip(),
            door.to(), door.answerBy(), null, null);
    store.insert(c, Objects.requireNonNull(by.account()), OffsetDateTime.now(clock));
    // Neither the words nor the name go into the trail: whoever reads that may belong to the agency concerned.
    audit.record(by, "complaint.filed", "complaint", c.id(), door.provision(), "投诉", Map.of("number", c.number()));
    notifications.tell(
        supervisors(c), new Text("收到投诉 " + c.number(), "Complaint " + c.number()),
        new Text("有单位投诉工作人员，请调查后答复。", "A party complains about an official. Look into it and answer."), "/complaints/" + c.id(), door.provision());
    return Outcome.done(c.id());
  }

  private static List<Refusal> check(FileComplaint f, Optional<Agency> agency, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (agency.isEmpty()) wrong.add(Refusal.of("complaint_agency", "请选择被投诉人所在单位。", "Choose the official's agency.").at("agency"));
    if (f.official().isBlank()) {
      wrong.add(Refusal.of("complaint_official", "请写明被投诉人的姓名；不知道姓名的，写岗位或窗口。", "Give the official's name, or the post or desk.").at("official"));
    }
    if (f.happenedOn().isAfter(today)) {
      wrong.add(Refusal.of("complaint_date", "发生日期晚于今天。", "The date lies in the future.").at("happenedOn"));
    }
    int length = f.words().strip().length();
    if (length < WORDS_MIN || length > WORDS_MAX) {
      wrong.add(Refusal.of("complaint_words", "请用 10 至 2000 个字写明经过，现有 " + length + " 个字。",
          "Tell what happened in 10 to 2000 characters; there are " + length + ".").at("words"));
    }
    return wrong;
  }

  private Set<UUID> concerned(FileComplaint f) {
    return accounts.ofAgency(f.agency()).stream()
        .filter(a -> a.name().equals(f.official().strip()))
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  private Set<Recipients> supervisors(Complaint c) {
    List<Account> all = new ArrayList<>();
    for (Role role : c.receivers()) {
      if (role.seesAll()) all.addAll(accounts.withRole(role, null));
      else c.funders().forEach(f -> all.addAll(accounts.withRole(role, f)));
    }
    return all.stream()
        .filter(a -> !c.agency().equals(a.agency()) && !c.concerned().contains(a.id()))
        .map(a -> Recipients.account(a.id()))
        .collect(Collectors.toSet());
  }

  /** The supervisor answers, once; the party is told. */
  public Outcome<Void> answer(Actor by, UUID id, String answer) {
    Complaint c = get(by, id);
    by.mustBe(c.receivers().toArray(Role[]::new));
    if (answer.isBlank()) {
      return Outcome.refused(Refusal.of("complaint_answer", "请写明查明的情况和处理结果。", "Say what was found and what is done about it.").at("answer"));
    }
    if (!store.answer(id, by, answer.strip(), OffsetDateTime.now(clock))) {
      return Outcome.refused(Refusal.of("answered_meanwhile", "已有人答复了这件投诉。", "Somebody has answered this complaint already."));
    }
    String provision = supervision.door(LocalDate.ofInstant(c.filedAt(), clock.getZone())).map(Supervision.Door::provision).orElse(null);
    audit.record(by, "complaint.answered", "complaint", id, provision, "答复投诉", Map.of("number", c.number()));
    notifications.tell(
        Recipients.party(c.party()), new Text("投诉 " + c.number() + " 已答复", "Complaint " + c.number() + " answered"),
        new Text("监督部门已答复，请查看。", "The supervisor has answered."), "/complaints/" + id, provision);
    return Outcome.done(null);
  }

  /** @throws NotFoundException when there is none, or it is not for this reader: the same answer for both */
  @Transactional(readOnly = true)
  public Complaint get(Actor reader, UUID id) {
    return store.byId(id).filter(c -> maySee(reader, c)).orElseThrow(() -> new NotFoundException("complaint " + id));
  }

  private static boolean maySee(Actor reader, Complaint c) {
    if (reader.role().isParty()) return c.party().equals(reader.party());
    boolean supervisor = c.receivers().contains(reader.role()) && c.funders().stream().anyMatch(reader::covers);
    return supervisor && !c.agency().equals(reader.agency()) && !c.concerned().contains(reader.account());
  }
}
