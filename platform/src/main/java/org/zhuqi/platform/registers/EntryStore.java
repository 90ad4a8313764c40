package org.zhuqi.platform.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Entries and their past. */
@Component
class EntryStore {
  private static final String SELECT =
      """
      select e.*, (select max(f.year) from register_filing f where f.tenant = e.tenant and f.entry_id = e.id
                         and f.result is distinct from 'RETURNED') as last_filed
        from register_entry e""";
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An entry as stored, with the year of its latest filing that counts. */
  record Row(Entry entry, @Nullable Integer lastFiled) {}

  void insert(Entry e, @Nullable UUID application, @Nullable UUID notice) {
    jdbc.sql(
            """
            insert into register_entry (id, number, measure, version, register, party, credit_code, name, party_class, area,
                state, since, until, application, notice)
            values (:id, :number, :measure, :version, :register, :party, :code, :name, :class, :area, :state, :since, :until,
                :application, :notice)""")
        .param("id", e.id())
        .param("number", e.number())
        .param("measure", e.measure())
        .param("version", e.version())
        .param("register", e.register())
        .param("party", e.party())
        .param("code", e.creditCode())
        .param("name", e.name())
        .param("class", e.partyClass())
        .param("area", e.area())
        .param("state", e.state().name())
        .param("since", e.since())
        .param("until", e.until())
        .param("application", application)
        .param("notice", notice)
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(SELECT + " where e.id = :id").param("id", id).query(EntryStore::read).optional();
  }

  Optional<Row> lock(UUID id) {
    jdbc.sql("select id from register_entry where id = :id for update").param("id", id).query(UUID.class).optional();
    return find(id);
  }

  List<Row> ofParties(Collection<UUID> parties) {
    if (parties.isEmpty()) return List.of();
    return jdbc.sql(SELECT + " where e.party in (:parties) order by e.since, e.id")
        .param("parties", parties)
        .query(EntryStore::read)
        .list();
  }

  /** Entries that are not over. */
  List<Row> live() {
    return jdbc.sql(SELECT + " where e.state in ('ACTIVE','HIDDEN') order by e.id").query(EntryStore::read).list();
  }

  boolean hasLive(String measure, String register, String creditCode) {
    return jdbc.sql(
            """
            select exists (select from register_entry where measure = :measure and register = :register
                              and credit_code = :code and state in ('ACTIVE','HIDDEN'))""")
        .param("measure", measure)
        .param("register", register)
        .param("code", creditCode)
        .query(Boolean.class)
        .single();
  }

  void state(UUID id, EntryState state, @Nullable LocalDate endedOn) {
    jdbc.sql("update register_entry set state = :state, ended_on = :ended where id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("ended", endedOn)
        .update();
  }

  /** One line of an entry's past. */
  record Line(
      EntryEvent event, EntryState to, LocalDate on, Instant at, String name, String reason, @Nullable String provision) {}

  void event(
      UUID entry, EntryEvent event, @Nullable EntryState from, EntryState to, LocalDate on, Instant at, Actor by,
      String reason, @Nullable String provision) {
    jdbc.sql(
            """
            insert into register_entry_event (id, entry_id, event, from_state, to_state, on_day, at, account, name, reason,
                provision)
            values (:id, :entry, :event, :from, :to, :on, :at, :account, :name, :reason, :provision)""")
        .param("id", Ids.next())
        .param("entry", entry)
        .param("event", event.name())
        .param("from", from == null ? null : from.name())
        .param("to", to.name())
        .param("on", on)
        .param("at", Timestamp.from(at))
        .param("account", by.account())
        .param("name", by.name())
        .param("reason", reason)
        .param("provision", provision)
        .update();
  }

  List<Line> history(UUID entry) {
    return jdbc.sql("select * from register_entry_event where entry_id = :entry order by at, id")
        .param("entry", entry)
        .query(
            (rs, n) ->
                new Line(
                    EntryEvent.valueOf(rs.getString("event")),
                    EntryState.valueOf(rs.getString("to_state")),
                    rs.getObject("on_day", LocalDate.class),
                    rs.getTimestamp("at").toInstant(),
                    rs.getString("name"),
                    rs.getString("reason"),
                    rs.getString("provision")))
        .list();
  }

  /** Whether this reminder had not gone out yet; it counts as sent from now on. */
  boolean remindOnce(UUID entry, int year, int days) {
    return jdbc.sql(
                """
                insert into register_reminder (entry_id, year, days) values (:entry, :year, :days)
                on conflict do nothing""")
            .param("entry", entry)
            .param("year", year)
            .param("days", days)
            .update()
        == 1;
  }

  static Row read(ResultSet rs, int n) throws SQLException {
    Entry entry =
        new Entry(
            rs.getObject("id", UUID.class),
            rs.getString("number"),
            rs.getString("measure"),
            rs.getString("version"),
            rs.getString("register"),
            rs.getObject("party", UUID.class),
            rs.getString("credit_code"),
            rs.getString("name"),
            rs.getString("party_class"),
            rs.getString("area"),
            EntryState.valueOf(rs.getString("state")),
            rs.getObject("since", LocalDate.class),
            rs.getObject("until", LocalDate.class),
            rs.getObject("ended_on", LocalDate.class),
            null,
            null);
    return new Row(entry, (Integer) rs.getObject("last_filed"));
  }
}
