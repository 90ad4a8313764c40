package org.zhuqi.platform.redemption.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.ledger.Funders;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The list of applications: a party's own on either side, or those of an official's funders. */
final class RedemptionList {
  private RedemptionList() {}

  public record Row(
      UUID redemptionId, String number, String title, String providerName, String clientName, String funder, long amountFen,
      String state, boolean stopped, LocalDate lastDay) {}

  private static final String SQL =
      """
      select redemption_id as id, redemption_id, number, title, provider_name, client_name, funder, amount_fen, state,
             stopped_at is not null as stopped,
             case when stopped_at is not null and state in ('IN_REVIEW','SENT_BACK','APPROVED','ON_NOTICE','PAYABLE')
                  then 'held' else 'running' end as held, last_day, contract_number
        from redemption
       where (:all or funder in (:funders))
         and (cast(:party as uuid) is null or provider_id = cast(:party as uuid)
              or client_id = cast(:party as uuid) and state <> 'DRAFT')
         and (not :office or state <> 'DRAFT')""";

  static Listing<Row> of(Actor viewer, Funders funders) {
    Listing<Row> list =
        Listing.of("redemptions", Row.class, SQL)
            .title("兑现申请", "Redemptions")
            .code("number", "编号", "Number", Row::number)
            .text("title", "合同", "Contract", Row::title);
    if (!viewer.is(Role.INSTITUTION)) list = list.text("provider_name", "服务机构", "Institution", Row::providerName);
    if (!viewer.is(Role.ENTERPRISE)) list = list.text("client_name", "用券单位", "Voucher holder", Row::clientName);
    if (!viewer.role().isParty()) list = list.text("funder", "资金承担方", "Funder", r -> funders.label(r.funder()));
    return list.badge("state", "状态", "State", r -> badge(r.state(), r.stopped()))
        .money("amount_fen", "金额", "Amount", Row::amountFen)
        .totalled()
        .date("last_day", "期限", "Window ends", Row::lastDay)
        .search("编号、合同、双方", "Number, contract, sides", "number", "title", "contract_number", "provider_name", "client_name")
        .select("state", "状态", "State", RedemptionList::states)
        .select("held", "停止", "Stopped", () -> List.of(Option.of("held", "已停止，待复核", "Stopped, to be reviewed")))
        .opens(r -> "/redemptions/" + r.redemptionId())
        .orderedBy("-number")
        .empty(
            "还没有兑现申请。企业确认服务完成后，系统自动为服务机构生成。",
            "No applications yet. The system opens one for the institution when the enterprise confirms completion.");
  }

  /** Approved ones of one funder, to be published together. */
  static Listing<Row> approved() {
    return Listing.of("redemptions-approved", Row.class, SQL + " and state = 'APPROVED' and stopped_at is null")
        .title("待公示", "To be published")
        .code("number", "编号", "Number", Row::number)
        .text("provider_name", "服务机构", "Institution", Row::providerName)
        .text("client_name", "用券单位", "Voucher holder", Row::clientName)
        .text("title", "合同", "Contract", Row::title)
        .money("amount_fen", "金额", "Amount", Row::amountFen)
        .totalled()
        .search("编号、双方", "Number, sides", "number", "provider_name", "client_name")
        .opens(r -> "/redemptions/" + r.redemptionId())
        .chosenBy(r -> r.redemptionId().toString())
        .orderedBy("number")
        .empty("没有待公示的申请。第三方审核并审批通过后列在这里。", "Nothing to be published. What passed review and approval is listed here.");
  }

  static Map<String, @Nullable Object> parameters(Actor viewer) {
    return parameters(viewer, viewer.role().isParty() || viewer.role().seesAll() ? null : viewer.funders());
  }

  static Map<String, @Nullable Object> parameters(Actor viewer, @Nullable Set<String> funders) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("all", funders == null);
    parameters.put("funders", funders == null || funders.isEmpty() ? List.of("") : List.copyOf(funders));
    parameters.put("party", viewer.role().isParty() ? viewer.partyOrThrow() : null);
    parameters.put("office", !viewer.role().isParty() && !viewer.role().seesAll());
    return parameters;
  }

  static Badge badge(String state, boolean stopped) {
    return stopped && RedemptionState.valueOf(state).isOpen() ? Badge.bad("已停止", "Stopped") : Words.badge(RedemptionState.valueOf(state));
  }

  private static List<Option> states() {
    return Arrays.stream(RedemptionState.values()).map(s -> new Option(s.name(), s.label())).toList();
  }
}
