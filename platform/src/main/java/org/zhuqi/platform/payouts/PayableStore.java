package org.zhuqi.platform.payouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/** Rows of {@code payable}. */
@Repository
class PayableStore {
  private static final String COLUMNS =
      """
      select payable_id, number, source_kind, source_id, source_number, measure, version, provision, funder, line_id,
             account_id, payee_id, amount_fen, purpose_zh, purpose_en, link, state, stopped, suspended, owed_at, settled_at, reason
        from payable
      """;

  private final JdbcClient jdbc;

  PayableStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when this source is already owed from this line */
  boolean insert(UUID id, String number, Owed o, DecidedBy decided, Instant at) {
    return jdbc.sql(
                """
                insert into payable (payable_id, number, source_kind, source_id, source_number, measure, version, provision,
                  funder, line_id, account_id, payee_id, amount_fen, purpose_zh, purpose_en, link, state, owed_at,
                  decided_by, apart_by)
                values (:id, :number, :kind, :source, :sourceNumber, :measure, :version, :provision,
                  :funder, :line, :account, :payee, :fen, :zh, :en, :link, 'READY', :at, :decided, :apartBy)
                on conflict (tenant, source_kind, source_id, line_id) do nothing""")
            .param("id", id)
            .param("number", number)
            .param("kind", o.sourceKind())
            .param("source", o.source())
            .param("sourceNumber", o.sourceNumber())
            .param("measure", o.measure())
            .param("version", o.version())
            .param("provision", o.provision())
            .param("funder", o.funder())
            .param("line", o.line())
            .param("account", o.account())
            .param("payee", o.payee())
            .param("fen", o.amount().fen())
            .param("zh", o.purpose().zh())
            .param("en", o.purpose().en())
            .param("link", o.link())
            .param("at", utc(at))
            .param("decided", decided.accounts().toArray(UUID[]::new))
            .param("apartBy", decided.provision())
            .update()
        == 1;
  }

  List<Payable> ofSource(String kind, UUID source, boolean lock) {
    return jdbc.sql(COLUMNS + "where source_kind = :kind and source_id = :source order by number" + (lock ? " for update" : ""))
        .param("kind", kind)
        .param("source", source)
        .query(PayableStore::row)
        .list();
  }

  /** A payable that somebody decided on, and the provision by which they therefore do not approve its payment. */
  record Decided(String number, String apartBy) {}

  List<Decided> decidedBy(UUID account, Collection<UUID> payables) {
    return jdbc.sql("select number, apart_by from payable where payable_id = any(:ids) and :account = any(decided_by) order by number")
        .param("ids", payables.toArray(UUID[]::new))
        .param("account", account)
        .query(Decided.class)
        .list();
  }

  /** Those that the next file may take, oldest first, locked. */
  List<Payable> lockOpen(String funder) {
    return jdbc.sql(COLUMNS + "where funder = :funder and state in ('READY','BOUNCED') and not stopped and not suspended order by number for update")
        .param("funder", funder)
        .query(PayableStore::row)
        .list();
  }

  List<Payable> byId(Collection<UUID> ids, boolean lock) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql(COLUMNS + "where payable_id in (:ids) order by number" + (lock ? " for update" : ""))
        .param("ids", ids)
        .query(PayableStore::row)
        .list();
  }

  List<Payable> find(@Nullable Collection<String> funders, @Nullable UUID payee, @Nullable PayableState state) {
    return jdbc.sql(
            COLUMNS
                + """
                where (:anyFunder or funder in (:funders))
                  and (cast(:payee as uuid) is null or payee_id = cast(:payee as uuid))
                  and (cast(:state as text) is null or state = cast(:state as text))
                order by number desc""")
        .param("anyFunder", funders == null)
        .param("funders", funders == null || funders.isEmpty() ? List.of("") : funders)
        .param("payee", payee)
        .param("state", state == null ? null : state.name())
        .query(PayableStore::row)
        .list();
  }

  Optional<Payable> get(UUID id) {
    return byId(List.of(id), false).stream().findFirst();
  }

  /** @throws IllegalStateException when it is no longer in the state that it is moved from */
  void move(Payable payable, PayableState to, @Nullable String reason, @Nullable Instant settledAt) {
    if (!PayableStep.allows(payable.state(), to)) {
      throw new IllegalStateException(payable.number() + " cannot go from " + payable.state() + " to " + to);
    }
    int moved =
        jdbc.sql(
                """
                update payable set state = :to, reason = :reason, settled_at = :at
                 where payable_id = :id and state = :from""")
            .param("to", to.name())
            .param("reason", reason)
            .param("at", settledAt == null ? null : utc(settledAt))
            .param("id", payable.id())
            .param("from", payable.state().name())
            .update();
    if (moved != 1) throw new IllegalStateException(payable.number() + " was moved by somebody else");
  }

  void stop(UUID id, String reason) {
    jdbc.sql("update payable set stopped = true, reason = :reason where payable_id = :id")
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  void suspend(UUID id, boolean suspended) {
    jdbc.sql("update payable set suspended = :suspended where payable_id = :id").param("suspended", suspended).param("id", id).update();
  }

  static Payable row(ResultSet rs, int n) throws SQLException {
    return new Payable(
        rs.getObject("payable_id", UUID.class),
        rs.getString("number"),
        new Owed(
            rs.getString("source_kind"),
            rs.getObject("source_id", UUID.class),
            rs.getString("source_number"),
            rs.getString("measure"),
            rs.getString("version"),
            rs.getString("provision"),
            rs.getString("funder"),
            rs.getObject("line_id", UUID.class),
            rs.getObject("account_id", UUID.class),
            rs.getObject("payee_id", UUID.class),
            Money.ofFen(rs.getLong("amount_fen")),
            new Text(rs.getString("purpose_zh"), rs.getString("purpose_en")),
            rs.getString("link")),
        PayableState.valueOf(rs.getString("state")),
        rs.getBoolean("stopped"),
        rs.getBoolean("suspended"),
        rs.getObject("owed_at", OffsetDateTime.class).toInstant(),
        instant(rs, "settled_at"),
        rs.getString("reason"));
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
