package org.zhuqi.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The question of a worked case, put to a pack: one short method per kind of question. */
final class CaseQuestion {
  private final Pack pack;
  private final WorkingDays calendar;
  private final Map<String, Object> ask;
  private final Map<String, Object> answer = new LinkedHashMap<>();

  CaseQuestion(Pack pack, WorkingDays calendar, Map<String, Object> ask) {
    this.pack = pack;
    this.calendar = calendar;
    this.ask = ask;
  }

  Map<String, Object> answer() {
    String kind = ask.keySet().stream().findFirst().orElseThrow(() -> new IllegalArgumentException("no question"));
    switch (kind) {
      case "decide" -> decide();
      case "preference" -> answer.put("count", pack.preference(role(), holderClass(), facts(), day("on")));
      case "deposit" -> answer.put("amount", provision(Deposit.class).amount(money("base")));
      case "draw" -> draw(provision(Draw.class));
      case "life" -> life(provision(Life.class));
      case "limit" -> limit(provision(Limit.class));
      case "materials" -> materials(provision(Materials.class));
      case "menu" -> menu(provision(Menu.class));
      case "notice" -> notice(provision(Notice.class));
      case "obligation" -> obligation(provision(Obligation.class));
      case "rank" -> rank(provision(Rank.class));
      case "record" -> record(provision(RecordDuty.class));
      case "reference" -> reference(provision(Reference.class));
      case "sanction" -> sanction(provision(Sanction.class));
      case "score" -> score(provision(Score.class));
      case "separation" ->
          answer.put("apart", provision(Separation.class).mustBeApart(word("one"), word("other")));
      case "share" -> share(provision(Share.class));
      case "stages" -> stages(provision(Stages.class));
      case "table" -> provision(Table.class).row(word("key")).ifPresent(this::row);
      default -> throw new IllegalArgumentException("no such question: " + kind);
    }
    return answer;
  }

  private void decide() {
    Decision decision = pack.decide(role(), holderClass(), facts(), day("on"));
    answer.put("granted", decision.granted());
    answer.put("failures", decision.failures().stream().map(f -> f.provision() + "/" + f.check()).toList());
    answer.put(
        "told", decision.findings().stream().map(f -> f.provision() + "/" + f.check() + " " + f.verdict()).toList());
    answer.put(
        "unknown",
        decision.findings().stream()
            .filter(f -> f.verdict() == Verdict.UNKNOWN)
            .map(f -> f.provision() + "/" + f.check())
            .toList());
    answer.put("zh", decision.failures().stream().map(f -> f.sentence().zh()).toList());
    answer.put("en", decision.failures().stream().map(f -> f.sentence().en()).toList());
    if (ask.containsKey("asked")) {
      answer.put("decideBy", pack.one(Condition.class, role(), holderClass()).decideBy(day("asked"), calendar));
    }
    if (!pack.replay(decision).equals(decision)) {
      throw new IllegalStateException("the decision, replayed, comes out otherwise");
    }
  }

  private void draw(Draw draw) {
    if (ask.containsKey("of")) {
      answer.put("size", draw.size((int) whole("of")));
    } else {
      answer.put("drawn", draw.draw(words("population"), word("seed")));
    }
  }

  private void life(Life life) {
    if (ask.containsKey("begins")) {
      answer.put("ends", life.termEnds(day("begins")).map(LocalDate::toString).orElse("never"));
    } else {
      Life.Act act = Life.Act.valueOf(word("act").toUpperCase(Locale.ROOT));
      answer.put("allowed", life.check(act, day("on")).holds());
    }
  }

  private void limit(Limit limit) {
    if (limit.unit() == Limit.Unit.CNY) {
      Finding finding = limit.check(money("used"), money("asked"));
      answer.put("verdict", finding.verdict());
      answer.put("headroom", limit.headroom(money("used")));
      answer.put("zh", finding.sentence().zh());
      answer.put("en", finding.sentence().en());
    } else {
      answer.put("headroom", limit.headroom(whole("used")));
    }
    if (ask.containsKey("on")) {
      answer.put("from", limit.period().from(day("on")));
      answer.put("before", limit.period().before(day("on")));
    }
  }

  private void materials(Materials materials) {
    LocalDate on = ask.containsKey("on") ? day("on") : pack.inForceFrom();
    answer.put(
        "missing",
        materials.missing(holderClass(), facts(), on, words("handedIn")).stream().map(Materials.Item::code).toList());
    answer.put("validMonths", materials.items().stream().map(i -> i.code() + " " + i.validityMonths()).toList());
    answer.put("reminders", materials.remindDaysAhead());
    if (ask.containsKey("issued")) {
      Materials.Item item = materials.item(word("item")).orElseThrow();
      LocalDate until = item.countsUntil(day("issued"));
      answer.put("countsUntil", until == null ? "no end" : until.toString());
      answer.put("counts", until == null || !on.isAfter(until));
    }
    answer.put("unstated", materials.missingFields(words("stated")).stream().map(Menu.Item::code).toList());
  }

  private void menu(Menu menu) {
    answer.put("on", menu.contains(word("code")));
    answer.put("flags", menu.item(word("code")).map(i -> i.flags().stream().sorted().toList()).orElse(List.of()));
    answer.put("size", menu.items().size());
  }

  private void notice(Notice notice) {
    answer.put("lastDay", notice.lastDay(day("published"), calendar));
    answer.put("objectionHolds", notice.objectionHolds());
    if (ask.containsKey("objected")) {
      answer.put("answerBy", notice.answerBy(day("objected"), calendar));
    }
    if (ask.containsKey("on")) {
      answer.put("over", notice.isOver(day("published"), day("on"), calendar));
    }
  }

  private void obligation(Obligation obligation) {
    if (ask.containsKey("year")) {
      int year = (int) whole("year");
      answer.put("due", obligation.dueIn(year));
      answer.put("from", obligation.consequenceFromIn(year));
      answer.put("reminders", obligation.remindersIn(year));
      answer.put("items", obligation.items());
      answer.put("checkedBy", obligation.checkedBy());
      if (ask.containsKey("filed")) answer.put("checkBy", obligation.checkBy(day("filed"), calendar));
    } else {
      Integer filed = ask.containsKey("lastFiled") ? Integer.valueOf((int) whole("lastFiled")) : null;
      answer.put("missed", obligation.isMissed(day("began"), filed, day("on")));
    }
  }

  private void rank(Rank rank) {
    List<Map<?, ?>> candidates = new ArrayList<>();
    ((List<?>) value("candidates")).forEach(c -> candidates.add((Map<?, ?>) c));
    answer.put(
        "order",
        candidates.stream()
            .sorted(rank.comparator((Map<?, ?> c, String key) -> comparable(Objects.requireNonNull(c.get(key)))))
            .map(c -> String.valueOf(c.get("id")))
            .toList());
  }

  private static Comparable<?> comparable(Object value) {
    String written = String.valueOf(value);
    return written.matches("-?\\d+") ? new BigDecimal(written) : written;
  }

  private void record(RecordDuty duty) {
    answer.put("by", duty.by());
    answer.put("viewers", duty.viewers());
    answer.put("records", duty.records().stream().map(Menu.Item::code).toList());
  }

  private void reference(Reference reference) {
    answer.put("measure", reference.measure());
    answer.put("provisions", reference.provisions());
  }

  private void sanction(Sanction sanction) {
    answer.put("consequences", sanction.consequences().stream().map(Enum::name).sorted().toList());
    answer.put("known", sanction.ground(ask.containsKey("ground") ? word("ground") : "").isPresent());
    answer.put("heardFirst", sanction.heardFirst());
    answer.put("decidedBy", sanction.decidedBy());
    answer.put("carriedOutBy", sanction.carriedOutBy());
    if (ask.containsKey("told")) {
      LocalDate hearUntil = sanction.hearUntil(day("told"), calendar);
      answer.put("hearUntil", hearUntil);
      answer.put("decideBy", sanction.decideBy(hearUntil, calendar));
    }
    if (ask.containsKey("decided")) {
      answer.put("carryOutBy", sanction.carryOutBy(day("decided"), calendar));
    }
    if (ask.containsKey("carriedOut")) {
      answer.put("lastBarredDay", sanction.lastBarredDay(day("carriedOut")).map(LocalDate::toString).orElse("none"));
      answer.put("barred", !sanction.checkBar(day("carriedOut"), day("on")).holds());
    }
  }

  private void score(Score score) {
    if (ask.get("ratings") instanceof Map<?, ?> ratings) {
      Map<String, Long> counts = new LinkedHashMap<>();
      ratings.forEach((grade, n) -> counts.put((String) grade, Long.valueOf(String.valueOf(n))));
      answer.put("thousandths", score.rankingThousandths(counts));
    }
    if (ask.containsKey("grade")) {
      answer.put("value", score.grade(word("grade")).map(g -> Integer.toString(g.value())).orElse("none"));
    }
    if (ask.containsKey("rated")) {
      answer.put(
          "followUpBy", score.grade(word("grade")).map(g -> score.followUpBy(g, day("rated"), calendar)).orElse(null));
    }
    if (ask.containsKey("points")) {
      answer.put("band", score.band(new BigDecimal(word("points"))).map(Score.Band::code).orElse("none"));
    }
    answer.put("changeable", score.changeable());
    answer.put("replies", score.replies());
  }

  private void share(Share share) {
    int percent = (int) whole("percent");
    answer.put("allowed", share.allows(percent));
    if (share.allows(percent) && ask.containsKey("whole")) {
      answer.put("most", share.most(money("whole"), percent));
      answer.put("verdict", share.check(money("whole"), percent, money("amount")).verdict());
    }
  }

  private void row(Table.Row row) {
    answer.putAll(row.columns());
    if (ask.containsKey("asked")) {
      answer.put("lastDay", row.lastDay(day("asked"), calendar));
    }
  }

  private void stages(Stages stages) {
    answer.put("order", stages.stages().stream().map(Stages.Stage::code).toList());
    answer.put("actors", stages.stages().stream().map(Stages.Stage::actor).toList());
    answer.put("workingDays", stages.stages().stream().map(s -> String.valueOf(s.workingDays())).toList());
    answer.put("sendBacks", stages.stages().stream().map(s -> String.valueOf(s.canSendBack())).toList());
    Stages.Stage stage = ask.containsKey("stage") ? stages.stage(word("stage")).orElseThrow() : stages.first();
    answer.put("lapses", stage.lapses());
    answer.put("questions", stage.questions().stream().map(Menu.Item::code).toList());
    if (ask.containsKey("sentBack")) {
      answer.put("completeBy", stage.completeBy(day("sentBack"), calendar));
    }
    if (ask.containsKey("one")) {
      answer.put("apart", stages.mustBeApart(word("one"), word("other")));
    }
  }

  private <P extends Provision> P provision(Class<P> kind) {
    return pack.one(kind, role(), holderClass());
  }

  private String role() {
    return String.valueOf(ask.values().iterator().next());
  }

  private String holderClass() {
    Object written = ask.get("class");
    return written == null ? "" : written.toString();
  }

  private Object value(String key) {
    Object found = ask.get(key);
    if (found == null) {
      throw new IllegalArgumentException("the question lacks \"" + key + "\"");
    }
    return found;
  }

  private String word(String key) {
    return value(key).toString();
  }

  private List<String> words(String key) {
    return ask.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private LocalDate day(String key) {
    return LocalDate.parse(word(key));
  }

  private long whole(String key) {
    return Long.parseLong(word(key));
  }

  private Money money(String key) {
    return Quantity.parse(word(key)).money();
  }

  /** The facts as a caller would pass them, by their declared types. */
  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (ask.get("facts") instanceof Map<?, ?> written) {
      written.forEach((name, value) -> facts.put((String) name, fact((String) name, value)));
    }
    return facts;
  }

  private Object fact(String name, @Nullable Object written) {
    Fact fact = pack.facts().get(name);
    if (fact == null || written == null) {
      throw new IllegalArgumentException("the measure declares no fact \"" + name + "\"");
    }
    String value = written.toString();
    return switch (fact.type()) {
      case STRING -> value;
      case BOOL -> Boolean.valueOf(value);
      case INT -> Long.valueOf(value);
      case MONEY -> Quantity.parse(value).money();
      case DATE -> LocalDate.parse(value);
      case LIST -> ((List<?>) written).stream().map(String::valueOf).toList();
    };
  }
}
