package org.zhuqi.platform.contracts.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.contracts.ContractScope;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The list of contracts: one's own, or for officials those of their area that were ever offered. */
final class ContractList {
  private ContractList() {}

  public record Row(
      UUID id,
      String number,
      String title,
      String clientName,
      String providerName,
      String category,
      long priceFen,
      long voucherFen,
      String state,
      LocalDate endsOn,
      long daysLate) {}

  /** Parameters: {@code party} (null for officials), those of {@link ContractScope}, and {@code today}. */
  static Listing<Row> of(Rules rules, Actor viewer) {
    Listing<Row> list =
        Listing.of(
                "contracts",
                Row.class,
                """
                select id, number, title, client_name, provider_name, category, price_fen, voucher_fen, state, ends_on, created_at,
                       case when state in ('FILED', 'IN_SERVICE') then greatest(0, :today - ends_on)
                            when delivered_on is not null then greatest(0, delivered_on - ends_on) else 0 end as days_late,
                       case when state in ('FILED', 'IN_SERVICE') and ends_on < :today then 'running'
                            when delivered_on > ends_on then 'delivered' else 'no' end as lateness
                  from contract
                 where case when cast(:party as uuid) is null then
                """ + ContractScope.OFFICIAL + """

                            else client_id = cast(:party as uuid)
                                 or provider_id = cast(:party as uuid) and offered_at is not null end""")
            .title("合同", "Contracts")
            .code("number", "编号", "Number", Row::number)
            .text("title", "名称", "Title", Row::title);
    if (!viewer.is(Role.ENTERPRISE)) list = list.text("client_name", "企业", "Enterprise", Row::clientName);
    if (!viewer.is(Role.INSTITUTION)) list = list.text("provider_name", "服务机构", "Institution", Row::providerName);
    return list.badge("state", "状态", "State", r -> Words.badge(ContractState.valueOf(r.state())))
        .money("price_fen", "价款", "Price", Row::priceFen)
        .totalled()
        .money("voucher_fen", "用券", "Vouchers", Row::voucherFen)
        .totalled()
        .date("ends_on", "期限至", "Until", Row::endsOn)
        .badge("days_late", "逾期", "Late", ContractList::late)
        .search("编号、名称、双方", "Number, title, sides", "number", "title", "client_name", "provider_name")
        .select("state", "状态", "State", ContractList::states)
        .select("category", "类别", "Category", () -> categories(rules))
        .select("lateness", "逾期", "Late", () -> List.of(Option.of("running", "逾期未交付", "Overdue"), Option.of("delivered", "逾期交付", "Delivered late")))
        .days("ends_on", "期限至", "Until")
        .opens(r -> "/contracts/" + r.id())
        .orderedBy("-number")
        .empty(
            "还没有合同。企业在服务目录中选定服务后在此起草。",
            "No contracts yet. An enterprise drafts one from a service in the catalogue.");
  }

  static Map<String, @Nullable Object> parameters(Actor viewer, LocalDate today) {
    Map<String, @Nullable Object> parameters = new HashMap<>(ContractScope.parameters(viewer));
    parameters.put("party", viewer.role().isParty() ? viewer.partyOrThrow() : null);
    parameters.put("today", today);
    return parameters;
  }

  private static @Nullable Badge late(Row r) {
    return r.daysLate() == 0 ? null : Badge.bad("逾期 " + r.daysLate() + " 天", r.daysLate() + " days");
  }

  static List<Option> states() {
    return Arrays.stream(ContractState.values()).map(s -> new Option(s.name(), s.label())).toList();
  }

  static List<Option> categories(Rules rules) {
    return rules.categories().items().stream().map(i -> new Option(i.code(), i.label())).toList();
  }
}
