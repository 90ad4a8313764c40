package org.zhuqi.platform.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Decision;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** The rows. */
@Repository
class DecisionStore {
  private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};
  private static final String SELECT = "select id, content::text, subject_kind, subject, funder, kept_at from decision ";
  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(List<KeptDecision> kept) {
    jdbc.sql(
            """
            insert into decision (id, measure, version, role, applicant_class, as_of, granted, subject_kind, subject, funder, kept_at, content)
            select id, measure, version, role, class, as_of::date, granted, kind, subject, funder, ?::timestamptz, content::json
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::uuid[],
                ?::text[], ?::text[]) as d(id, measure, version, role, class, as_of, granted, kind, subject, funder, content)""")
        .param(kept.getFirst().keptAt())
        .param(kept.stream().map(KeptDecision::id).toArray(UUID[]::new))
        .param(texts(kept, d -> d.decision().measure()))
        .param(texts(kept, d -> d.decision().version()))
        .param(texts(kept, d -> d.decision().role()))
        .param(texts(kept, d -> d.decision().applicantClass()))
        .param(texts(kept, d -> d.decision().asOf().toString()))
        .param(kept.stream().map(d -> d.decision().granted()).toArray(Boolean[]::new))
        .param(texts(kept, KeptDecision::subjectKind))
        .param(kept.stream().map(KeptDecision::subject).toArray(UUID[]::new))
        .param(texts(kept, KeptDecision::funder))
        .param(texts(kept, d -> Json.write(d.decision().toMap())))
        .update();
  }

  private static String[] texts(List<KeptDecision> kept, Function<KeptDecision, @Nullable String> part) {
    return kept.stream().map(part).toArray(String[]::new);
  }

  Optional<KeptDecision> byId(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(DecisionStore::kept).optional();
  }

  List<KeptDecision> of(String subjectKind, UUID subject) {
    return jdbc.sql(SELECT + "where subject = :subject and subject_kind = :kind order by kept_at, id")
        .param("subject", subject)
        .param("kind", subjectKind)
        .query(DecisionStore::kept)
        .list();
  }

  List<KeptDecision> under(String measure, int limit, int offset) {
    return jdbc.sql(SELECT + "where measure = :measure order by kept_at desc, id desc limit :limit offset :offset")
        .param("measure", measure)
        .param("limit", limit)
        .param("offset", offset)
        .query(DecisionStore::kept)
        .list();
  }

  long count(String measure, String version) {
    return jdbc.sql("select count(*) from decision where measure = :measure and version = :version")
        .param("measure", measure)
        .param("version", version)
        .query(Long.class)
        .single();
  }

  List<String> questions() {
    return jdbc.sql("select distinct role from decision order by role").query(String.class).list();
  }

  private static KeptDecision kept(ResultSet rs, int row) throws SQLException {
    return new KeptDecision(
        Objects.requireNonNull(rs.getObject("id", UUID.class)),
        Decision.fromMap(Json.read(rs.getString("content"), CONTENT)),
        rs.getString("subject_kind"),
        Objects.requireNonNull(rs.getObject("subject", UUID.class)),
        rs.getString("funder"),
        Objects.requireNonNull(rs.getObject("kept_at", OffsetDateTime.class)));
  }
}
