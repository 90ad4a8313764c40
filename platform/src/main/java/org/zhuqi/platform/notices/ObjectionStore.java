package org.zhuqi.platform.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.FieldCipher;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.shared.Tenancy;

/** Objections in the database. */
@Component
class ObjectionStore {
  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final KeyedHash hash;

  ObjectionStore(JdbcClient jdbc, FieldCipher cipher, KeyedHash hash) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.hash = hash;
  }

  private static String place(UUID objection) {
    return "objection.contact/" + objection;
  }

  private String hashed(String contact) {
    return hash.of("objection.contact/" + Tenancy.current(), contact);
  }

  void insert(Objection o, @Nullable String source) {
    jdbc.sql(
            """
            insert into objection (id, number, notice_id, line, name, contact, contact_hash, grounds, at, answer_by, source)
            values (:id, :number, :notice, :line, :name, :contact, :contactHash, :grounds, :at, :answerBy, :source)""")
        .param("id", o.id())
        .param("number", o.number())
        .param("notice", o.notice())
        .param("line", o.line())
        .param("name", o.name())
        .param("contact", cipher.encrypt(place(o.id()), o.contact()))
        .param("contactHash", hashed(o.contact()))
        .param("grounds", o.grounds())
        .param("at", Timestamp.from(o.at()))
        .param("answerBy", o.answerBy())
        .param("source", source)
        .update();
  }

  Optional<Objection> find(UUID id) {
    return jdbc.sql("select * from objection where id = :id").param("id", id).query(this::read).optional();
  }

  List<Objection> of(UUID notice) {
    return jdbc.sql("select * from objection where notice_id = :notice order by at, id")
        .param("notice", notice)
        .query(this::read)
        .list();
  }

  /** Open objections to notices of an agency, oldest first. */
  List<Objection> open(String agency) {
    return jdbc.sql(
            """
            select o.* from objection o join notice n on n.tenant = o.tenant and n.id = o.notice_id
             where o.state = 'OPEN' and n.agency = :agency order by o.at, o.id""")
        .param("agency", agency)
        .query(this::read)
        .list();
  }

  /** Open ones whose answer is due by a day, or past it. */
  List<Objection> openDueBy(LocalDate day) {
    return jdbc.sql("select * from objection where state = 'OPEN' and answer_by <= :day order by answer_by, id")
        .param("day", day)
        .query(this::read)
        .list();
  }

  /** Whether this had not been said yet; it counts as said from now on. */
  boolean remindOnce(UUID id, boolean late) {
    return jdbc.sql("insert into objection_reminder (objection_id, late) values (:id, :late) on conflict do nothing")
            .param("id", id)
            .param("late", late)
            .update()
        == 1;
  }

  boolean hasOpen(UUID notice, @Nullable Integer line) {
    return jdbc.sql(
            """
            select exists (select from objection
                            where notice_id = :notice and state = 'OPEN' and (cast(:line as int) is null or line = :line))""")
        .param("notice", notice)
        .param("line", line)
        .query(Boolean.class)
        .single();
  }

  boolean openBySame(UUID notice, int line, String contact) {
    return jdbc.sql(
            """
            select exists (select from objection
                            where notice_id = :notice and line = :line and contact_hash = :contact and state = 'OPEN')""")
        .param("notice", notice)
        .param("line", line)
        .param("contact", hashed(contact))
        .query(Boolean.class)
        .single();
  }

  int countSince(Instant since, String contact, @Nullable String source) {
    return jdbc.sql("select count(*) from objection where at > :since and (contact_hash = :contact or source = :source)")
        .param("since", Timestamp.from(since))
        .param("contact", hashed(contact))
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  void answer(UUID id, Objection.State state, String answer, Actor by, Instant at) {
    jdbc.sql(
            """
            update objection set state = :state, answer = :answer, answered_by = :by, answered_by_name = :name,
                answered_at = :at
             where id = :id""")
        .param("id", id)
        .param("state", state.name())
        .param("answer", answer)
        .param("by", by.account())
        .param("name", by.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  private Objection read(ResultSet rs, int n) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Timestamp answered = rs.getTimestamp("answered_at");
    return new Objection(
        id,
        rs.getString("number"),
        rs.getObject("notice_id", UUID.class),
        rs.getInt("line"),
        rs.getString("name"),
        cipher.decrypt(place(id), rs.getString("contact")),
        rs.getString("grounds"),
        rs.getTimestamp("at").toInstant(),
        rs.getObject("answer_by", LocalDate.class),
        Objection.State.valueOf(rs.getString("state")),
        rs.getString("answer"),
        rs.getString("answered_by_name"),
        answered == null ? null : answered.toInstant());
  }
}
