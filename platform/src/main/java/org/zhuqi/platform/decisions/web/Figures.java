package org.zhuqi.platform.decisions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.ComplaintWay;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Deposit;
import org.zhuqi.measures.Draw;
import org.zhuqi.measures.Labels;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Obligation;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Param;
import org.zhuqi.measures.Principle;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Rank;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.measures.Reference;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Score;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.Share;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Names;

/** What a provision holds beside its sentence: every figure with its unit, every list with its labels. */
final class Figures {
  private Figures() {}

  static List<Figure> of(Pack pack, Provision provision, Names names) {
    return switch (provision) {
      case Condition c -> condition(pack, c);
      case Limit l -> limit(l);
      case Share s -> List.of(Figure.of("比例", "Share", s.minPercent() + "%–" + s.maxPercent() + "%"));
      case Table t -> t.rows().stream().map(r -> row(t, r, names)).toList();
      case Life l -> life(l);
      case Notice n -> notice(n);
      case Stages s -> stages(s);
      case Materials m -> materials(m);
      case Menu m -> menu(m);
      case Obligation o -> obligation(o);
      case Score s -> score(s);
      case Rank r -> List.of(list("顺序", "Order", r.order(), Rank.Key::label));
      case Sanction s -> sanction(s);
      case RecordDuty d -> List.of(list("留存", "Kept", d.records(), Menu.Item::label));
      case Separation s -> separation(s);
      case Draw d -> List.of(
          Figure.of("抽查比例", "Share drawn", d.sharePercent() + "%"), Figure.of("至少", "At least", d.minimum() + " 件", d.minimum() + " cases"));
      case Deposit d -> List.of(
          Figure.of("比例", "Part", d.numerator() + "/" + d.denominator()), money("上限", "At most", d.cap()));
      case Reference r -> List.of(Figure.of("参照", "See", r.measure() + " " + String.join(", ", r.provisions())));
      case Principle p -> List.of();
    };
  }

  private static List<Figure> condition(Pack pack, Condition c) {
    List<Figure> figures = new ArrayList<>();
    if (c.decidedBy() != null) figures.add(actor("决定", "Decided by", c.decidedBy(), c.decidedWithin()));
    if (c.combination() == Condition.Combination.ANY) figures.add(Figure.of("满足", "Needed", "任意一项", "any one"));
    if (c.combination() == Condition.Combination.AT_LEAST) {
      figures.add(Figure.of("满足", "Needed", "至少 " + c.atLeast() + " 项", "at least " + c.atLeast()));
    }
    if (c.combination() == Condition.Combination.PREFER) figures.add(Figure.of("性质", "Nature", "优先条件", "a preference"));
    if (!c.of().isEmpty()) figures.add(list("包括", "Parts", c.of(), id -> pack.provision(id).map(Provision::citation).orElse(both(id))));
    c.params().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).forEach(e -> figures.add(parameter(Labels.parameter(e.getKey()), e.getValue())));
    return figures;
  }

  private static Figure parameter(Text name, Param value) {
    Text shown =
        switch (value) {
          case Param.Amount a -> new Text(a.money().format(), a.money().format(true));
          case Param.Count n -> new Text(n.value() + " " + Labels.unit(n.unit()).zh(), n.value() + " " + Labels.unit(n.unit()).en());
          case Param.Day d -> both(d.date().toString());
          case Param.Word w -> both(w.value());
          case Param.Options o -> joined(o.items(), Menu.Item::label);
        };
    return new Figure(name, shown);
  }

  private static List<Figure> limit(Limit l) {
    boolean money = l.unit() == Limit.Unit.CNY;
    Text unit = Words.unit(l.unit());
    String zh = money ? new Money(l.value()).format() : l.value() + " " + unit.zh();
    String en = money ? new Money(l.value()).format(true) : l.value() + " " + unit.en();
    boolean most = l.bound() == Limit.Bound.AT_MOST;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(most ? "上限" : "下限", most ? "At most" : "At least", zh, en));
    figures.add(Figure.of("计算口径", "Counted", Words.per(l).zh(), Words.per(l).en()));
    return figures;
  }

  private static Figure row(Table t, Table.Row r, Names names) {
    Function<Boolean, String> values =
        english ->
            r.columns().entrySet().stream()
                .map(e -> t.columns().getOrDefault(e.getKey(), both(e.getKey())).in(english) + (english ? ": " : "：") + names.of(e.getValue(), Labels.value(e.getValue())).in(english))
                .sorted()
                .reduce((a, b) -> a + (english ? "; " : "；") + b)
                .orElse("—");
    return new Figure(r.label(), within(new Text(values.apply(false), values.apply(true)), r.workingDays()));
  }

  private static List<Figure> life(Life l) {
    List<Figure> figures = new ArrayList<>();
    if (l.from() != null) figures.add(day("自", "From", l.from()));
    if (l.until() != null) figures.add(day("至", "Until", l.until()));
    if (l.termMonths() != null) figures.add(Figure.of("期限", "Term", l.termMonths() + " 个月", l.termMonths() + " months"));
    if (!l.afterEnd().isEmpty()) {
      List<Life.Act> acts = l.afterEnd().stream().sorted().toList();
      figures.add(list("到期后仍可", "Still done after the end", acts, a -> Labels.value(a.name())));
    }
    return figures;
  }

  private static List<Figure> notice(Notice n) {
    boolean line = n.objectionHolds() == Notice.Holds.LINE;
    return List.of(
        Figure.of("公示期", "Notice stands", n.workingDays() + " 个工作日", n.workingDays() + " working days"),
        Figure.of("异议影响", "An objection holds", line ? "仅该行" : "整个名单", line ? "its own line" : "the whole list"));
  }

  private static List<Figure> stages(Stages s) {
    List<Figure> figures = new ArrayList<>();
    for (Stages.Stage stage : s.stages()) {
      Text actor = Words.role(stage.actor());
      Integer days = stage.workingDays();
      figures.add(
          new Figure(
              stage.name(),
              new Text(
                  actor.zh() + "：" + stage.decides().zh() + (days == null ? "" : "（" + days + " 个工作日）"),
                  actor.en() + ": " + stage.decides().en() + (days == null ? "" : " (" + days + " working days)"))));
    }
    if (s.unrelatedToParty()) figures.add(Figure.yes("经办人与当事人无关联", "Nobody related to a party acts"));
    return figures;
  }

  private static List<Figure> materials(Materials m) {
    List<Figure> figures = new ArrayList<>();
    if (!m.items().isEmpty()) figures.add(list("材料", "Papers", m.items(), Materials.Item::name));
    if (!m.fields().isEmpty()) figures.add(list("填报", "Stated", m.fields(), Menu.Item::label));
    if (m.declaration() != null) figures.add(new Figure(new Text("承诺", "Declared"), m.declaration()));
    return figures;
  }

  private static List<Figure> menu(Menu m) {
    List<Figure> figures = new ArrayList<>(List.of(list("范围", "List", m.items(), Menu.Item::label)));
    complaints(m.complaints(), figures);
    return figures;
  }

  private static List<Figure> separation(Separation s) {
    List<Figure> figures = new ArrayList<>();
    for (Set<String> group : s.groups()) figures.add(list("不得由一人办理", "Never by one person", group.stream().sorted().toList(), Labels::act));
    if (s.unrelatedToParty()) figures.add(Figure.yes("与当事人无关联", "No relation to a party"));
    complaints(s.complaints(), figures);
    return figures;
  }

  private static void complaints(@Nullable ComplaintWay way, List<Figure> figures) {
    if (way == null) return;
    Figure to = list("投诉受理", "Complaints go to", way.to(), Words::role);
    figures.add(new Figure(to.name(), within(to.value(), way.answeredWithin())));
    if (way.hearingDays() != null) figures.add(days("被投诉机构陈述", "The institution's statement", way.hearingDays()));
  }

  private static List<Figure> obligation(Obligation o) {
    boolean hidden = o.consequence() == Obligation.Consequence.HIDDEN;
    return List.of(
        Figure.of("每年截止", "Due each year", o.dueMonth() + " 月 " + o.dueDay() + " 日", o.due().toString().substring(2)),
        Figure.of("逾期", "If missed", hidden ? "不对外展示" : "标注", hidden ? "hidden from the public" : "flagged"));
  }

  private static List<Figure> score(Score s) {
    List<Figure> figures = new ArrayList<>();
    if (!s.grades().isEmpty()) figures.add(list("等级", "Grades", s.grades(), Score.Grade::label));
    if (!s.bands().isEmpty()) figures.add(list("档次", "Bands", s.bands(), Score.Band::label));
    Score.FollowUp followUp = s.followUp();
    if (followUp != null) {
      List<Score.Grade> bad = s.grades().stream().filter(g -> g.value() <= followUp.from()).toList();
      figures.add(list("回访", "Followed up", bad, Score.Grade::label));
      figures.add(days("回访期限", "Follow-up within", followUp.workingDays()));
    }
    Score.BayesianMean f = s.formula();
    if (f != null) {
      String prior = java.math.BigDecimal.valueOf(f.priorMeanThousandths(), 3).stripTrailingZeros().toPlainString();
      figures.add(
          Figure.of(
              "排序公式",
              "Formula",
              "（%s × %d + 各次评价分值之和）÷（%d + 评价次数）".formatted(prior, f.priorWeight(), f.priorWeight()),
              "(%s × %d + sum of grade values) ÷ (%d + number of ratings)".formatted(prior, f.priorWeight(), f.priorWeight())));
    }
    return figures;
  }

  private static List<Figure> sanction(Sanction s) {
    List<Figure> figures = new ArrayList<>();
    if (!s.grounds().isEmpty()) figures.add(list("情形", "Grounds", s.grounds(), Menu.Item::label));
    List<Sanction.Consequence> consequences = s.consequences().stream().sorted().toList();
    if (!consequences.isEmpty()) figures.add(list("后果", "Consequences", consequences, Words::consequence));
    if (s.barYears() > 0) figures.add(Figure.of("限制申请", "Barred", s.barYears() + " 年", s.barYears() + " years"));
    if (s.hearingDays() != null) figures.add(days("先听取陈述申辩，至少", "Heard first, at least", s.hearingDays()));
    if (s.decidedBy() != null) figures.add(actor("决定", "Decided by", s.decidedBy(), s.decidedWithin()));
    if (s.carriedOutBy() != null) figures.add(actor("执行", "Carried out by", s.carriedOutBy(), s.carriedOutWithin()));
    return figures;
  }

  private static Figure days(String zh, String en, int days) {
    return Figure.of(zh, en, days + " 个工作日", days + " working days");
  }

  private static Figure actor(String zh, String en, String role, @Nullable Integer days) {
    Text name = Words.role(role);
    return new Figure(new Text(zh, en), within(name, days));
  }

  private static Text within(Text what, @Nullable Integer days) {
    return days == null
        ? what
        : new Text(what.zh() + "（" + days + " 个工作日内）", what.en() + " (within " + days + " working days)");
  }

  private static <T> Figure list(String zh, String en, Collection<T> items, Function<? super T, Text> label) {
    return new Figure(new Text(zh, en), joined(items, label));
  }

  private static <T> Text joined(Collection<T> items, Function<? super T, Text> label) {
    if (items.isEmpty()) return both("—");
    return new Text(
        String.join("、", items.stream().map(i -> label.apply(i).zh()).toList()),
        String.join(", ", items.stream().map(i -> label.apply(i).en()).toList()));
  }

  private static Figure money(String zh, String en, Money m) {
    return Figure.of(zh, en, m.format(), m.format(true));
  }

  private static Figure day(String zh, String en, LocalDate d) {
    return Figure.of(zh, en, d);
  }

  private static Text both(String value) {
    return new Text(value, value);
  }
}
