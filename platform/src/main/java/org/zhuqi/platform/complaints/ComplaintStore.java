package org.zhuqi.platform.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Complaints in the database. */
@Component
class ComplaintStore {
  private final JdbcClient jdbc;

  ComplaintStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Complaint c, UUID filedBy, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into complaint (id, number, party_id, filed_by, filed_at, agency, official, concerned, funders, happened_on, words,
              receivers, due_on)
            values (:id, :number, :party, :by, :now, :agency, :official, :concerned, :funders, :happened, :words, :receivers, :due)""")
        .param("id", c.id())
        .param("number", c.number())
        .param("party", c.party())
        .param("by", filedBy)
        .param("now", now)
        .param("agency", c.agency())
        .param("official", c.official())
        .param("concerned", c.concerned().toArray(UUID[]::new))
        .param("funders", c.funders().toArray(String[]::new))
        .param("happened", c.happenedOn())
        .param("words", c.words())
        .param("receivers", codes(c.receivers()))
        .param("due", c.dueOn())
        .update();
  }

  /** @return false when somebody else has answered it */
  boolean answer(UUID complaint, Actor by, String answer, OffsetDateTime now) {
    return jdbc.sql(
                """
                update complaint set answer = :answer, answered_by = :by, answered_at = :now, supervisor = :agency
                where id = :id and answer is null""")
            .param("answer", answer)
            .param("by", by.account())
            .param("now", now)
            .param("agency", by.agency())
            .param("id", complaint)
            .update()
        == 1;
  }

  Optional<Complaint> byId(UUID id) {
    return jdbc.sql("select * from complaint where id = :id").param("id", id).query(ComplaintStore::complaint).optional();
  }

  static String[] codes(Set<Role> roles) {
    return roles.stream().map(Role::code).sorted().toArray(String[]::new);
  }

  static Set<Role> roles(ResultSet rs, String column) throws SQLException {
    return Arrays.stream((String[]) rs.getArray(column).getArray()).map(Role::named).collect(Collectors.toSet());
  }

  private static Complaint complaint(ResultSet rs, int row) throws SQLException {
    OffsetDateTime answered = rs.getObject("answered_at", OffsetDateTime.class);
    return new Complaint(
        rs.getObject("id", UUID.class), rs.getString("number"), rs.getObject("party_id", UUID.class),
        rs.getObject("filed_at", OffsetDateTime.class).toInstant(), rs.getString("agency"), rs.getString("official"),
        Set.of((UUID[]) rs.getArray("concerned").getArray()), Set.of((String[]) rs.getArray("funders").getArray()),
        rs.getObject("happened_on", LocalDate.class), rs.getString("words"), roles(rs, "receivers"),
        rs.getObject("due_on", LocalDate.class), rs.getString("answer"),
        answered == null ? null : answered.toInstant());
  }
}
