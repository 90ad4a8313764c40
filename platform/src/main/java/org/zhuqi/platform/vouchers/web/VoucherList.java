package org.zhuqi.platform.vouchers.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.VoucherState;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Vouchers: a holder sees its own, officials those of their funders. What is left of each is the ledger's word. */
final class VoucherList {
  private VoucherList() {}

  record Row(
      UUID id, String number, String batch, String holder, long faceFen, long freeFen, long lockedFen, long spentFen, long lapsedFen,
      LocalDate since, LocalDate lastDay, String state) {}

  static Listing<Row> of(Actor viewer) {
    Listing<Row> list =
        Listing.of(
                "vouchers",
                Row.class,
                """
                select x.*, case when free_fen > 0 and last_day >= :today then 'USABLE' when free_fen > 0 then 'LAPSED'
                                 when locked_fen > 0 then 'LOCKED' when lapsed_fen > 0 then 'LAPSED' else 'SPENT' end as state
                  from (
                select v.voucher_id as id, v.number, b.number as batch, p.name as holder, v.face_fen, a.free_fen,
                       a.held_fen as locked_fen, v.face_fen - a.balance_fen - coalesce(t.fen, 0) as spent_fen,
                       coalesce(t.fen, 0) as lapsed_fen, v.since, v.last_day
                  from voucher v join batch b using (tenant, batch_id)
                  join budget_line l on l.tenant = v.tenant and l.line_id = v.line_id
                  join party p on p.tenant = v.tenant and p.id = v.holder
                  join ledger_balance a on a.tenant = v.tenant and a.account_id = v.voucher_id
                  left join lateral (select sum(t.amount_fen)::bigint as fen from ledger_transfer t
                        where t.tenant = v.tenant and t.debit_id = v.voucher_id and t.movement = 'lapse') t on true
                 where case when cast(:party as uuid) is not null then v.holder = cast(:party as uuid)
                            else :all or l.funder = any(:funders) end) x""")
            .title("助企券", "Vouchers")
            .code("number", "券号", "Number", Row::number);
    if (!viewer.role().isParty()) list = list.text("holder", "企业", "Enterprise", Row::holder);
    return list.badge("state", "状态", "State", r -> Words.badge(VoucherState.valueOf(r.state())))
        .money("face_fen", "面额", "Face", Row::faceFen)
        .totalled()
        .money("free_fen", "可用", "Free", Row::freeFen)
        .totalled()
        .money("locked_fen", "已锁定", "Locked", Row::lockedFen)
        .totalled()
        .money("spent_fen", "已核准兑现", "Redeemed", Row::spentFen)
        .totalled()
        .money("lapsed_fen", "已失效", "Lapsed", Row::lapsedFen)
        .totalled()
        .date("last_day", "有效期至", "Valid until", Row::lastDay)
        .code("batch", "批次", "Batch", Row::batch)
        .date("since", "领取日期", "Since", Row::since)
        .search("券号、批次、企业", "Number, batch, enterprise", "number", "batch", "holder")
        .select("state", "状态", "State", VoucherList::states)
        .days("last_day", "有效期至", "Valid until")
        .opens(r -> "/vouchers/" + r.id())
        .orderedBy("-number")
        .empty("还没有助企券。到“可领的券”看看能领什么。", "No vouchers yet. See what you could get.");
  }

  static Map<String, @Nullable Object> parameters(Actor viewer, LocalDate today) {
    Map<String, @Nullable Object> parameters = new HashMap<>(ClaimList.scope(viewer));
    parameters.put("today", today);
    return parameters;
  }

  private static List<Option> states() {
    return java.util.Arrays.stream(VoucherState.values()).map(s -> new Option(s.name(), s.label())).toList();
  }
}
