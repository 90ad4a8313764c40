package org.zhuqi.platform.registers;

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
import org.zhuqi.platform.registers.Exits.Exit;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Requests to leave a register. */
@Component
class ExitStore {
  private static final String SELECT =
      """
      select x.*, e.name as entry_name, e.number as entry_number
        from register_exit x join register_entry e on e.tenant = x.tenant and e.id = x.entry_id""";
  private final JdbcClient jdbc;

  ExitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, String number, Entry entry, String reason, UUID by, Instant at, @Nullable String provision, Role decider, @Nullable LocalDate decideBy) {
    jdbc.sql(
            """
            insert into register_exit (id, number, entry_id, party, reason, asked_at, asked_by, provision, decider, decide_by)
            values (:id, :number, :entry, :party, :reason, :at, :by, :provision, :decider, :decideBy)""")
        .param("id", id)
        .param("number", number)
        .param("entry", entry.id())
        .param("party", entry.party())
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("provision", provision)
        .param("decider", decider.code())
        .param("decideBy", decideBy)
        .update();
  }

  Optional<Exit> find(UUID id) {
    return jdbc.sql(SELECT + " where x.id = :id").param("id", id).query(ExitStore::read).optional();
  }

  Optional<Exit> lock(UUID id) {
    jdbc.sql("select id from register_exit where id = :id for update").param("id", id).query(UUID.class).optional();
    return find(id);
  }

  Optional<Exit> latest(UUID entry) {
    return jdbc.sql(SELECT + " where x.entry_id = :entry order by x.asked_at desc limit 1")
        .param("entry", entry)
        .query(ExitStore::read)
        .optional();
  }

  List<Exit> open() {
    return jdbc.sql(SELECT + " where x.state = 'ASKED' order by x.asked_at").query(ExitStore::read).list();
  }

  void decide(UUID id, Exits.State state, Actor by, String grounds, Instant at) {
    jdbc.sql(
            """
            update register_exit set state = :state, decided_at = :at, decided_by = :by, decider_name = :name,
                grounds = :grounds
             where id = :id""")
        .param("id", id)
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("by", by.account())
        .param("name", by.name())
        .param("grounds", grounds)
        .update();
  }

  void withdraw(UUID id) {
    jdbc.sql("update register_exit set state = 'WITHDRAWN' where id = :id").param("id", id).update();
  }

  private static Exit read(ResultSet rs, int n) throws SQLException {
    Timestamp decided = rs.getTimestamp("decided_at");
    return new Exit(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        rs.getObject("entry_id", UUID.class),
        rs.getString("entry_number"),
        rs.getString("entry_name"),
        rs.getObject("party", UUID.class),
        rs.getString("reason"),
        Exits.State.valueOf(rs.getString("state")),
        Role.named(rs.getString("decider")),
        rs.getObject("decide_by", LocalDate.class),
        rs.getTimestamp("asked_at").toInstant(),
        decided == null ? null : decided.toInstant(),
        rs.getString("decider_name"),
        rs.getString("grounds"));
  }
}
