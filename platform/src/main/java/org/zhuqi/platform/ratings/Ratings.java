package org.zhuqi.platform.ratings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Score;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Ratings of completed contracts. Each command is one transaction. */
@Service
@Transactional
public class Ratings {
  static final String ROLE = "rating";
  /** Under which a contract's measure says by whose score it is rated. */
  private static final String REFERENCE = "contract.rating";
  private static final String SUBJECT = "rating";
  private static final int TEXT_MAX = 1_000;
  private final RatingStore store;
  private final Contracts contracts;
  private final Rules rules;
  private final Parties parties;
  private final WorkingDays calendar;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final Clock clock;

  Ratings(
      RatingStore store,
      Contracts contracts,
      Rules rules,
      Parties parties,
      WorkingDays calendar,
      AuditTrail audit,
      Notifications notifications,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.rules = rules;
    this.parties = parties;
    this.calendar = calendar;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** The measure's grades, best first. */
  public List<Score.Grade> grades() {
    return score().grades();
  }

  private Score score() {
    return rules.one(Score.class, ROLE);
  }

  /**
   * The enterprise rates a completed contract, once and for good. A bad rating gives the centre a task with a due date.
   *
   * @param grade 5 (best) to 1
   * @throws NotFoundException when the contract is not this enterprise's
   */
  public Outcome<UUID> rate(Actor by, UUID contract, int grade, @Nullable String comment) {
    by.mustBe(Role.ENTERPRISE);
    Contract c = contracts.lock(contract);
    if (!c.client().equals(by.party())) throw new NotFoundException("contract " + contract);
    Score score = score();
    Score.Grade given = score.grades().stream().filter(g -> g.value() == grade).findFirst().orElse(null);
    if (given == null) {
      return refused("grade_not_known", "没有“" + grade + "”这一等级。", "There is no grade " + grade + ".", "grade");
    }
    if (c.state() != ContractState.COMPLETED) {
      return refused(
          "rating_before_completion", "合同 " + c.number() + " 目前“" + c.state().label().zh() + "”，确认完成后才能评价。",
          "Contract " + c.number() + " is \"" + c.state().label().en() + "\": it is rated once completed.", "contract");
    }
    Optional<String> reference = rules.reference(c.measure(), c.measureVersion(), REFERENCE, score.id());
    if (reference.isEmpty()) {
      return refused(
          "not_rated", "合同 " + c.number() + " 所依据的办法没有规定评价。",
          "The measure of contract " + c.number() + " does not say that it is rated.", "contract");
    }
    if (tooLong(comment)) return refused("text_too_long", "最多 1000 个字。", "At most 1000 characters.", "comment");
    return give(by, c, score, reference.get(), given, comment == null || comment.isBlank() ? null : comment.strip());
  }

  private Outcome<UUID> give(
      Actor by, Contract c, Score score, String reference, Score.Grade given, @Nullable String comment) {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = score.followUpBy(given, today, calendar);
    UUID id = Ids.next();
    if (!store.insert(
        id, c.id(), c.client(), c.provider(), given.value(), comment, today, clock.instant(), by, due)) {
      return refused(
          "rated_already", "合同 " + c.number() + " 已经评价，评价不能更改或重复。",
          "Contract " + c.number() + " has its rating, which stays as it was given.", "contract");
    }
    audit.record(
        by, "rating.given", SUBJECT, id, score.id(), given.label().zh(),
        Map.of("contract", c.number(), "grade", given.value(), "reference", reference));
    notifications.tell(
        Recipients.party(c.provider()),
        new Text("收到评价：" + given.label().zh(), "Rated: " + given.label().en()),
        new Text("合同 " + c.number() + " 的评价已公开，您可以答复一次。", "The rating of contract " + c.number() + " is public; you may answer once."),
        "/ratings",
        score.id());
    if (due != null) {
      notifications.tell(
          Recipients.desk(Role.CENTRE, null),
          new Text("差评待回访：" + c.providerName(), "Bad rating to follow up: " + c.providerName()),
          new Text("合同 " + c.number() + " 评价为“" + given.label().zh() + "”，请于 " + due + " 前回访。",
              "Contract " + c.number() + " was rated \"" + given.label().en() + "\"; follow up by " + due + "."),
          "/ratings/follow-ups",
          score.id());
    }
    return Outcome.done(id);
  }

  /** The institution answers, as often as the measure says. */
  public Outcome<Rating> answer(Actor by, UUID rating, String text) {
    by.mustBe(Role.INSTITUTION);
    Rating r = find(rating);
    if (!r.provider().equals(by.party())) throw new NotFoundException("rating " + rating);
    if (text.isBlank() || tooLong(text)) {
      return refused("answer_length", "答复须为 1 至 1000 个字。", "An answer has 1 to 1000 characters.", "text");
    }
    if (score().replies() < 1 || !store.answer(rating, text.strip(), clock.instant(), by)) {
      return refused("answered_already", "该评价已经答复，答复只有一次。", "This rating has its one answer.", "text");
    }
    audit.record(by, "rating.answered", SUBJECT, rating, score().id(), "机构答复", Map.of("contract", r.contractNumber()));
    notifications.tell(
        Recipients.party(r.client()),
        new Text("机构答复了您的评价", "Your rating was answered"),
        new Text("合同 " + r.contractNumber() + "：" + r.providerName() + " 已答复。", "Contract " + r.contractNumber() + ": " + r.providerName() + " answered."),
        "/institutions/" + r.provider(),
        score().id());
    return Outcome.done(find(rating));
  }

  /** The centre records what its follow-up of a bad rating found; once. */
  public Outcome<Rating> followUp(Actor by, UUID rating, String finding) {
    by.mustBe(Role.CENTRE);
    Rating r = find(rating);
    contracts.get(by, r.contract());
    if (r.followUpDue() == null) {
      return refused("no_follow_up", "该评价不需要回访。", "This rating needs no follow-up.", "rating");
    }
    if (finding.isBlank() || tooLong(finding)) {
      return refused("finding_length", "请写明回访情况（1 至 1000 个字）。", "Say what you found (1 to 1000 characters).", "finding");
    }
    Optional<Refusal> related = parties.standAside(by, rules.separation(), r.client(), r.provider());
    if (related.isPresent()) return Outcome.refused(related.get());
    if (!store.followUp(rating, finding.strip(), clock.instant(), by)) {
      return refused("followed_up_already", "该评价已由同事回访。", "A colleague has followed this up already.", "rating");
    }
    audit.record(by, "rating.followed_up", SUBJECT, rating, score().id(), finding.strip(), Map.of("contract", r.contractNumber()));
    Text subject = new Text("差评回访结果", "Follow-up of a bad rating");
    Text body = new Text("合同 " + r.contractNumber() + "：" + finding.strip(), "Contract " + r.contractNumber() + ": " + finding.strip());
    notifications.tell(
        List.of(Recipients.party(r.client()), Recipients.party(r.provider())), subject, body, "/contracts/" + r.contract(), score().id());
    return Outcome.done(find(rating));
  }

  private Rating find(UUID rating) {
    return store.find(rating).orElseThrow(() -> new NotFoundException("rating " + rating));
  }

  @Transactional(readOnly = true)
  public Optional<Rating> ofContract(UUID contract) {
    return store.ofContract(contract);
  }

  /** Newest first. @param page from 0 */
  @Transactional(readOnly = true)
  public List<Rating> ofInstitution(UUID party, int page, int size) {
    return store.ofInstitution(party, size, page * size);
  }

  /** Completed contracts of an enterprise that have no rating yet, oldest first. */
  @Transactional(readOnly = true)
  public List<Contract> toRate(UUID client) {
    return List.copyOf(contracts.all(store.unrated(client)).values()).stream()
        .sorted(java.util.Comparator.comparing(Contract::number))
        .toList();
  }

  /** What an institution has not answered yet, newest first. */
  @Transactional(readOnly = true)
  public List<Rating> unanswered(UUID provider) {
    return store.ofInstitution(provider, 200, 0).stream().filter(r -> r.answer() == null).toList();
  }

  /** What the centre has to follow up within this official's area, by due date. */
  @Transactional(readOnly = true)
  public List<Rating> openFollowUps(Actor official) {
    List<Rating> open = store.openFollowUps();
    Map<UUID, Contract> about = contracts.all(open.stream().map(Rating::contract).toList());
    return open.stream().filter(r -> Objects.requireNonNull(about.get(r.contract())).concerns(official)).toList();
  }

  private static boolean tooLong(@Nullable String text) {
    return text != null && text.length() > TEXT_MAX;
  }

  private <T> Outcome<T> refused(String code, String zh, String en, String field) {
    return Outcome.refused(Refusal.of(code, zh, en).by(score().id()).at(field));
  }
}
