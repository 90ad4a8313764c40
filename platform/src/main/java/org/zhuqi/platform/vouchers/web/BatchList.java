package org.zhuqi.platform.vouchers.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.BatchState;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The batches of the funders that an official handles. */
final class BatchList {
  private BatchList() {}

  record Row(
      UUID id, String number, String title, String titleEn, String funder, int year, String state, OffsetDateTime opensAt,
      OffsetDateTime closesAt, long amountFen, @Nullable Long leftFen, int holders) {}

  static Listing<Row> of(Funders funders) {
    return Listing.of(
            "batches",
            Row.class,
            """
            select b.batch_id as id, b.number, b.title_zh as title, b.title_en, l.funder, l.year, b.opens_at, b.closes_at, b.amount_fen,
                   p.left_fen, coalesce(t.holders, 0) as holders,
                   case when b.released_at is null then 'DRAFT' when b.opens_at > :now then 'PLANNED'
                        when b.closes_at > :now then 'OPEN' else 'CLOSED' end as state
              from batch b join budget_line l using (tenant, line_id)
              left join batch_tally t using (tenant, batch_id)
              left join lateral (
                select sum(a.balance_fen)::bigint as left_fen
                  from batch_pot p join ledger_balance a on a.tenant = p.tenant and a.account_id = p.account_id
                 where p.tenant = b.tenant and p.batch_id = b.batch_id) p on true
             where :all or l.funder = any(:funders)""")
        .title("批次", "Batches")
        .code("number", "编号", "Number", Row::number)
        .text("title", "名称", "Title", r -> new Text(r.title(), r.titleEn()))
        .text("funder", "出资方", "Funder", r -> funders.label(r.funder()))
        .badge("state", "状态", "State", r -> Words.badge(BatchState.valueOf(r.state())))
        .time("opens_at", "开放", "Opens", Row::opensAt)
        .time("closes_at", "截止", "Closes", Row::closesAt)
        .money("amount_fen", "金额", "Amount", Row::amountFen)
        .totalled()
        .money("left_fen", "余额", "Left", Row::leftFen)
        .totalled()
        .number("holders", "持有家数", "Holders", Row::holders)
        .search("编号、名称", "Number, title", "number", "title", "title_en")
        .select("state", "状态", "State", BatchList::states)
        .select("funder", "出资方", "Funder", () -> funders(funders))
        .days("opens_at", "开放", "Opens")
        .opens(r -> "/batches/" + r.id())
        .orderedBy("-opens_at")
        .empty("还没有批次。预算确认后，由主管部门编制方案和指南。", "No batch yet. Once a budget is confirmed the bureau drafts plan and guide.");
  }

  private static List<Option> states() {
    return Arrays.stream(BatchState.values()).map(s -> new Option(s.name(), s.label())).toList();
  }

  static List<Option> funders(Funders funders) {
    return funders.codes().stream().map(f -> new Option(f, funders.label(f))).toList();
  }

  static Map<String, @Nullable Object> scope(Actor viewer, OffsetDateTime now) {
    Map<String, @Nullable Object> scope = new HashMap<>(ClaimList.scope(viewer));
    scope.put("now", now);
    return scope;
  }
}
