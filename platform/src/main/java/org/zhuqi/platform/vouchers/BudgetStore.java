package org.zhuqi.platform.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.ledger.Line;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;

/** Rows of budget lines and their changes. */
@Repository
class BudgetStore {
  private static final String CHANGE = "select c.*, l.* from budget_change c join budget_line l using (tenant, line_id) ";

  private final JdbcClient jdbc;
  private final Clock clock;

  BudgetStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The line of that measure, funder and year; made if there is none. */
  UUID line(Line line) {
    jdbc.sql(
            """
            insert into budget_line (line_id, measure, version, funder, year)
            values (?, ?, ?, ?, ?) on conflict do nothing""")
        .params(line.id(), line.measure(), line.version(), line.funder(), line.year())
        .update();
    return find(line.measure(), line.funder(), line.year()).orElseThrow();
  }

  Optional<UUID> find(String measure, String funder, int year) {
    return jdbc.sql("select line_id from budget_line where measure = ? and funder = ? and year = ?")
        .params(measure, funder, year)
        .query(UUID.class)
        .optional();
  }

  Line get(UUID line) {
    return jdbc.sql("select * from budget_line where line_id = ?")
        .param(line)
        .query(BudgetStore::line)
        .optional()
        .orElseThrow(() -> new NotFoundException("budget line " + line));
  }

  /** Empty when another change of the line still waits: the index allows one. */
  Optional<UUID> propose(Actor by, UUID line, PlanBudget plan) {
    return jdbc.sql(
            """
            insert into budget_change (change_id, line_id, total_fen, reason, proposed_by, proposed_name, proposed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, line_id) where answer is null do nothing returning change_id""")
        .params(Arrays.asList(
            Ids.next(), line, plan.amount().fen(), plan.reason().strip(), by.account(), by.name(),
            OffsetDateTime.now(clock)))
        .query(UUID.class)
        .optional();
  }

  BudgetChange lock(UUID change) {
    return jdbc.sql(CHANGE + "where change_id = ? for update of c")
        .param(change)
        .query(BudgetStore::change)
        .optional()
        .orElseThrow(() -> new NotFoundException("budget change " + change));
  }

  void answer(Actor by, UUID change, String answer, @Nullable String reason, Money moved) {
    jdbc.sql(
            """
            update budget_change set answer = ?, answered_by = ?, answered_name = ?, answered_at = ?, answer_reason = ?,
              moved_fen = ? where change_id = ?""")
        .params(Arrays.asList(answer, by.account(), by.name(), OffsetDateTime.now(clock), reason, moved.fen(), change))
        .update();
  }

  List<BudgetLine> lines() {
    return jdbc.sql(
            """
            select l.*, c.* from budget_line l
              left join budget_change c on c.tenant = l.tenant and c.line_id = l.line_id and c.answer is null
             order by l.year desc, l.funder""")
        .query((rs, n) -> new BudgetLine(line(rs, n), null, rs.getObject("change_id") == null ? null : change(rs, n)))
        .list();
  }

  List<BudgetChange> changes(UUID line) {
    return jdbc.sql(CHANGE + "where line_id = ? order by change_id desc").param(line).query(BudgetStore::change).list();
  }

  private static Line line(ResultSet rs, int n) throws SQLException {
    return new Line(
        Objects.requireNonNull(rs.getObject("line_id", UUID.class)),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getString("funder"),
        rs.getInt("year"));
  }

  private static BudgetChange change(ResultSet rs, int n) throws SQLException {
    return new BudgetChange(
        Objects.requireNonNull(rs.getObject("change_id", UUID.class)),
        line(rs, n),
        new Money(rs.getLong("total_fen")),
        rs.getString("reason"),
        rs.getString("proposed_name"),
        rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        rs.getString("answer"),
        rs.getString("answered_name"),
        instant(rs, "answered_at"),
        rs.getString("answer_reason"),
        rs.getObject("moved_fen") == null ? null : new Money(rs.getLong("moved_fen")));
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
