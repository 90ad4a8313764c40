package org.zhuqi.platform.inspections.web;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.inspections.FindingState;
import org.zhuqi.platform.inspections.InspectionState;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** Lists of inspections and of findings. */
final class InspectionLists {
  private InspectionLists() {}

  public record InspectionRow(
      UUID inspectionId, String number, String publicId, String title, String providerName, String clientName, String funder,
      @Nullable String inspectorName, String state, OffsetDateTime openedAt) {}

  public record FindingRow(
      UUID findingId, String number, String partyName, String groundZh, String groundEn, String funder, String state, long demandedFen,
      long outstandingFen, OffsetDateTime foundAt) {}

  static final Listing<InspectionRow> INSPECTIONS =
      Listing.of(
              "inspections",
              InspectionRow.class,
              """
              select inspection_id as id, inspection_id, number, public_id, title, provider_name, client_name, funder, inspector_name,
                     state, opened_at, draw_id
                from inspection
               where (:all or funder in (:funders))
                 and (cast(:inspector as uuid) is null or inspector = cast(:inspector as uuid) or inspector is null)
                 and (cast(:draw as uuid) is null or draw_id = cast(:draw as uuid))""")
          .title("监督检查", "Inspections")
          .code("number", "编号", "Number", InspectionRow::number)
          .code("public_id", "备案号", "Filing", InspectionRow::publicId)
          .text("title", "合同", "Contract", InspectionRow::title)
          .text("provider_name", "服务机构", "Institution", InspectionRow::providerName)
          .text("client_name", "用券单位", "Voucher holder", InspectionRow::clientName)
          .text("inspector_name", "检查人", "Inspector", InspectionRow::inspectorName)
          .badge("state", "状态", "State", r -> Words.badge(InspectionState.valueOf(r.state())))
          .time("opened_at", "立案时间", "Opened", InspectionRow::openedAt)
          .search("编号、备案号、双方", "Number, filing, sides", "number", "public_id", "provider_name", "client_name")
          .select("state", "状态", "State", () -> Arrays.stream(InspectionState.values()).map(s -> new Option(s.name(), s.label())).toList())
          .opens(r -> "/inspections/" + r.inspectionId())
          .orderedBy("-number")
          .empty("还没有检查。年度抽查抽取后，或因举报立案后列在这里。", "No inspections yet. They come from the yearly draw, or from a cause.");

  static final Listing<FindingRow> FINDINGS =
      Listing.of(
              "findings",
              FindingRow.class,
              """
              select f.finding_id as id, f.finding_id, f.number, f.party_name, f.ground_zh, f.ground_en, f.funder, f.state, f.found_at,
                     coalesce(r.fen, 0) as demanded_fen, coalesce(r.fen, 0) - coalesce(r.back, 0) as outstanding_fen
                from finding f
                left join lateral (
                  select sum(v.amount_fen)::bigint as fen,
                         sum((select sum(c.amount_fen) from recovery_receipt c where c.tenant = v.tenant and c.receivable_id = v.receivable_id))::bigint as back
                    from receivable v where v.tenant = f.tenant and v.finding_id = f.finding_id) r on true
               where (:all or f.funder in (:funders)
                      or (:finance and exists (select from receivable v where v.tenant = f.tenant and v.finding_id = f.finding_id and v.funder in (:funders))))
                 and (cast(:party as uuid) is null or f.party_id = cast(:party as uuid))
                 and (cast(:inspector as uuid) is null or f.found_by = cast(:inspector as uuid))""")
          .title("检查处理", "Findings")
          .code("number", "编号", "Number", FindingRow::number)
          .text("party_name", "当事方", "Party", FindingRow::partyName)
          .text("ground_zh", "事由", "Ground", r -> new org.zhuqi.measures.Text(r.groundZh(), r.groundEn()))
          .badge("state", "状态", "State", r -> Words.badge(FindingState.valueOf(r.state())))
          .money("demanded_fen", "应收回", "Claimed back", FindingRow::demandedFen)
          .totalled()
          .money("outstanding_fen", "尚欠", "Outstanding", FindingRow::outstandingFen)
          .totalled()
          .time("found_at", "提出时间", "Raised", FindingRow::foundAt)
          .search("编号、当事方", "Number, party", "number", "party_name")
          .select("state", "状态", "State", () -> Arrays.stream(FindingState.values()).map(s -> new Option(s.name(), s.label())).toList())
          .opens(r -> "/findings/" + r.findingId())
          .orderedBy("-number")
          .empty("没有检查处理事项。", "No findings.");

  static Map<String, @Nullable Object> parameters(Actor viewer, @Nullable UUID draw) {
    boolean party = viewer.role().isParty();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("all", party || viewer.role().seesAll());
    parameters.put("funders", viewer.funders().isEmpty() ? List.of("") : List.copyOf(viewer.funders()));
    parameters.put("party", party ? viewer.partyOrThrow() : null);
    parameters.put("inspector", viewer.is(Role.REVIEWER) ? viewer.account() : null);
    parameters.put("finance", viewer.is(Role.FINANCE));
    parameters.put("draw", draw);
    return parameters;
  }
}
