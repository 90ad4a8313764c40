package org.zhuqi.platform.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.registers.Removals.Removal;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Removals in the database. */
@Component
class RemovalStore {
  private static final String SELECT =
      """
      select r.*, e.name as entry_name, e.number as entry_number
        from register_removal r join register_entry e on e.tenant = r.tenant and e.id = r.entry_id""";
  private final JdbcClient jdbc;

  RemovalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Removal r) {
    jdbc.sql(
            """
            insert into register_removal (id, number, entry_id, measure, party, credit_code, ground, ground_zh, ground_en,
                ground_by, sanctioned_by, facts, proposed_at, proposed_by, proposer_name, hear_until, decider, decide_by, carrier)
            values (:id, :number, :entry, :measure, :party, :code, :ground, :zh, :en, :groundBy, :by, :facts, :at, :proposer,
                :name, :until, :decider, :decideBy, :carrier)""")
        .param("id", r.id())
        .param("number", r.number())
        .param("entry", r.entry())
        .param("measure", r.measure())
        .param("party", r.party())
        .param("code", r.creditCode())
        .param("ground", r.groundCode())
        .param("zh", r.ground().zh())
        .param("en", r.ground().en())
        .param("groundBy", r.groundBy())
        .param("by", r.sanctionedBy())
        .param("facts", r.facts())
        .param("at", Timestamp.from(r.proposedAt()))
        .param("proposer", r.proposedBy())
        .param("name", r.proposerName())
        .param("until", r.hearUntil())
        .param("decider", r.decider().code())
        .param("decideBy", r.decideBy())
        .param("carrier", r.carrier().code())
        .update();
  }

  /** The complaints to which the proposal refers. */
  void cite(UUID removal, Collection<UUID> complaints) {
    for (UUID c : complaints) {
      jdbc.sql("insert into register_removal_complaint (removal_id, complaint_id) values (:removal, :complaint) on conflict do nothing")
          .param("removal", removal)
          .param("complaint", c)
          .update();
    }
  }

  List<UUID> cited(UUID removal) {
    return jdbc.sql("select complaint_id from register_removal_complaint where removal_id = :id").param("id", removal).query(UUID.class).list();
  }

  Optional<Removal> find(UUID id) {
    return jdbc.sql(SELECT + " where r.id = :id").param("id", id).query(RemovalStore::read).optional();
  }

  Optional<Removal> lock(UUID id) {
    jdbc.sql("select id from register_removal where id = :id for update").param("id", id).query(UUID.class).optional();
    return find(id);
  }

  Optional<Removal> open(UUID entry) {
    return jdbc.sql(SELECT + " where r.entry_id = :entry and r.state in ('PROPOSED','DECIDED')")
        .param("entry", entry)
        .query(RemovalStore::read)
        .optional();
  }

  List<Removal> list(boolean openOnly) {
    return jdbc.sql(SELECT + (openOnly ? " where r.state in ('PROPOSED','DECIDED')" : "") + " order by r.proposed_at desc limit 200")
        .query(RemovalStore::read)
        .list();
  }

  List<Removal> ofParty(UUID party) {
    return jdbc.sql(SELECT + " where r.party = :party order by r.proposed_at desc")
        .param("party", party)
        .query(RemovalStore::read)
        .list();
  }

  /** The removal that ended each entry. */
  Map<UUID, Removal> ofEntries(Collection<UUID> entries) {
    if (entries.isEmpty()) return Map.of();
    Map<UUID, Removal> found = new HashMap<>();
    jdbc.sql(SELECT + " where r.entry_id in (:ids) and r.state in ('DECIDED','CARRIED_OUT')")
        .param("ids", entries)
        .query(RemovalStore::read)
        .list()
        .forEach(r -> found.put(r.entry(), r));
    return found;
  }

  void heard(UUID id, @Nullable String statement, boolean waived, Instant at, @Nullable LocalDate decideBy) {
    jdbc.sql(
            """
            update register_removal set statement = :statement, waived = :waived, stated_at = :at, decide_by = :decideBy,
                revision = revision + 1
             where id = :id""")
        .param("id", id)
        .param("statement", statement)
        .param("waived", waived)
        .param("decideBy", decideBy)
        .param("at", Timestamp.from(at))
        .update();
  }

  void decide(UUID id, Removals.State state, Actor by, String grounds, Instant at, LocalDate on, @Nullable LocalDate carryOutBy) {
    jdbc.sql(
            """
            update register_removal set state = :state, decided_at = :at, decided_on = :on, decided_by = :by,
                decider_name = :name, grounds = :grounds, carry_out_by = :carryOutBy, revision = revision + 1
             where id = :id""")
        .param("id", id)
        .param("carryOutBy", carryOutBy)
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("on", on)
        .param("by", by.account())
        .param("name", by.name())
        .param("grounds", grounds)
        .update();
  }

  void carriedOut(UUID id, Actor by, String receipt, LocalDate on, @Nullable LocalDate barredUntil) {
    jdbc.sql(
            """
            update register_removal set state = 'CARRIED_OUT', carried_out_on = :on, carried_out_by = :by, carrier_name = :name,
                receipt = :receipt, barred_until = :barred, revision = revision + 1
             where id = :id""")
        .param("id", id)
        .param("on", on)
        .param("by", by.account())
        .param("name", by.name())
        .param("receipt", receipt)
        .param("barred", barredUntil)
        .update();
  }

  private static Removal read(ResultSet rs, int n) throws SQLException {
    return new Removal(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        rs.getObject("entry_id", UUID.class),
        rs.getString("entry_number"),
        rs.getString("entry_name"),
        rs.getString("measure"),
        rs.getObject("party", UUID.class),
        rs.getString("credit_code"),
        rs.getString("ground"),
        new Text(rs.getString("ground_zh"), rs.getString("ground_en")),
        rs.getString("ground_by"),
        rs.getString("sanctioned_by"),
        rs.getString("facts"),
        Removals.State.valueOf(rs.getString("state")),
        rs.getTimestamp("proposed_at").toInstant(),
        rs.getObject("proposed_by", UUID.class),
        rs.getString("proposer_name"),
        rs.getObject("hear_until", LocalDate.class),
        Role.named(rs.getString("decider")),
        rs.getObject("decide_by", LocalDate.class),
        Role.named(rs.getString("carrier")),
        rs.getObject("carry_out_by", LocalDate.class),
        rs.getString("statement"),
        rs.getBoolean("waived"),
        instant(rs, "stated_at"),
        instant(rs, "decided_at"),
        rs.getObject("decided_on", LocalDate.class),
        rs.getString("decider_name"),
        rs.getString("grounds"),
        rs.getObject("carried_out_on", LocalDate.class),
        rs.getString("carrier_name"),
        rs.getString("receipt"),
        rs.getObject("barred_until", LocalDate.class),
        rs.getLong("revision"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
