package org.zhuqi.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** The rows of the trail. */
@Repository
class AuditStore {
  static final String COLUMNS =
      "id, at, account, name, role, party, agency, act, subject_kind, subject, provision, grounds, details::text";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(List<AuditRecord> records) {
    jdbc.sql(
            """
            insert into audit_record
              (id, at, account, name, role, party, agency, act, subject_kind, subject, provision, grounds, details)
            select id, at::timestamptz, account, name, role, party, agency, act, kind, subject, provision, grounds, details::jsonb
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                ?::uuid[], ?::text[], ?::text[], ?::text[])
              as r(id, at, account, name, role, party, agency, act, kind, subject, provision, grounds, details)""")
        .param(ids(records, AuditRecord::id))
        .param(texts(records, r -> r.at().toString()))
        .param(ids(records, AuditRecord::account))
        .param(texts(records, AuditRecord::name))
        .param(texts(records, AuditRecord::role))
        .param(ids(records, AuditRecord::party))
        .param(texts(records, AuditRecord::agency))
        .param(texts(records, AuditRecord::act))
        .param(texts(records, AuditRecord::subjectKind))
        .param(ids(records, AuditRecord::subject))
        .param(texts(records, AuditRecord::provision))
        .param(texts(records, AuditRecord::grounds))
        .param(texts(records, r -> Json.write(r.details())))
        .update();
  }

  private static UUID[] ids(List<AuditRecord> records, Function<AuditRecord, @Nullable UUID> part) {
    UUID[] ids = new UUID[records.size()];
    for (int i = 0; i < ids.length; i++) ids[i] = part.apply(records.get(i));
    return ids;
  }

  private static String[] texts(List<AuditRecord> records, Function<AuditRecord, @Nullable String> part) {
    String[] texts = new String[records.size()];
    for (int i = 0; i < texts.length; i++) texts[i] = part.apply(records.get(i));
    return texts;
  }

  List<AuditRecord> of(UUID subject) {
    return jdbc.sql("select " + COLUMNS + " from audit_record where subject = :subject order by at, id")
        .param("subject", subject)
        .query(AuditStore::record)
        .list();
  }

  Optional<AuditTrail.SealedRecord> get(UUID id) {
    return jdbc.sql(
            """
            select r.id, at, account, name, role, party, agency, act, subject_kind, subject, provision, grounds, details::text,
                   s.number, encode(s.hash, 'hex') as hash, s.sealed_at
              from audit_record r left join audit_seal s on s.tenant = r.tenant and s.record = r.id where r.id = :id""")
        .param("id", id)
        .query(
            (rs, row) ->
                new AuditTrail.SealedRecord(
                    record(rs, row), rs.getObject("number", Long.class), rs.getString("hash"), rs.getObject("sealed_at", OffsetDateTime.class)))
        .optional();
  }

  List<AuditTrail.SystemAct> bySystemSince(OffsetDateTime moment) {
    return jdbc.sql(
            """
            select (at at time zone 'Asia/Shanghai')::date as day, act, min(grounds) as grounds, provision, count(*) as count
              from audit_record where role = 'SYSTEM' and name = :system and at >= :moment group by 1, act, provision order by 1, act, provision""")
        .param("system", Actor.SYSTEM.name())
        .param("moment", moment)
        .query(AuditTrail.SystemAct.class)
        .list();
  }

  List<String> acts() {
    return jdbc.sql(
            """
            with recursive a as (
              (select act from audit_record order by act limit 1)
              union all
              select (select r.act from audit_record r where r.act > a.act order by r.act limit 1) from a where a.act is not null)
            select act from a where act is not null""")
        .query(String.class)
        .list();
  }

  static AuditRecord record(ResultSet rs, int row) throws SQLException {
    return new AuditRecord(
        Objects.requireNonNull(rs.getObject("id", UUID.class)),
        rs.getObject("at", OffsetDateTime.class).atZoneSameInstant(ZONE).toOffsetDateTime(),
        rs.getObject("account", UUID.class),
        rs.getString("name"),
        rs.getString("role"),
        rs.getObject("party", UUID.class),
        rs.getString("agency"),
        rs.getString("act"),
        rs.getString("subject_kind"),
        Objects.requireNonNull(rs.getObject("subject", UUID.class)),
        rs.getString("provision"),
        rs.getString("grounds"),
        Json.read(rs.getString("details"), DETAILS));
  }
}
