package org.zhuqi.platform.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;

/** Complaints about services in the database. */
@Component
class ServiceComplaintStore {
  private final JdbcClient jdbc;

  ServiceComplaintStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ServiceComplaint c, Actor by) {
    jdbc.sql(
            """
            insert into service_complaint (id, number, measure, party, party_name, institution, institution_name, provision, ground,
              cited_zh, cited_en, words, filed_by, filed_at, receivers, hear_until, due_on)
            values (:id, :number, :measure, :party, :partyName, :institution, :institutionName, :provision, :ground,
              :zh, :en, :words, :by, :at, :receivers, :hearUntil, :due)""")
        .param("id", c.id())
        .param("number", c.number())
        .param("measure", c.measure())
        .param("party", c.party())
        .param("partyName", c.partyName())
        .param("institution", c.institution())
        .param("institutionName", c.institutionName())
        .param("provision", c.provision())
        .param("ground", c.ground())
        .param("zh", c.cited().zh())
        .param("en", c.cited().en())
        .param("words", c.words())
        .param("by", by.account())
        .param("at", c.filedAt().atOffset(ZoneOffset.UTC))
        .param("receivers", ComplaintStore.codes(c.receivers()))
        .param("hearUntil", c.hearUntil())
        .param("due", c.dueOn())
        .update();
  }

  void state(UUID id, String statement, Actor by, Instant at) {
    jdbc.sql("update service_complaint set statement = :statement, stated_by = :by, stated_at = :at where id = :id")
        .param("statement", statement)
        .param("by", by.account())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void answer(UUID id, boolean founded, String answer, Actor by, Instant at, LocalDate on) {
    jdbc.sql(
            """
            update service_complaint set founded = :founded, answer = :answer, answered_by = :by, answered_name = :name,
              answered_at = :at, answered_on = :on where id = :id""")
        .param("founded", founded)
        .param("answer", answer)
        .param("by", by.account())
        .param("name", by.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("on", on)
        .param("id", id)
        .update();
  }

  Optional<ServiceComplaint> find(UUID id, boolean lock) {
    return jdbc.sql("select * from service_complaint where id = :id" + (lock ? " for update" : ""))
        .param("id", id)
        .query(ServiceComplaintStore::read)
        .optional();
  }

  /** By number. */
  List<ServiceComplaint> all(Collection<UUID> ids) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql("select * from service_complaint where id in (:ids) order by number").param("ids", ids).query(ServiceComplaintStore::read).list();
  }

  /** Latest first. */
  List<ServiceComplaint> about(UUID institution) {
    return jdbc.sql("select * from service_complaint where institution = :institution order by filed_at desc limit 100")
        .param("institution", institution)
        .query(ServiceComplaintStore::read)
        .list();
  }

  private static ServiceComplaint read(ResultSet rs, int n) throws SQLException {
    return new ServiceComplaint(
        rs.getObject("id", UUID.class), rs.getString("number"), rs.getString("measure"), rs.getObject("party", UUID.class),
        rs.getString("party_name"), rs.getObject("institution", UUID.class), rs.getString("institution_name"),
        rs.getString("provision"), rs.getString("ground"), new Text(rs.getString("cited_zh"), rs.getString("cited_en")),
        rs.getString("words"), rs.getObject("filed_at", OffsetDateTime.class).toInstant(), ComplaintStore.roles(rs, "receivers"),
        rs.getObject("hear_until", LocalDate.class), rs.getObject("due_on", LocalDate.class), rs.getString("statement"),
        instant(rs, "stated_at"), rs.getObject("founded", Boolean.class), rs.getString("answer"), rs.getString("answered_name"),
        instant(rs, "answered_at"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
