package org.zhuqi.platform.notices.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.Listing;

/** The public list of notices. */
public final class NoticeList {
  private NoticeList() {}

  /** @param running whether objections are taken today */
  public record Row(
      UUID id, String number, String titleZh, String titleEn, String measure, long lines, OffsetDateTime publishedAt,
      LocalDate lastDay, boolean running, @Nullable String state) {}

  static Listing<Row> of() {
    return Listing.of(
            "notices",
            Row.class,
            """
            select n.id, n.number, n.title_zh, n.title_en, n.measure, n.published_at, n.last_day,
                   n.last_day >= cast(:today as date) as running,
                   case when n.last_day >= cast(:today as date) then 'running' else 'over' end as state,
                   (select count(*) from notice_line l where l.tenant = n.tenant and l.notice_id = n.id) as lines
              from notice n""")
        .title("公示", "Public notices")
        .code("number", "编号", "Number", Row::number)
        .text("title_zh", "事项", "Subject", r -> new Text(r.titleZh(), r.titleEn()))
        .text("measure", "办法", "Measure", Row::measure)
        .number("lines", "行数", "Lines", Row::lines)
        .time("published_at", "公示时间", "Published", Row::publishedAt)
        .date("last_day", "公示至", "Until", Row::lastDay)
        .badge("state", "状态", "State", r -> state(r.running()))
        .search("编号、事项", "Number, subject", "number", "title_zh", "title_en")
        .select("state", "状态", "State", () -> List.of(Filter.Option.of("running", "公示中", "Running"), Filter.Option.of("over", "已结束", "Over")))
        .opens(r -> "/notices/" + r.id())
        .orderedBy("-published_at")
        .empty("还没有公示。审核通过的名单会在这里公示。", "No notices yet. Lists that have passed review are published here.");
  }

  public static Badge state(boolean running) {
    return running ? Badge.running("公示中", "Running") : Badge.off("已结束", "Over");
  }
}
