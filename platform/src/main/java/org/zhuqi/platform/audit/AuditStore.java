package org.zhuqi.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
            select id, at, account, name, role, party, agency, act, subject_kind, subject, provision, grounds, details
              from jsonb_to_recordset(:records::jsonb) as r (id uuid, at timestamptz, account uuid, name text, role text,
                   party uuid, agency text, act text, subject_kind text, subject uuid, provision text, grounds text,
                   details jsonb)""")
        .param("records", Json.write(records.stream().map(AuditStore::row).toList()))
        .update();
  }

  private static Map<String, Object> row(AuditRecord r) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", r.id().toString());
    row.put("at", r.at().toString());
    if (r.account() != null) row.put("account", r.account().toString());
    row.put("name", r.name());
    row.put("role", r.role());
    if (r.party() != null) row.put("party", r.party().toString());
    if (r.agency() != null) row.put("agency", r.agency());
    row.put("act", r.act());
    row.put("subject_kind", r.subjectKind());
    row.put("subject", r.subject().toString());
    if (r.provision() != null) row.put("provision", r.provision());
    row.put("grounds", r.grounds());
    row.put("details", r.details());
    return row;
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
