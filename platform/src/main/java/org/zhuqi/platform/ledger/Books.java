package org.zhuqi.platform.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;

/** The ledger for those who only read it: lines with their positions, what stands behind each figure, one transfer. */
@Service
@Transactional(readOnly = true)
public class Books {
  private final LedgerStore store;
  private final JdbcClient jdbc;
  private final Measures measures;
  private final Funders funders;

  Books(LedgerStore store, JdbcClient jdbc, Measures measures, Funders funders) {
    this.store = store;
    this.jdbc = jdbc;
    this.measures = measures;
    this.funders = funders;
  }

  /**
   * A line with where its money is.
   *
   * @param funder in words
   * @param supervision the provision by which its execution is supervised
   */
  public record LineBook(Line line, Position position, Text funder, String supervision) {}

  /** All money of one kind, or one movement, of a line. */
  public record Sum(String code, Money amount, long count) {}

  /** Every line that the viewer may see, newest year first. */
  public List<LineBook> lines(Actor viewer) {
    return jdbc
        .sql("select line_id from ledger_line order by year desc, funder")
        .query(UUID.class)
        .list()
        .stream()
        .map(store::line)
        .filter(l -> viewer.covers(l.funder()))
        .map(this::book)
        .toList();
  }

  /** @throws NotFoundException when it does not exist or is another funder's */
  public LineBook line(Actor viewer, UUID id) {
    Line line = store.line(id);
    if (!viewer.covers(line.funder())) throw new NotFoundException("budget line " + id);
    return book(line);
  }

  private LineBook book(Line line) {
    Pack pack = measures.version(line.measure(), line.version()).orElseThrow();
    return new LineBook(line, position(line.id()), funders.label(line.funder()), pack.one(RecordDuty.class, "budget.supervision").id());
  }

  private Position position(UUID line) {
    return store.positions(List.of(line)).getFirst();
  }

  /** What each movement has moved, ever. A payment that was held first counts once, when it was made. */
  public List<Sum> movements(UUID line) {
    return jdbc.sql(
            """
            select movement as code, sum(amount_fen)::bigint as fen, count(*) as n
              from ledger_transfer where line_id = ? and not (movement = 'pay' and phase = 'HOLD') group by movement order by min(transfer_id::text)""")
        .param(line)
        .query((rs, n) -> new Sum(rs.getString("code"), new Money(rs.getLong("fen")), rs.getLong("n")))
        .list();
  }

  /** The balances of a line's accounts by kind. */
  public List<Sum> kinds(UUID line) {
    return jdbc.sql(
            """
            select kind as code, sum(balance_fen)::bigint as fen, count(*) as n
              from ledger_account where line_id = ? group by kind""")
        .param(line)
        .query((rs, n) -> new Sum(rs.getString("code"), new Money(rs.getLong("fen")), rs.getLong("n")))
        .list();
  }

  /** One transfer, for one who may see its line. */
  public Entry transfer(Actor viewer, UUID id) {
    Entry entry = store.entry(id).orElseThrow(() -> new NotFoundException("transfer " + id));
    line(viewer, entry.line());
    return entry;
  }

  /** Budgets, issue and redemption by month of a year, over these funders; amounts in fen. */
  public List<Month> months(int year, Set<String> funders) {
    return jdbc.sql(
            """
            select extract(month from t.at at time zone 'Asia/Shanghai')::int as month, t.movement,
                   sum(t.amount_fen)::bigint as fen
              from ledger_transfer t join ledger_line l using (tenant, line_id)
             where t.at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Asia/Shanghai')
               and t.at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
               and (:all or l.funder = any(:funders)) and t.movement in ('issue', 'lock', 'approve', 'pay', 'lapse')
               and t.phase <> 'RELEASE' and not (t.movement = 'pay' and t.phase = 'HOLD')
             group by 1, 2 order by 1""")
        .param("year", year)
        .param("all", funders.isEmpty())
        .param("funders", funders.toArray(String[]::new))
        .query((rs, n) -> new Month(rs.getInt("month"), rs.getString("movement"), new Money(rs.getLong("fen"))))
        .list();
  }

  /** What a movement moved in a month. */
  public record Month(int month, String movement, Money amount) {}

  /** When the line last moved. */
  public Optional<Instant> lastMoved(UUID line) {
    return jdbc.sql("select at from ledger_transfer where line_id = ? order by transfer_id desc limit 1")
        .param(line)
        .query((rs, n) -> rs.getObject("at", java.time.OffsetDateTime.class).toInstant())
        .optional();
  }

  /** What an account stands for, for its page. */
  public record AccountBook(UUID id, AccountKind kind, UUID line, @Nullable UUID ref, Balance balance) {}

  public AccountBook account(Actor viewer, UUID id) {
    Balance balance = store.balances(List.of(id)).get(id);
    if (balance == null) throw new NotFoundException("account " + id);
    line(viewer, balance.line());
    UUID ref = jdbc.sql("select ref from ledger_account where account_id = ?").param(id).query(UUID.class).optional().orElse(null);
    return new AccountBook(id, balance.kind(), balance.line(), ref, balance);
  }
}
