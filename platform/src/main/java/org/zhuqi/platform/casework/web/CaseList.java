package org.zhuqi.platform.casework.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseScope;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.CaseViews;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.Filter.Option;
import org.zhuqi.platform.web.listing.Listing;

/** The inbox (cases and tasks), and all the cases that somebody may see. */
@Component
public class CaseList {
  private static final String COLUMNS =
      """
      select id, number, measure, version, kind, title_zh, title_en, applicant_name, state, stage, due_on, assignee_name,
             submitted_at, '/cases/' || id as link, cast(null as text) as step_zh, cast(null as text) as step_en,
             case when assignee = :me then 'mine' when assignee is null then 'free' else 'other' end as taken,
             case when due_on < cast(:today as date) then 'overdue' else 'intime' end as late
        from case_file where\s""";

  private static final String TASKS =
      """

      union all
      select id, number, measure, '', kind, title_zh, title_en, name, '', null, due_on, null, since, link, step_zh, step_en,
             'free', case when due_on < cast(:today as date) then 'overdue' else 'intime' end
        from (%s) task""";

  private final CaseViews views;
  private final Tasks tasks;
  private final Measures measures;

  CaseList(CaseViews views, Tasks tasks, Measures measures) {
    this.views = views;
    this.tasks = tasks;
    this.measures = measures;
  }

  /** One case in a list, or one task (which has a step instead of a stage). */
  public record Row(
      UUID id,
      @Nullable String number,
      String measure,
      String version,
      String kind,
      String titleZh,
      String titleEn,
      String applicantName,
      String state,
      @Nullable String stage,
      @Nullable LocalDate dueOn,
      @Nullable String assigneeName,
      @Nullable OffsetDateTime submittedAt,
      String link,
      @Nullable String stepZh,
      @Nullable String stepEn) {
    boolean isCase() {
      return stepZh == null;
    }
  }

  Listing<Row> inbox() {
    return base("inbox", CaseScope.INBOX + TASKS.formatted(tasks.sql()))
        .title("收件箱", "Inbox")
        .select("taken", "领取", "Taken", () -> List.of(Option.of("mine", "我领取的", "By me"), Option.of("free", "未领取", "By nobody"), Option.of("other", "他人领取", "By others")))
        .select("late", "期限", "Time", CaseList::late)
        .chosenBy(r -> r.isCase() ? r.id().toString() : null)
        .orderedBy("due_on")
        .empty("没有等您所在岗位办理的办件和决定。认证、异议等其他事项列在工作台上。", "No case and no decision waits for your office. Other matters, such as authentication and objections, are on your desk.");
  }

  Listing<Row> all() {
    return base("cases", CaseScope.VISIBLE + TASKS.formatted(tasks.allSql()))
        .title("办件", "Cases")
        .badge("state", "状态", "State", r -> r.isCase() ? Words.badge(CaseState.valueOf(r.state())) : Badge.waiting("待办", "To be done"))
        .select("late", "期限", "Time", CaseList::late)
        .select("state", "状态", "State", () -> Arrays.stream(CaseState.values()).map(s -> new Option(s.name(), s.label())).toList())
        .orderedBy("-submitted_at")
        .empty("还没有办件。", "No cases yet.");
  }

  private static List<Option> late() {
    return List.of(Option.of("overdue", "已逾期", "Overdue"));
  }

  private Listing<Row> base(String name, String scope) {
    return Listing.of(name, Row.class, COLUMNS + scope)
        .code("number", "受理编号", "Number", Row::number)
        .text("title_zh", "事项", "Subject", r -> new Text(r.titleZh(), r.titleEn()))
        .text("measure", "办法", "Measure", Row::measure)
        .text("stage", "环节", "Stage", this::stage)
        .due("due_on", "期限", "Due", Row::dueOn)
        .text("assignee_name", "办理人", "Taken by", Row::assigneeName)
        .time("submitted_at", "提交时间", "Submitted", Row::submittedAt)
        .search("编号、事项、申请人", "Number, subject, applicant", "number", "title_zh", "title_en", "applicant_name")
        .select("measure", "办法", "Measure", this::measures)
        .opens(Row::link);
  }

  private @Nullable Text stage(Row r) {
    if (r.stepZh() != null && r.stepEn() != null) return new Text(r.stepZh(), r.stepEn());
    String stage = r.stage();
    return stage == null ? null : views.stageName(r.measure(), r.version(), stage);
  }

  private List<Filter.Option> measures() {
    return measures.all().stream().map(Pack::code).distinct().map(c -> new Option(c, new Text(c, c))).toList();
  }
}
