package org.zhuqi.platform.vouchers.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Claims: a holder sees its own, officials those of their funders. */
final class ClaimList {
  private ClaimList() {}

  record Row(
      UUID id, OffsetDateTime arrivedAt, String batch, String title, String titleEn, String holder, long amountFen, String outcome,
      @Nullable String number) {}

  static Listing<Row> of(Actor viewer) {
    Listing<Row> list =
        Listing.of(
                "claims",
                Row.class,
                """
                select c.claim_id as id, c.arrived_at, b.number as batch, b.title_zh as title, b.title_en, p.name as holder, c.amount_fen,
                       c.outcome, v.number
                  from claim c join batch b using (tenant, batch_id)
                  join budget_line l on l.tenant = b.tenant and l.line_id = b.line_id
                  join party p on p.tenant = c.tenant and p.id = c.holder
                  left join voucher v on v.tenant = c.tenant and v.voucher_id = c.voucher_id
                 where case when cast(:party as uuid) is not null then c.holder = cast(:party as uuid)
                            else :all or l.funder = any(:funders) end""")
            .title("申领记录", "Claims")
            .time("arrived_at", "时间", "When", Row::arrivedAt)
            .code("batch", "批次", "Batch", Row::batch)
            .text("title", "批次名称", "Title", r -> new Text(r.title(), r.titleEn()));
    if (!viewer.role().isParty()) list = list.text("holder", "企业", "Enterprise", Row::holder);
    return list.money("amount_fen", "申领金额", "Asked for", Row::amountFen)
        .badge("outcome", "结果", "Outcome", r -> Words.badge(ClaimAnswer.Kind.valueOf(r.outcome())))
        .code("number", "券号", "Voucher", Row::number)
        .search("企业、批次、券号", "Enterprise, batch, voucher", "holder", "batch", "title", "number")
        .select("outcome", "结果", "Outcome", ClaimList::outcomes)
        .days("arrived_at", "时间", "When")
        .opens(r -> "/claims/" + r.id())
        .orderedBy("-arrived_at")
        .empty("还没有申领。批次开放后，申领与结果列在这里。", "No claims yet. They are listed here once a batch is open.");
  }

  private static List<Option> outcomes() {
    return Arrays.stream(ClaimAnswer.Kind.values()).map(k -> new Option(k.name(), Words.badge(k).label())).toList();
  }

  /** Whose rows: the caller's own party's, or those of the funders that an official handles. */
  static Map<String, @Nullable Object> scope(Actor viewer) {
    Map<String, @Nullable Object> scope = new HashMap<>();
    scope.put("party", viewer.role().isParty() ? viewer.partyOrThrow() : null);
    scope.put("all", viewer.role().seesAll());
    scope.put("funders", viewer.funders().toArray(String[]::new));
    return scope;
  }
}
