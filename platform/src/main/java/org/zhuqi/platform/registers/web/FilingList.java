package org.zhuqi.platform.registers.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.registers.FilingChecks.Result;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The yearly papers that were filed in one register. */
@Component
public class FilingList {
  /** One filing in a list. */
  public record Row(
      UUID id,
      String name,
      String number,
      int year,
      OffsetDateTime filedAt,
      boolean late,
      String result,
      @Nullable LocalDate checkBy,
      @Nullable String deciderName) {}

  static Map<String, Object> of(String measure, String register) {
    return Map.of("measure", measure, "register", register);
  }

  Listing<Row> filed() {
    return Listing.of(
            "filings",
            Row.class,
            """
            select f.id, e.name, e.number, f.year, f.filed_at, f.late, coalesce(f.result, 'OPEN') as result, f.decider_name,
                   case when f.result is null then f.check_by end as check_by
              from register_filing f join register_entry e on e.tenant = f.tenant and e.id = f.entry_id
             where e.measure = :measure and e.register = :register""")
        .title("年度材料", "Yearly papers")
        .text("name", "机构名称", "Name", Row::name)
        .code("number", "名录编号", "Number", Row::number)
        .number("year", "年度", "Year", Row::year)
        .badge("result", "状态", "State", r -> badge(r.result()))
        .due("check_by", "核阅期限", "To be checked by", Row::checkBy)
        .time("filed_at", "提交时间", "Filed", Row::filedAt)
        .badge("late", "按时", "In time", r -> r.late() ? Badge.warn("逾期提交", "Late") : Badge.good("按时", "In time"))
        .text("decider_name", "核阅人", "Checked by", Row::deciderName)
        .search("名称、编号", "Name, number", "name", "number")
        .select("result", "状态", "State", FilingList::states)
        .opens(r -> "/registers/filings/" + r.id())
        .orderedBy("-filed_at")
        .empty("还没有机构提交年度材料。", "Nobody has filed yearly papers yet.");
  }

  private static Badge badge(String result) {
    return Words.badge(result.equals("OPEN") ? null : Result.valueOf(result));
  }

  private static List<Option> states() {
    return Stream.of("OPEN", "ACCEPTED", "RETURNED").map(r -> new Option(r, badge(r).label())).toList();
  }
}
