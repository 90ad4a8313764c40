package org.zhuqi.platform.web.gallery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Badge;
import org.zhuqi.platform.web.Chart;
import org.zhuqi.platform.web.Event;
import org.zhuqi.platform.web.Fact;
import org.zhuqi.platform.web.Fields;
import org.zhuqi.platform.web.Pages;
import org.zhuqi.platform.web.listing.Column.Kind;
import org.zhuqi.platform.web.listing.Filter;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listing;
import org.zhuqi.platform.web.listing.Listings;

/** The kit at work; only where there is a demo. */
@Controller
@ConditionalOnProperty(name = "zhuqi.gallery", havingValue = "true")
class Gallery {
  private static final String VIEW = "gallery/all";
  private final Listings listings;
  private final Clock clock;

  Gallery(Listings listings, Clock clock) {
    this.listings = listings;
    this.clock = clock;
  }

  record Row(String id, String number, String name, long amountFen, String state, LocalDate filedOn, LocalDate dueOn) {}

  private static final Listing<Row> ROWS =
      Listing.of(
              "gallery", Row.class,
              """
              select lpad(i::text, 6, '0') as id, 'HT-2024-' || lpad(i::text, 6, '0') as number,
                     (array['花溪精工', '云岩智造', '乌当药材', '清镇物流'])[1 + i % 4] || '有限公司（第' || i || '号）' as name,
                     i * 1234567::bigint as amount_fen,
                     (array['OPEN', 'DONE', 'LATE'])[1 + i % 3] as state,
                     :today::date - i as filed_on, :today::date + (i % 9) - 3 as due_on
                from generate_series(1, 60) i""")
          .title("样例合同", "Sample contracts")
          .code("number", "编号", "Number", Row::number)
          .text("name", "委托方", "Client", Row::name)
          .money("amount_fen", "金额", "Amount", Row::amountFen)
          .totalled()
          .badge("state", "状态", "State", r -> badge(r.state()))
          .date("filed_on", "备案日期", "Filed on", Row::filedOn)
          .due("due_on", "期限", "Due", Row::dueOn)
          .search("编号、委托方", "Number, client", "number", "name")
          .select("state", "状态", "State", Gallery::states)
          .days("filed_on", "备案日期", "Filed on")
          .opens(r -> "/demo/kit?open=" + r.id())
          .chosenBy(Row::id)
          .orderedBy("due_on");

  private static List<Filter.Option> states() {
    return List.of(
        Filter.Option.of("OPEN", "履行中", "Running"), Filter.Option.of("DONE", "已完成", "Done"),
        Filter.Option.of("LATE", "已逾期", "Late"));
  }

  private static Badge badge(String state) {
    return switch (state) {
      case "OPEN" -> Badge.running("履行中", "Running");
      case "DONE" -> Badge.good("已完成", "Done");
      default -> Badge.bad("已逾期", "Late");
    };
  }

  @GetMapping("/demo/kit")
  @PreAuthorize("permitAll()")
  ModelAndView all(@Nullable Actor actor, ListQuery query) {
    return filled(listings.show(VIEW, ROWS, query, actor, Map.of("today", LocalDate.now(clock))));
  }

  @PostMapping("/demo/kit")
  @PreAuthorize("permitAll()")
  ModelAndView send(Fields f, ListQuery query, @Nullable Actor actor) {
    f.text("name", 20);
    f.money("amount");
    f.date("day");
    f.choice("grade", Badge.Tone.class);
    f.mustBeChecked("sure", "请确认内容属实。", "Please confirm that this is true.");
    Outcome<String> outcome =
        f.then(
            () ->
                Outcome.refused(
                    Refusal.of("over", "本年度还可领取 12,000.00 元，本次申请 20,000.00 元，超出年度上限。",
                            "12,000.00 may still be claimed this year; 20,000.00 was asked for, which is over the yearly ceiling.")
                        .by("GYV-7-2")
                        .remedy("请将金额改为不超过 12,000.00 元。", "Ask for at most 12,000.00.")
                        .at("amount")));
    Pages.refused(VIEW, outcome);
    return filled(listings.show(VIEW, ROWS, ListQuery.of(Map.of()), actor, Map.of("today", LocalDate.now(clock))));
  }

  private ModelAndView filled(ModelAndView view) {
    if (view.getViewName() == null) return view;
    return view.addObject("chart", chart())
        .addObject("share", share())
        .addObject("events", events())
        .addObject("facts", facts())
        .addObject("options", states())
        .addObject("decision", decision());
  }

  private static Chart chart() {
    List<Text> months = List.of(new Text("7 月", "Jul"), new Text("8 月", "Aug"), new Text("9 月", "Sep"), new Text("10 月", "Oct"));
    return Chart.of(Chart.Kind.STACK, Chart.Unit.MONEY, months)
        .with("财税", "Tax", List.of(120_000_00L, 240_000_00L, 310_000_00L, 80_000_00L))
        .with("知识产权", "Patents", List.of(90_000_00L, 70_000_00L, 160_000_00L, 60_000_00L))
        .with("数字化", "Digital", List.of(0L, 300_000_00L, 420_000_00L, 210_000_00L));
  }

  private static Chart share() {
    return Chart.of(Chart.Kind.SHARE, Chart.Unit.MONEY, List.of(new Text("预算", "Budget")))
        .with("已兑付", "Paid", List.of(2_100_000_00L))
        .with("已锁定", "Locked", List.of(900_000_00L))
        .with("持有中", "Held", List.of(1_400_000_00L))
        .with("未发放", "Unissued", List.of(5_600_000_00L));
  }

  private List<Event> events() {
    return List.of(
        new Event(Badge.Tone.GOOD, new Text("提交申请", "Submitted"), Event.who("某某公司"), clock.instant(), null, null),
        new Event(
            Badge.Tone.WARN, new Text("退回补正", "Sent back"), Event.who("服务中心 张三"), clock.instant(),
            new Text("缺少上年度审计报告。", "Last year's audit report is missing."), "GYI-5"),
        new Event(Badge.Tone.RUNNING, new Text("复审中", "In review"), null, clock.instant(), null, null));
  }

  private List<Fact> facts() {
    return List.of(
        Fact.of(Kind.CODE, "统一社会信用代码", "Credit code", "91350100M000100Y43"),
        Fact.of("名称", "Name", new Text("花溪精工有限公司", "Huaxi Precision Ltd")),
        Fact.of(Kind.MONEY, "合同金额", "Price", 123_456_700L),
        Fact.of(Kind.DATE, "成立日期", "Founded", LocalDate.now(clock).minusYears(5)),
        Fact.of(Kind.BADGE, "状态", "State", badge("OPEN")));
  }

  private Decision decision() {
    return new Decision(
        "GYV", "1", "claim", "enterprise", LocalDate.now(clock), false,
        List.of(
            new Finding("GYV-6-1", "area", Verdict.HOLDS, Map.of("holder.area", "520111"),
                new Text("注册地在本市。", "Registered in the city."), null),
            new Finding("GYV-7-2", "year", Verdict.FAILS, Map.of("claim.amount", 2_000_000L, "holder.year_left", 1_200_000L),
                new Text("本年度还可领取 12,000.00 元，本次申请 20,000.00 元。", "12,000.00 left this year; 20,000.00 asked for."),
                new Text("请将金额改为不超过 12,000.00 元。", "Ask for at most 12,000.00."))));
  }
}
