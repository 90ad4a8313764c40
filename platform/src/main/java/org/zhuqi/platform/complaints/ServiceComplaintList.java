package org.zhuqi.platform.complaints;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The complaints about services that somebody may see: the same rule as {@code ServiceComplaints.maySee}. */
public final class ServiceComplaintList {
  private ServiceComplaintList() {}

  /** One complaint. */
  public record Row(
      UUID id, String number, String partyName, String institutionName, String citedZh, String citedEn, String state,
      @Nullable LocalDate dueOn, OffsetDateTime filedAt) {}

  public static final Listing<Row> LISTING =
      Listing.of(
              "service-complaints",
              Row.class,
              """
              select id, number, party_name, institution_name, cited_zh, cited_en, due_on, filed_at,
                     case when answer is null then 'OPEN' when founded then 'FOUNDED' else 'UNFOUNDED' end as state
                from service_complaint
               where party = :party::uuid or institution = :party::uuid or :all or :role = any (receivers)""")
          .title("服务投诉", "Complaints about services")
          .code("number", "编号", "Number", Row::number)
          .text("party_name", "投诉企业", "Enterprise", Row::partyName)
          .text("institution_name", "被投诉机构", "Institution", Row::institutionName)
          .text("cited_zh", "情形", "Ground", r -> new Text(r.citedZh(), r.citedEn()))
          .due("due_on", "答复期限", "Answer by", r -> r.state().equals("OPEN") ? r.dueOn() : null)
          .badge("state", "状态", "State", r -> badge(r.state()))
          .time("filed_at", "提交时间", "Filed at", Row::filedAt)
          .search("编号、企业、机构", "Number, enterprise, institution", "number", "party_name", "institution_name")
          .select("state", "状态", "State", () -> List.of(option("OPEN"), option("FOUNDED"), option("UNFOUNDED")))
          .opens(r -> "/service-complaints/" + r.id())
          .orderedBy("-filed_at")
          .empty("还没有服务投诉。", "No complaints about services.");

  private static Option option(String state) {
    return new Option(state, badge(state).label());
  }

  public static Badge badge(ServiceComplaint c) {
    Boolean founded = c.founded();
    return badge(founded == null ? "OPEN" : founded ? "FOUNDED" : "UNFOUNDED");
  }

  private static Badge badge(String state) {
    return switch (state) {
      case "OPEN" -> Badge.waiting("待答复", "To be answered");
      case "FOUNDED" -> Badge.bad("投诉属实", "Founded");
      default -> Badge.off("投诉不成立", "Unfounded");
    };
  }

  public static Map<String, @Nullable Object> parameters(Actor reader) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("party", reader.party());
    parameters.put("all", reader.is(Role.BUREAU) || reader.role().seesAll());
    parameters.put("role", reader.role().code());
    return parameters;
  }
}
