package org.zhuqi.platform.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.ledger.Ledger.Opening;
import org.zhuqi.platform.shared.NotFoundException;

/** The ledger's tables. Everything is set-based: many transfers cost one round trip. */
@Component
class LedgerStore {
  private static final String ENTRY =
      """
      select t.*, d.kind as debit_kind, c.kind as credit_kind from ledger_transfer t
        join ledger_account d on d.tenant = t.tenant and d.account_id = t.debit_id
        join ledger_account c on c.tenant = t.tenant and c.account_id = t.credit_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  LedgerStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void addLine(Line line) {
    jdbc.sql(
            """
            insert into ledger_line (line_id, measure, version, funder, year)
            values (:id, :measure, :version, :funder, :year) on conflict do nothing""")
        .param("id", line.id())
        .param("measure", line.measure())
        .param("version", line.version())
        .param("funder", line.funder())
        .param("year", line.year())
        .update();
  }

  Line line(UUID id) {
    return jdbc.sql("select line_id, measure, version, funder, year from ledger_line where line_id = ?")
        .param(id)
        .query(
            (rs, n) ->
                new Line(id, rs.getString("measure"), rs.getString("version"), rs.getString("funder"), rs.getInt("year")))
        .optional()
        .orElseThrow(() -> new NotFoundException("budget line " + id));
  }

  List<UUID> open(List<Opening> accounts) {
    insert(accounts, " on conflict (tenant, line_id, kind, ref) do nothing");
    return accounts.stream().map(a -> find(a.kind(), a.line(), a.ref()).orElseThrow()).toList();
  }

  void openNew(List<Opening> accounts) {
    if (!accounts.isEmpty()) insert(accounts, "");
  }

  private void insert(List<Opening> accounts, String otherwise) {
    jdbc.sql(
            """
            insert into ledger_account (account_id, kind, line_id, ref)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[])"""
                + otherwise)
        .param(array(accounts, Opening::id))
        .param(accounts.stream().map(a -> a.kind().name()).toArray(String[]::new))
        .param(array(accounts, Opening::line))
        .param(array(accounts, Opening::ref))
        .update();
  }

  void add(List<Transfer> transfers, List<String> provisions) {
    try {
      int added =
          jdbc.sql(
                  """
                  insert into ledger_transfer (transfer_id, line_id, debit_id, credit_id, amount_fen, phase, hold_id,
                    movement, provision, subject_kind, subject_id, actor_id, actor_name, at)
                  select *, ?::timestamptz from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[],
                    ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[])
                  on conflict (tenant, transfer_id) do nothing""")
              .param(OffsetDateTime.now(clock))
              .param(array(transfers, Transfer::id))
              .param(array(transfers, Transfer::line))
              .param(array(transfers, Transfer::debit))
              .param(array(transfers, Transfer::credit))
              .param(transfers.stream().map(t -> t.amount().fen()).toArray(Long[]::new))
              .param(text(transfers, t -> t.phase().name()))
              .param(array(transfers, Transfer::hold))
              .param(text(transfers, t -> t.movement().code()))
              .param(provisions.toArray(String[]::new))
              .param(text(transfers, Transfer::subjectKind))
              .param(array(transfers, Transfer::subject))
              .param(array(transfers, t -> t.by().account()))
              .param(text(transfers, t -> t.by().name()))
              .update();
      if (added < transfers.size()) mustBeTheSame(transfers);
    } catch (DataIntegrityViolationException e) {
      String message = String.valueOf(e.getMostSpecificCause().getMessage());
      boolean overdraft = message.contains("ledger_account_") || message.contains("ledger_hold_remaining");
      throw overdraft ? new OverdraftException(e) : e;
    }
  }

  /** A transfer posted again has no effect; another one under its id is an error of the caller. */
  private void mustBeTheSame(List<Transfer> transfers) {
    int same =
        jdbc.sql(
                """
                select count(*) from ledger_transfer t join unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[])
                  as n(id, debit, credit, fen, phase) on t.transfer_id = n.id and t.debit_id = n.debit
                   and t.credit_id = n.credit and t.amount_fen = n.fen and t.phase = n.phase""")
            .param(array(transfers, Transfer::id))
            .param(array(transfers, Transfer::debit))
            .param(array(transfers, Transfer::credit))
            .param(transfers.stream().map(t -> t.amount().fen()).toArray(Long[]::new))
            .param(text(transfers, t -> t.phase().name()))
            .query(Integer.class)
            .single();
    if (same < transfers.size()) throw new IllegalStateException("a transfer id was used before for another transfer");
  }

  Held hold(UUID id) {
    return jdbc.sql("select hold_id, line_id, debit_id, credit_id, remaining_fen from ledger_hold where hold_id = ?")
        .param(id)
        .query(
            (rs, n) ->
                new Held(
                    id,
                    rs.getObject("line_id", UUID.class),
                    rs.getObject("debit_id", UUID.class),
                    rs.getObject("credit_id", UUID.class),
                    new Money(rs.getLong("remaining_fen"))))
        .optional()
        .orElseThrow(() -> new NotFoundException("hold " + id));
  }

  Map<UUID, Money> remaining(Collection<UUID> holds) {
    Map<UUID, Money> remaining = new HashMap<>();
    jdbc.sql("select hold_id, remaining_fen from ledger_hold where hold_id = any(?)")
        .param(holds.toArray(UUID[]::new))
        .query(rs -> {
          remaining.put(rs.getObject("hold_id", UUID.class), new Money(rs.getLong("remaining_fen")));
        });
    return remaining;
  }

  Map<UUID, Balance> locked(Collection<UUID> accounts) {
    return balances("select * from ledger_locked(?)", accounts);
  }

  Map<UUID, Balance> balances(Collection<UUID> accounts) {
    return balances("select * from ledger_account where account_id = any(?)", accounts);
  }

  private Map<UUID, Balance> balances(String sql, Collection<UUID> accounts) {
    Map<UUID, Balance> found = new HashMap<>();
    for (Balance b : jdbc.sql(sql).param(accounts.toArray(UUID[]::new)).query(LedgerStore::balance).list()) {
      found.put(b.account(), b);
    }
    return found;
  }

  Optional<UUID> find(AccountKind kind, UUID line, @Nullable UUID ref) {
    return jdbc.sql(
            """
            select account_id from ledger_account
             where line_id = ? and kind = ? and ref is not distinct from ?::uuid""")
        .param(line)
        .param(kind.name())
        .param(ref)
        .query(UUID.class)
        .optional();
  }

  List<Position> positions(Collection<UUID> lines) {
    return jdbc.sql("select * from ledger_position where line_id = any(?) order by line_id")
        .param(lines.toArray(UUID[]::new))
        .query(LedgerStore::position)
        .list();
  }

  List<Entry> about(UUID subject) {
    return jdbc.sql(ENTRY + " where t.subject_id = ? order by t.transfer_id")
        .param(subject)
        .query(LedgerStore::entry)
        .list();
  }

  List<Entry> ofAccount(UUID account) {
    return jdbc.sql(ENTRY + " where t.debit_id = :id or t.credit_id = :id order by t.transfer_id")
        .param("id", account)
        .query(LedgerStore::entry)
        .list();
  }

  Optional<Entry> entry(UUID id) {
    return jdbc.sql(ENTRY + " where t.transfer_id = ?").param(id).query(LedgerStore::entry).optional();
  }

  private static Position position(ResultSet rs, int n) throws SQLException {
    return new Position(
        rs.getObject("line_id", UUID.class),
        new Money(rs.getLong("budget_fen")),
        new Money(rs.getLong("unissued_fen")),
        new Money(rs.getLong("held_fen")),
        new Money(rs.getLong("locked_fen")),
        new Money(rs.getLong("redeemable_fen")),
        new Money(rs.getLong("paid_fen")),
        new Money(rs.getLong("recovered_fen")),
        new Money(rs.getLong("receivable_fen")));
  }

  private static Balance balance(ResultSet rs, int n) throws SQLException {
    return new Balance(
        rs.getObject("account_id", UUID.class),
        AccountKind.valueOf(rs.getString("kind")),
        rs.getObject("line_id", UUID.class),
        new Money(rs.getLong("balance_fen")),
        new Money(rs.getLong("held_fen")));
  }

  static Entry entry(ResultSet rs, int n) throws SQLException {
    return new Entry(
        rs.getObject("transfer_id", UUID.class),
        rs.getObject("line_id", UUID.class),
        rs.getObject("debit_id", UUID.class),
        AccountKind.valueOf(rs.getString("debit_kind")),
        rs.getObject("credit_id", UUID.class),
        AccountKind.valueOf(rs.getString("credit_kind")),
        new Money(rs.getLong("amount_fen")),
        Phase.valueOf(rs.getString("phase")),
        rs.getObject("hold_id", UUID.class),
        Movement.valueOf(rs.getString("movement").toUpperCase(java.util.Locale.ROOT)),
        rs.getString("provision"),
        rs.getString("subject_kind"),
        rs.getObject("subject_id", UUID.class),
        rs.getString("actor_name"),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static <T> UUID[] array(List<T> from, Function<T, @Nullable UUID> part) {
    UUID[] ids = new UUID[from.size()];
    for (int i = 0; i < ids.length; i++) ids[i] = part.apply(from.get(i));
    return ids;
  }

  private static <T> String[] text(List<T> from, Function<T, String> part) {
    return from.stream().map(part).toArray(String[]::new);
  }
}
