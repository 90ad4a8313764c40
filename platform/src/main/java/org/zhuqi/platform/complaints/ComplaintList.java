package org.zhuqi.platform.complaints;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.identity.Agencies;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The complaints that somebody may see: a party its own, a supervisor those about other agencies. */
@Component
public class ComplaintList {
  private final Listing<Row> listing;

  /** One complaint. */
  public record Row(
      UUID id, String number, String party, String agency, String official, LocalDate happenedOn, @Nullable LocalDate dueOn,
      OffsetDateTime filedAt, String state) {
    Badge badge() {
      return state.equals("OPEN") ? Badge.waiting("待答复", "To be answered") : Badge.good("已答复", "Answered");
    }
  }

  /** The same rule as {@code Complaints.get}. */
  private static final String SQL =
      """
      select c.id, c.number, p.name as party, c.agency, c.official, c.happened_on, c.due_on, c.filed_at,
             case when c.answer is null then 'OPEN' else 'ANSWERED' end as state
        from complaint c join party p on p.tenant = c.tenant and p.id = c.party_id
       where c.party_id = :party::uuid
          or (:role = any (c.receivers) and c.agency <> :agency and :account <> all (c.concerned)
              and (:all_funders or c.funders && :funders::text[]))""";

  ComplaintList(Agencies agencies) {
    this.listing =
        Listing.of("complaints", Row.class, SQL)
            .title("投诉", "Complaints")
            .code("number", "编号", "Number", Row::number)
            .text("party", "投诉单位", "Party", Row::party)
            .text("agency", "被投诉人单位", "Agency", r -> agencies.label(r.agency()))
            .text("official", "被投诉人", "Official", Row::official)
            .date("happened_on", "发生日期", "Happened on", Row::happenedOn)
            .due("due_on", "答复期限", "Answer by", r -> r.state().equals("OPEN") ? r.dueOn() : null)
            .badge("state", "状态", "State", Row::badge)
            .time("filed_at", "提交时间", "Filed at", Row::filedAt)
            .search("编号、单位", "Number, party", "number", "party", "official")
            .select("state", "状态", "State", () -> List.of(Option.of("OPEN", "待答复", "To be answered"), Option.of("ANSWERED", "已答复", "Answered")))
            .opens(r -> "/complaints/" + r.id())
            .orderedBy("-filed_at")
            .empty("还没有投诉。", "No complaints.");
  }

  public Listing<Row> listing() {
    return listing;
  }

  public Map<String, @Nullable Object> parameters(Actor reader) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("party", reader.party());
    parameters.put("role", reader.role().code());
    parameters.put("agency", reader.agency() == null ? "" : reader.agency());
    parameters.put("account", reader.account());
    parameters.put("all_funders", reader.role().seesAll());
    parameters.put("funders", reader.funders().toArray(String[]::new));
    return parameters;
  }
}
