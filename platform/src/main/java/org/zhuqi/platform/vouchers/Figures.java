package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/** Totals for dashboards and for the public: of batches, categories and months, never of a single enterprise. */
@Service
@Transactional(readOnly = true)
public class Figures {
  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One released batch in figures; {@code year} is that of its budget, {@code granted} and {@code asked} count claims. */
  public record BatchSum(
      UUID id, String number, String funder, int year, Text title, Money amount, Money issued, int holders, long granted, long asked,
      Money locked, Money redeemed, Money lapsed) {}

  /** Released batches, newest first. */
  public List<BatchSum> batches() {
    return jdbc.sql(
            """
            select b.batch_id, b.number, l.funder, l.year, b.title_zh, b.title_en, b.amount_fen, coalesce(t.holders, 0) as holders,
                   coalesce(v.issued, 0)::bigint as issued, coalesce(v.locked, 0)::bigint as locked,
                   coalesce(v.gone, 0)::bigint - coalesce(v.lapsed, 0)::bigint as redeemed,
                   coalesce(v.lapsed, 0)::bigint as lapsed, c.granted, c.asked
              from batch b join budget_line l using (tenant, line_id)
              left join batch_tally t using (tenant, batch_id)
              left join lateral (
                select sum(v.face_fen) as issued, sum(a.held_fen) as locked, sum(v.face_fen - a.balance_fen) as gone,
                       sum(x.fen) as lapsed
                  from voucher v join ledger_balance a on a.tenant = v.tenant and a.account_id = v.voucher_id
                  left join lateral (select sum(amount_fen) as fen from ledger_transfer y
                    where y.tenant = v.tenant and y.debit_id = v.voucher_id and y.movement = 'lapse') x on true
                 where v.tenant = b.tenant and v.batch_id = b.batch_id) v on true
              cross join lateral (
                select count(*) filter (where outcome = 'GRANTED') as granted, count(*) as asked
                  from claim c where c.tenant = b.tenant and c.batch_id = b.batch_id) c
             where b.released_at is not null order by b.opens_at desc, b.batch_id""")
        .query(
            (rs, n) ->
                new BatchSum(
                    java.util.Objects.requireNonNull(rs.getObject("batch_id", UUID.class)), rs.getString("number"),
                    rs.getString("funder"), rs.getInt("year"), new Text(rs.getString("title_zh"), rs.getString("title_en")),
                    new Money(rs.getLong("amount_fen")), new Money(rs.getLong("issued")), rs.getInt("holders"),
                    rs.getLong("granted"), rs.getLong("asked"), new Money(rs.getLong("locked")),
                    new Money(rs.getLong("redeemed")), new Money(rs.getLong("lapsed"))))
        .list();
  }

  /** What filed contracts of a category were promised, and what of it was redeemed. */
  public record CategorySum(String category, Money filed, Money redeemed, long contracts) {}

  /** @param funders empty for all */
  public List<CategorySum> categories(int year, Set<String> funders) {
    return jdbc.sql(
            """
            select f.category, sum(p.amount_fen)::bigint as filed, count(distinct f.filing_id) as contracts,
                   coalesce(sum(x.fen), 0)::bigint as redeemed
              from filing f join filing_part p using (tenant, filing_id)
              join voucher v using (tenant, voucher_id)
              join budget_line l on l.tenant = v.tenant and l.line_id = v.line_id
              left join lateral (select sum(t.amount_fen) as fen from ledger_transfer t
                where t.tenant = p.tenant and t.debit_id = v.voucher_id and t.hold_id = p.hold_id and t.phase = 'CAPTURE') x on true
             where extract(year from f.filed_at at time zone 'Asia/Shanghai') = :year
               and (:all or l.funder = any(:funders))
             group by f.category order by filed desc""")
        .param("year", year)
        .param("all", funders.isEmpty())
        .param("funders", funders.toArray(String[]::new))
        .query(
            (rs, n) ->
                new CategorySum(
                    rs.getString("category"), new Money(rs.getLong("filed")), new Money(rs.getLong("redeemed")),
                    rs.getLong("contracts")))
        .list();
  }
}
