package org.zhuqi.platform.payouts.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Lists of payables and of files. */
final class PayoutLists {
  private PayoutLists() {}

  public record PayableRow(
      UUID payableId, String number, String payeeName, String purposeZh, String funder, long amountFen, String state,
      boolean stopped, boolean suspended, boolean noAccount, @Nullable String reason, String link, OffsetDateTime owedAt) {}

  public record FileRow(
      UUID fileId, String number, String funder, LocalDate preparedOn, int lines, long totalFen, String state, String preparedName,
      @Nullable String approvedName) {}

  static Listing<PayableRow> payables(Funders funders) {
    return Listing.of(
              "payables",
              PayableRow.class,
              """
              select p.payable_id as id, p.payable_id, p.number, y.name as payee_name, p.purpose_zh, p.funder, p.amount_fen, p.state,
                     p.stopped, p.suspended, p.reason, p.link, p.owed_at,
                     not exists (select from bank_account b where b.tenant = p.tenant and b.party_id = p.payee_id
                                   and b.replaced_at is null and b.bounced_reason is null) as no_account
                from payable p join party y on y.tenant = p.tenant and y.id = p.payee_id
               where (:all or p.funder in (:funders)) and (cast(:party as uuid) is null or p.payee_id = cast(:party as uuid))""")
          .title("拨付款项", "Payables")
          .code("number", "编号", "Number", PayableRow::number)
          .text("payee_name", "收款单位", "Payee", PayableRow::payeeName)
          .text("purpose_zh", "用途", "Purpose", PayableRow::purposeZh)
          .text("funder", "资金承担方", "Funder", r -> funders.label(r.funder()))
          .badge("state", "状态", "State", PayoutLists::state)
          .money("amount_fen", "金额", "Amount", PayableRow::amountFen)
          .totalled()
          .text("reason", "说明", "Note", PayableRow::reason)
          .time("owed_at", "产生时间", "Owed since", PayableRow::owedAt)
          .search("编号、收款单位", "Number, payee", "number", "payee_name", "purpose_zh")
          .select("state", "状态", "State", () -> Arrays.stream(PayableState.values()).map(s -> new Option(s.name(), s.label())).toList())
          .days("owed_at", "产生时间", "Owed since")
          .opens(PayableRow::link)
          .orderedBy("-number")
          .empty("还没有款项。公示期满的兑现申请会列在这里。", "Nothing is owed yet. Redemptions whose notice is over are listed here.");
  }

  static Listing<FileRow> files(Funders funders) {
    return Listing.of(
              "payout-files",
              FileRow.class,
              """
              select file_id as id, file_id, number, funder, prepared_on, lines, total_fen, state, prepared_name, approved_name
                from payout_file where (:all or funder in (:funders))""")
          .title("付款文件", "Payout files")
          .code("number", "编号", "Number", FileRow::number)
          .text("funder", "资金承担方", "Funder", r -> funders.label(r.funder()))
          .date("prepared_on", "编制日期", "Prepared on", FileRow::preparedOn)
          .number("lines", "笔数", "Lines", FileRow::lines)
          .totalled()
          .money("total_fen", "合计", "Total", FileRow::totalFen)
          .totalled()
          .badge("state", "状态", "State", r -> Words.badge(PayoutFile.State.valueOf(r.state())))
          .text("prepared_name", "编制人", "Prepared by", FileRow::preparedName)
          .text("approved_name", "复核人", "Approved by", FileRow::approvedName)
          .select("state", "状态", "State", () -> Arrays.stream(PayoutFile.State.values()).map(s -> new Option(s.name(), s.label())).toList())
          .days("prepared_on", "编制日期", "Prepared on")
          .opens(r -> "/payouts/files/" + r.fileId())
          .orderedBy("-number")
          .empty("还没有付款文件。有待拨付款项时即可编制。", "No files yet. One can be prepared as soon as something is owed.");
  }

  private static Badge state(PayableRow r) {
    PayableState state = PayableState.valueOf(r.state());
    if (r.suspended() && state.isHere()) return Badge.bad("暂停拨付", "Suspended");
    boolean waits = r.noAccount() && (state == PayableState.READY || state == PayableState.BOUNCED) && !r.stopped();
    if (waits) return state == PayableState.BOUNCED ? Badge.warn("退票，待更正账户", "Bounced, account awaited") : Badge.warn("待填报账户", "Account awaited");
    return r.stopped() && state == PayableState.PAID ? Badge.bad("已责令退回", "Claimed back") : Words.badge(state);
  }

  static Map<String, @Nullable Object> parameters(Actor viewer) {
    boolean party = viewer.role().isParty();
    boolean all = party || viewer.role().seesAll();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("all", all);
    parameters.put("funders", viewer.funders().isEmpty() ? List.of("") : List.copyOf(viewer.funders()));
    parameters.put("party", party ? viewer.partyOrThrow() : null);
    return parameters;
  }
}
