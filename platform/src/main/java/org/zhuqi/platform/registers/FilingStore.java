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
import org.zhuqi.platform.registers.FilingChecks.Filing;
import org.zhuqi.platform.registers.FilingChecks.Result;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Yearly papers as they were filed, and what whoever looked at them said. */
@Component
class FilingStore {
  private static final String SELECT =
      """
      select f.*, e.name as entry_name, e.number as entry_number
        from register_filing f join register_entry e on e.tenant = f.tenant and e.id = f.entry_id""";
  private final JdbcClient jdbc;

  FilingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, Entry entry, int year, Instant at, Actor by, boolean late, String provision, @Nullable Role checker, @Nullable LocalDate checkBy) {
    jdbc.sql(
            """
            insert into register_filing (id, entry_id, party, year, filed_at, account, name, late, provision, checker, check_by)
            values (:id, :entry, :party, :year, :at, :account, :name, :late, :provision, :checker, :checkBy)""")
        .param("id", id)
        .param("entry", entry.id())
        .param("party", entry.party())
        .param("year", year)
        .param("at", Timestamp.from(at))
        .param("account", by.account())
        .param("name", by.name())
        .param("late", late)
        .param("provision", provision)
        .param("checker", checker == null ? null : checker.code())
        .param("checkBy", checkBy)
        .update();
  }

  Optional<Filing> find(UUID id) {
    return jdbc.sql(SELECT + " where f.id = :id").param("id", id).query(FilingStore::read).optional();
  }

  Optional<Filing> lock(UUID id) {
    jdbc.sql("select id from register_filing where id = :id for update").param("id", id).query(UUID.class).optional();
    return find(id);
  }

  /** Latest first. */
  List<Filing> of(UUID entry) {
    return jdbc.sql(SELECT + " where f.entry_id = :entry order by f.year desc, f.filed_at desc")
        .param("entry", entry)
        .query(FilingStore::read)
        .list();
  }

  void decide(UUID id, Result result, Actor by, String note, Instant at) {
    jdbc.sql(
            """
            update register_filing set result = :result, decided_by = :by, decider_name = :name, note = :note, decided_at = :at
             where id = :id""")
        .param("id", id)
        .param("result", result.name())
        .param("by", by.account())
        .param("name", by.name())
        .param("note", note)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Filing read(ResultSet rs, int n) throws SQLException {
    String checker = rs.getString("checker");
    String result = rs.getString("result");
    Timestamp decided = rs.getTimestamp("decided_at");
    return new Filing(
        rs.getObject("id", UUID.class),
        rs.getObject("entry_id", UUID.class),
        rs.getString("entry_number"),
        rs.getString("entry_name"),
        rs.getObject("party", UUID.class),
        rs.getInt("year"),
        rs.getTimestamp("filed_at").toInstant(),
        rs.getString("name"),
        rs.getBoolean("late"),
        rs.getString("provision"),
        checker == null ? null : Role.named(checker),
        rs.getObject("check_by", LocalDate.class),
        result == null ? null : Result.valueOf(result),
        decided == null ? null : decided.toInstant(),
        rs.getString("decider_name"),
        rs.getString("note"));
  }
}
