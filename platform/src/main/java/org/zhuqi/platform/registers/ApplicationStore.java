package org.zhuqi.platform.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** Applications and recommendations in the database. */
@Component
class ApplicationStore {
  private static final TypeReference<LinkedHashMap<String, Object>> FACTS = new TypeReference<>() {};
  private final JdbcClient jdbc;

  ApplicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Application a) {
    jdbc.sql(
            """
            insert into register_application
                (id, case_id, measure, version, register, party, credit_code, party_class, stated, saved_at)
            values (:id, :case, :measure, :version, :register, :party, :code, :class, cast(:stated as jsonb), :at)""")
        .param("id", a.id())
        .param("case", a.caseId())
        .param("measure", a.measure())
        .param("version", a.version())
        .param("register", a.register())
        .param("party", a.party())
        .param("code", a.creditCode())
        .param("class", a.partyClass())
        .param("stated", Json.write(a.stated()))
        .param("at", Timestamp.from(a.savedAt()))
        .update();
  }

  Optional<Application> find(UUID id) {
    return jdbc.sql("select * from register_application where id = :id").param("id", id).query(ApplicationStore::read).optional();
  }

  Optional<Application> lock(UUID id) {
    return jdbc.sql("select * from register_application where id = :id for update")
        .param("id", id)
        .query(ApplicationStore::read)
        .optional();
  }

  Optional<Application> open(String measure, String register, String creditCode) {
    return jdbc.sql(
            """
            select * from register_application
             where measure = :measure and register = :register and credit_code = :code and open""")
        .param("measure", measure)
        .param("register", register)
        .param("code", creditCode)
        .query(ApplicationStore::read)
        .optional();
  }

  List<Application> ofParty(UUID party) {
    return jdbc.sql("select * from register_application where party = :party order by saved_at desc, id desc limit 50")
        .param("party", party)
        .query(ApplicationStore::read)
        .list();
  }

  void state(UUID id, Map<String, Object> stated, Instant at) {
    jdbc.sql("update register_application set stated = cast(:facts as jsonb), saved_at = :at where id = :id")
        .param("id", id)
        .param("facts", Json.write(stated))
        .param("at", Timestamp.from(at))
        .update();
  }

  void verify(UUID id, Map<String, Object> verified) {
    jdbc.sql("update register_application set verified = cast(:facts as jsonb) where id = :id")
        .param("id", id)
        .param("facts", Json.write(verified))
        .update();
  }

  /** The day of the first submission stays: the conditions are decided as of it. */
  void declare(UUID id, Instant at, LocalDate on) {
    jdbc.sql(
            """
            update register_application set declared_at = :at, submitted_on = coalesce(submitted_on, :on)
             where id = :id""")
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("on", on)
        .update();
  }

  void close(UUID id) {
    jdbc.sql("update register_application set open = false where id = :id").param("id", id).update();
  }

  /** An enterprise's word for an institution, and since when they have worked together. */
  record Recommendation(UUID byParty, LocalDate since, String statement, Instant at) {}

  List<Recommendation> recommendations(String measure, String register, UUID party) {
    return jdbc.sql(
            """
            select by_party, since, statement, at from register_recommendation
             where measure = :measure and register = :register and party = :party order by since, id""")
        .param("measure", measure)
        .param("register", register)
        .param("party", party)
        .query(
            (rs, n) ->
                new Recommendation(
                    rs.getObject("by_party", UUID.class),
                    rs.getObject("since", LocalDate.class),
                    rs.getString("statement"),
                    rs.getTimestamp("at").toInstant()))
        .list();
  }

  void recommend(UUID id, String measure, String register, UUID party, UUID account, Recommendation r) {
    jdbc.sql(
            """
            insert into register_recommendation (id, measure, register, party, by_party, since, statement, at, account)
            values (:id, :measure, :register, :party, :by, :since, :statement, :at, :account)
            on conflict (tenant, measure, register, party, by_party)
              do update set since = excluded.since, statement = excluded.statement, at = excluded.at,
                            account = excluded.account""")
        .param("id", id)
        .param("measure", measure)
        .param("register", register)
        .param("party", party)
        .param("by", r.byParty())
        .param("since", r.since())
        .param("statement", r.statement())
        .param("at", Timestamp.from(r.at()))
        .param("account", account)
        .update();
  }

  private static Application read(ResultSet rs, int n) throws SQLException {
    Timestamp declared = rs.getTimestamp("declared_at");
    return new Application(
        rs.getObject("id", UUID.class),
        rs.getObject("case_id", UUID.class),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getString("register"),
        rs.getObject("party", UUID.class),
        rs.getString("credit_code"),
        rs.getString("party_class"),
        Json.read(rs.getString("stated"), FACTS),
        Json.read(rs.getString("verified"), FACTS),
        declared == null ? null : declared.toInstant(),
        rs.getObject("submitted_on", LocalDate.class),
        rs.getBoolean("open"),
        rs.getTimestamp("saved_at").toInstant());
  }
}
