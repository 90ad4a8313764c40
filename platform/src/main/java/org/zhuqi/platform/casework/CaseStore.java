package org.zhuqi.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** Cases and their timelines in the database. */
@Component
class CaseStore {
  private static final TypeReference<List<Missing>> MISSING = new TypeReference<>() {};
  private final JdbcClient jdbc;

  CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What changes with a transition. */
  record Change(
      CaseState state,
      @Nullable String number,
      @Nullable String stage,
      @Nullable String stageActor,
      @Nullable LocalDate dueOn,
      int sentBack,
      List<Missing> missing,
      @Nullable Instant submittedAt,
      @Nullable Instant closedAt) {}

  void insert(UUID id, OpenCase c, String applicantName, Instant now) {
    jdbc.sql(
            """
            insert into case_file (id, kind, measure, version, procedure, applicant_class, applicant, applicant_name,
                funder, handler_agency, assisting_agency, subject, title_zh, title_en, state, opened_at)
            values (:id, :kind, :measure, :version, :procedure, :class, :applicant, :name, :funder, :handler, :assisting,
                :subject, :zh, :en, 'DRAFT', :now)""")
        .param("id", id)
        .param("kind", c.kind())
        .param("measure", c.measure())
        .param("version", c.version())
        .param("procedure", c.procedure())
        .param("class", c.applicantClass())
        .param("applicant", c.applicant())
        .param("name", applicantName)
        .param("funder", c.funder())
        .param("handler", c.handlerAgency())
        .param("assisting", c.assistingAgency())
        .param("subject", c.subject())
        .param("zh", c.title().zh())
        .param("en", c.title().en())
        .param("now", Timestamp.from(now))
        .update();
    for (UUID party : c.concerned()) {
      jdbc.sql("insert into case_concerned (case_id, party) values (:id, :party)")
          .param("id", id)
          .param("party", party)
          .update();
    }
  }

  Optional<CaseFile> find(UUID id) {
    return jdbc.sql("select * from case_file where id = :id").param("id", id).query(CaseStore::file).optional();
  }

  Optional<CaseFile> lock(UUID id) {
    return jdbc.sql("select * from case_file where id = :id for update").param("id", id).query(CaseStore::file).optional();
  }

  Optional<CaseFile> ofSubject(String kind, UUID subject) {
    return jdbc.sql("select * from case_file where kind = :kind and subject = :subject order by opened_at desc limit 1")
        .param("kind", kind)
        .param("subject", subject)
        .query(CaseStore::file)
        .optional();
  }

  /** Sent back, and the time for completion is over; locked. */
  List<CaseFile> lockNotCompleted(LocalDate today) {
    return jdbc.sql("select * from case_file where state = 'SENT_BACK' and due_on < :today order by due_on, id for update")
        .param("today", today)
        .query(CaseStore::file)
        .list();
  }

  /** In review and due between two days, for reminders. */
  List<CaseFile> due(LocalDate from, LocalDate until) {
    return jdbc.sql("select * from case_file where state = 'IN_REVIEW' and due_on between :from and :until order by due_on, id")
        .param("from", from)
        .param("until", until)
        .query(CaseStore::file)
        .list();
  }

  List<CaseFile> ofApplicant(UUID party) {
    return jdbc.sql("select * from case_file where applicant = :party order by opened_at desc, id desc limit 200")
        .param("party", party)
        .query(CaseStore::file)
        .list();
  }

  Set<UUID> concerned(UUID id) {
    return Set.copyOf(
        jdbc.sql("select party from case_concerned where case_id = :id").param("id", id).query(UUID.class).list());
  }

  void change(UUID id, Change c) {
    jdbc.sql(
            """
            update case_file set state = :state, number = :number, stage = :stage, stage_actor = :actor, due_on = :due,
                sent_back = :sentBack, missing = cast(:missing as jsonb), submitted_at = :submitted, closed_at = :closed,
                assignee = case when stage is distinct from :stage then null else assignee end,
                assignee_name = case when stage is distinct from :stage then null else assignee_name end,
                revision = revision + 1
             where id = :id""")
        .param("id", id)
        .param("state", c.state().name())
        .param("number", c.number())
        .param("stage", c.stage())
        .param("actor", c.stageActor())
        .param("due", c.dueOn())
        .param("sentBack", c.sentBack())
        .param("missing", Json.write(c.missing()))
        .param("submitted", c.submittedAt() == null ? null : Timestamp.from(c.submittedAt()))
        .param("closed", c.closedAt() == null ? null : Timestamp.from(c.closedAt()))
        .update();
  }

  /** Cases that went back and are due by a day, or past it. */
  List<CaseFile> sentBackDueBy(LocalDate day) {
    return jdbc.sql("select * from case_file where state = 'SENT_BACK' and due_on <= :day order by due_on, id")
        .param("day", day)
        .query(CaseStore::file)
        .list();
  }

  /** Whether this had not been said yet for that due day; it counts as said from now on. */
  boolean remindOnce(UUID id, LocalDate dueOn, boolean late) {
    return jdbc.sql("insert into case_reminder (case_id, due_on, late) values (:id, :due, :late) on conflict do nothing")
            .param("id", id)
            .param("due", dueOn)
            .param("late", late)
            .update()
        == 1;
  }

  void assign(UUID id, @Nullable UUID account, @Nullable String name) {
    jdbc.sql("update case_file set assignee = :account, assignee_name = :name, revision = revision + 1 where id = :id")
        .param("id", id)
        .param("account", account)
        .param("name", name)
        .update();
  }

  void touch(UUID id) {
    jdbc.sql("update case_file set revision = revision + 1 where id = :id").param("id", id).update();
  }

  /** One line of the timeline. */
  record Step(
      UUID caseId,
      CaseEvent event,
      @Nullable String stage,
      CaseState from,
      CaseState to,
      @Nullable UUID account,
      String name,
      String role,
      @Nullable String agency,
      Instant at,
      String reason,
      @Nullable String provision,
      boolean deciding,
      List<Missing> missing) {}

  void append(Step s) {
    jdbc.sql(
            """
            insert into case_step (id, case_id, event, stage, from_state, to_state, account, name, role, agency, at, reason,
                provision, deciding, missing)
            values (:id, :case, :event, :stage, :from, :to, :account, :name, :role, :agency, :at, :reason, :provision,
                :deciding, cast(:missing as jsonb))""")
        .param("id", Ids.next())
        .param("case", s.caseId())
        .param("event", s.event().name())
        .param("stage", s.stage())
        .param("from", s.from().name())
        .param("to", s.to().name())
        .param("account", s.account())
        .param("name", s.name())
        .param("role", s.role())
        .param("agency", s.agency())
        .param("at", Timestamp.from(s.at()))
        .param("reason", s.reason())
        .param("provision", s.provision())
        .param("deciding", s.deciding())
        .param("missing", Json.write(s.missing()))
        .update();
  }

  List<TimelineLine> timeline(UUID id) {
    return jdbc.sql("select * from case_step where case_id = :id order by at, id")
        .param("id", id)
        .query(
            (rs, n) ->
                new TimelineLine(
                    CaseEvent.valueOf(rs.getString("event")),
                    rs.getString("stage"),
                    rs.getObject("account", UUID.class),
                    rs.getString("name"),
                    rs.getString("role"),
                    rs.getTimestamp("at").toInstant(),
                    rs.getString("reason"),
                    rs.getString("provision"),
                    Json.read(rs.getString("missing"), MISSING)))
        .list();
  }

  /** Codes of the stages in which an account has decided. */
  Set<String> stagesDecidedBy(UUID id, UUID account) {
    return Set.copyOf(
        jdbc.sql("select distinct stage from case_step where case_id = :id and account = :account and deciding")
            .param("id", id)
            .param("account", account)
            .query(String.class)
            .list());
  }

  /** By code of the stage. */
  Map<String, Set<UUID>> deciders(UUID id) {
    Map<String, Set<UUID>> deciders = new HashMap<>();
    jdbc.sql("select stage, account from case_step where case_id = :id and deciding")
        .param("id", id)
        .query((rs, n) -> deciders.computeIfAbsent(rs.getString(1), s -> new HashSet<>()).add(rs.getObject(2, UUID.class)))
        .list();
    return deciders;
  }

  /** Whether the account is related to the applicant or to another party that the case is about. */
  boolean related(UUID id, UUID account) {
    return jdbc.sql(
            """
            select coalesce(bool_or(party_related_to_account(:account, p.party)), false)
              from (select applicant as party from case_file where id = :id
                    union all select party from case_concerned where case_id = :id) p""")
        .param("id", id)
        .param("account", account)
        .query(Boolean.class)
        .single();
  }

  static CaseFile file(ResultSet rs, int n) throws SQLException {
    return new CaseFile(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        rs.getString("kind"),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getString("procedure"),
        rs.getString("applicant_class"),
        rs.getObject("applicant", UUID.class),
        rs.getString("applicant_name"),
        rs.getString("funder"),
        rs.getString("handler_agency"),
        rs.getString("assisting_agency"),
        rs.getObject("subject", UUID.class),
        new Text(rs.getString("title_zh"), rs.getString("title_en")),
        CaseState.valueOf(rs.getString("state")),
        rs.getString("stage"),
        rs.getString("stage_actor"),
        rs.getObject("due_on", LocalDate.class),
        rs.getObject("assignee", UUID.class),
        rs.getString("assignee_name"),
        rs.getInt("sent_back"),
        Json.read(rs.getString("missing"), MISSING),
        rs.getTimestamp("opened_at").toInstant(),
        instant(rs, "submitted_at"),
        instant(rs, "closed_at"),
        rs.getLong("revision"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
