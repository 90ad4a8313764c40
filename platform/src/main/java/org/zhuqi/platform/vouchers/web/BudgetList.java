package org.zhuqi.platform.vouchers.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Budget lines of the funders that an official handles, each with its place in the ledger: only seen, changed elsewhere. */
final class BudgetList {
  private BudgetList() {}

  record Row(
      UUID id, String funder, String year, String state, @Nullable Long budgetFen, @Nullable Long unissuedFen, @Nullable Long heldFen,
      @Nullable Long lockedFen, @Nullable Long redeemableFen, @Nullable Long paidFen, @Nullable Long recoveredFen) {
    Badge badge() {
      return state.equals("WAITING") ? Badge.waiting("待确认", "to be confirmed") : Badge.good("已入账", "in the ledger");
    }
  }

  static Listing<Row> of(Funders funders) {
    return Listing.of(
            "budgets",
            Row.class,
            """
            select l.line_id as id, l.funder, l.year::text as year, p.budget_fen, p.unissued_fen, p.held_fen, p.locked_fen, p.redeemable_fen,
                   p.paid_fen, p.recovered_fen,
                   case when exists (select from budget_change c where c.tenant = l.tenant and c.line_id = l.line_id and c.answer is null)
                        then 'WAITING' else 'CONFIRMED' end as state
              from budget_line l left join ledger_position p using (tenant, line_id)
             where :all or l.funder = any(:funders)""")
        .title("预算", "Budgets")
        .text("funder", "出资方", "Funder", r -> funders.label(r.funder()))
        .text("year", "年度", "Year", Row::year)
        .badge("state", "状态", "State", Row::badge)
        .money("budget_fen", "预算额", "Budget", Row::budgetFen)
        .totalled()
        .money("unissued_fen", "未发放", "Unissued", Row::unissuedFen)
        .totalled()
        .money("held_fen", "企业持有", "Held", Row::heldFen)
        .totalled()
        .money("locked_fen", "合同锁定", "Locked", Row::lockedFen)
        .totalled()
        .money("redeemable_fen", "待支付", "Redeemable", Row::redeemableFen)
        .totalled()
        .money("paid_fen", "已支付", "Paid", Row::paidFen)
        .totalled()
        .money("recovered_fen", "已追回", "Recovered", Row::recoveredFen)
        .totalled()
        .select("funder", "出资方", "Funder", () -> BatchList.funders(funders))
        .select("state", "状态", "State", BudgetList::states)
        .opens(r -> "/budgets/" + r.id())
        .orderedBy("-year")
        .empty("还没有预算。主管部门在下面编制第一条。", "No budget yet; the bureau plans the first one below.");
  }

  private static List<Option> states() {
    return List.of(Option.of("WAITING", "待确认", "to be confirmed"), Option.of("CONFIRMED", "已入账", "in the ledger"));
  }
}
