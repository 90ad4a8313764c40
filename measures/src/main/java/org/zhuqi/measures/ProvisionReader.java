package org.zhuqi.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Quantity.Unit;

/** Reads one provision: the common part, then what its kind adds. Long because there are many kinds, each short. */
final class ProvisionReader {
  private static final String[] COMMON = {"id", "kind", "mode", "role", "for", "cite", "text", "reading"};
  private final YamlNode node;
  private final int article;
  private final Map<String, Fact.Type> types = new HashMap<>();

  ProvisionReader(YamlNode node, int article, Map<String, Fact> facts) {
    this.node = node;
    this.article = article;
    facts.forEach((name, fact) -> types.put(name, fact.type()));
  }

  /** The provision, or null when not even its kind is known. */
  @Nullable Provision read() {
    YamlNode kind = node.fields().need("kind");
    if (kind == null) {
      return null;
    }
    return switch (kind.string()) {
      case "condition" -> condition(
              fields("combine", "atLeast", "of", "params", "checks", "decidedBy", "decidedWithin"));
      case "deposit" -> deposit(fields("part", "atMost", "expectedOver"));
      case "draw" -> draw(fields("method", "share", "minimum"));
      case "life" -> life(fields("from", "until", "afterEnd", "term", "renewable"));
      case "limit" -> limit(fields("atMost", "atLeast", "per", "period", "over", "countsFrom"));
      case "materials" -> materials(fields("items", "fields", "declaration", "remind"));
      case "menu" -> menu(fields("items"));
      case "notice" -> notice(fields("length", "objectionHolds", "answerWithin"));
      case "obligation" ->
          obligation(fields("due", "consequence", "consequenceFrom", "materials", "items", "sameYear", "remind", "checkedBy", "checkedWithin"));
      case "principle" -> new Principle(head(fields()));
      case "rank" -> rank(fields("order"));
      case "record" -> record(fields("by", "viewers", "records"));
      case "reference" -> reference(fields("measure", "provisions"));
      case "sanction" ->
          sanction(
              fields(
                  "grounds", "consequences", "bar", "barFollows", "heardFirst", "decidedBy", "decidedWithin",
                  "carriedOutBy", "carriedOutWithin"));
      case "score" -> score(fields("grades", "bands", "formula", "changeable", "replies", "followUp"));
      case "separation" -> separation(fields("apart", "unrelatedToParty", "complaintsTo"));
      case "share" -> share(fields("of", "from", "to"));
      case "stages" -> stages(fields("stages", "apart", "unrelatedToParty"));
      case "table" -> table(fields("columns", "rows"));
      default -> {
        kind.problem("the kind \"" + kind.string() + "\" is not known");
        yield null;
      }
    };
  }

  private YamlNode.Fields fields(String... ofKind) {
    List<String> all = new ArrayList<>(Arrays.asList(COMMON));
    all.addAll(Arrays.asList(ofKind));
    return node.fields(all.toArray(String[]::new));
  }

  private Provision.Head head(YamlNode.Fields f) {
    YamlNode role = f.need("role");
    List<String> roles = role == null ? List.of("?") : role.isList() ? role.strings() : List.of(role.string());
    for (String name : roles) {
      Set<String> kinds = Vocabulary.bundled().kindsByRole().get(name);
      if (role == null) {
        continue;
      }
      if (kinds == null) {
        role.problem("the role \"" + name + "\" is not in the vocabulary: no engine asks for it");
      } else if (!kinds.contains(f.string("kind"))) {
        role.problem("the role \"" + name + "\" is asked as " + kinds + ", not as " + f.string("kind"));
      }
    }
    return new Provision.Head(
        f.string("id"),
        article,
        mode(f),
        roles.isEmpty() ? List.of("?") : roles,
        new HashSet<>(f.strings("for")),
        f.text("cite"),
        f.text("text"),
        f.textOrNull("reading"));
  }

  private static Mode mode(YamlNode.Fields f) {
    YamlNode mode = f.need("mode");
    return switch (mode == null ? "X" : mode.string()) {
      case "X" -> Mode.EXECUTED;
      case "R" -> Mode.RECORDED;
      case "P" -> Mode.PRINCIPLE;
      default -> {
        f.owner().problem("the mode must be X, R or P");
        yield Mode.EXECUTED;
      }
    };
  }

  private Condition condition(YamlNode.Fields f) {
    Condition.Combination combine =
        f.has("combine") ? f.choice("combine", Condition.Combination.class) : Condition.Combination.ALL;
    Map<String, Param> params = new LinkedHashMap<>();
    YamlNode paramsNode = f.get("params");
    if (paramsNode != null) {
      paramsNode.fields().entries().forEach((name, value) -> {
        if (!Vocabulary.bundled().parameters().containsKey(name)) {
          value.problem("the parameter \"" + name + "\" is not in the vocabulary: people would read its code");
        }
        params.put(name, param(value));
      });
    }
    List<Condition.Check> checks = new ArrayList<>();
    for (YamlNode check : f.list("checks")) {
      Condition.Check read = check(check, params);
      if (read != null) {
        checks.add(read);
      }
    }
    int atLeast = combine == Condition.Combination.AT_LEAST ? f.whole("atLeast") : 0;
    List<String> of = f.strings("of");
    if (f.list("checks").isEmpty() && of.isEmpty()) {
      node.problem("a condition needs checks of its own or other conditions under \"of\"");
    }
    return new Condition(
        head(f), combine, atLeast, checks, of, params, actorOrNull(f, "decidedBy"), days(f, "decidedWithin"));
  }

  private static Param param(YamlNode value) {
    if (value.isMapping()) {
      YamlNode.Fields f = value.fields("options", "word");
      return f.has("options") ? new Param.Options(PackReader.items(f, "options")) : new Param.Word(f.string("word"));
    }
    if (value.string().matches("\\d{4}-.*")) {
      return new Param.Day(value.date());
    }
    Quantity quantity = value.quantity(Unit.values());
    return quantity.unit() == Unit.CNY
        ? new Param.Amount(quantity.money())
        : new Param.Count(quantity.value(), Quantity.name(quantity.unit()));
  }

  private Condition.@Nullable Check check(YamlNode check, Map<String, Param> params) {
    YamlNode.Fields f = check.fields("name", "when", "holds", "fails", "remedy");
    YamlNode when = f.need("when");
    String name = f.string("name");
    Text holds = f.text("holds");
    Text fails = f.text("fails");
    Text remedy = f.textOrNull("remedy");
    Expression expression = when == null ? null : expression(when, params);
    if (expression == null) {
      return null;
    }
    for (Text text : remedy == null ? List.of(holds, fails) : List.of(holds, fails, remedy)) {
      Sentences.unknownPlaceholders(text, expression.facts(), params.keySet())
          .forEach(
              p -> check.problem("the placeholder {" + p + "} is neither a fact of the expression nor a param"));
    }
    return new Condition.Check(name, expression, holds, fails, remedy);
  }

  private @Nullable Expression expression(YamlNode when, Map<String, Param> params) {
    try {
      return Expression.compile(when.string(), types, params);
    } catch (IllegalArgumentException e) {
      when.problem("the expression does not check: " + e.getMessage());
      return null;
    }
  }

  private Deposit deposit(YamlNode.Fields f) {
    String[] part = f.string("part").split("/", -1);
    int numerator = 1;
    int denominator = 1;
    try {
      numerator = Integer.parseInt(part[0]);
      denominator = Integer.parseInt(part.length == 2 ? part[1] : "");
    } catch (NumberFormatException e) {
      node.problem("\"part\" must be a fraction such as 1/3");
    }
    if (denominator <= 0 || numerator <= 0 || numerator > denominator) {
      node.problem("\"part\" must lie above 0 and not above 1");
    }
    return new Deposit(
        head(f), numerator, denominator, f.quantity("atMost", Unit.CNY).money(), f.count("expectedOver", Unit.MONTHS));
  }

  private Draw draw(YamlNode.Fields f) {
    return new Draw(
        head(f), f.choice("method", Draw.Method.class), percent(f, "share"), f.count("minimum", Unit.CASES));
  }

  private int percent(YamlNode.Fields f, String key) {
    int percent = f.count(key, Unit.PERCENT);
    if (percent > 100) {
      node.problem("\"" + key + "\" is more than 100 percent");
    }
    return percent;
  }

  private Life life(YamlNode.Fields f) {
    LocalDate from = f.dateOrNull("from");
    LocalDate until = f.dateOrNull("until");
    if (from != null && until != null && until.isBefore(from)) {
      node.problem("it ends (" + until + ") before it begins (" + from + ")");
    }
    return new Life(
        head(f), from, until, choices(f, "afterEnd", Life.Act.class), f.countOrNull("term", Unit.MONTHS), f.flag("renewable"));
  }

  private static <E extends Enum<E>> Set<E> choices(YamlNode.Fields f, String key, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    f.list(key).forEach(item -> found.add(item.choice(type)));
    return found;
  }

  private Limit limit(YamlNode.Fields f) {
    if (f.has("atMost") == f.has("atLeast")) {
      node.problem("a limit has either \"atMost\" or \"atLeast\"");
    }
    boolean most = !f.has("atLeast");
    Quantity value =
        f.quantity(
            most ? "atMost" : "atLeast",
            Unit.CNY, Unit.PERCENT, Unit.CASES, Unit.ORDERS, Unit.PERSONS, Unit.FIRMS, Unit.HOURS, Unit.DAYS);
    return new Limit(
        head(f),
        most ? Limit.Bound.AT_MOST : Limit.Bound.AT_LEAST,
        value.value(),
        Limit.Unit.valueOf(value.unit().name()),
        f.choice("per", Limit.Per.class),
        f.choice("period", Limit.Period.class),
        f.choice("over", Limit.Over.class),
        f.wholeOr("countsFrom", 0));
  }

  private Materials materials(YamlNode.Fields f) {
    List<Materials.Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : f.list("items")) {
      YamlNode.Fields i = item.fields("code", "zh", "en", "for", "required", "when", "accepts", "validity");
      YamlNode when = i.get("when");
      if (!seen.add(i.string("code"))) {
        item.problem("the code \"" + i.string("code") + "\" stands in this list twice");
      }
      items.add(
          new Materials.Item(
              i.string("code"),
              new Text(i.string("zh"), i.string("en")),
              new HashSet<>(i.strings("for")),
              !i.has("required") || i.flag("required"),
              when == null ? null : expression(when, Map.of()),
              i.strings("accepts"),
              i.countOrNull("validity", Unit.MONTHS)));
    }
    List<Menu.Item> stated = f.has("fields") ? PackReader.items(f, "fields") : List.of();
    if (items.isEmpty() && stated.isEmpty()) {
      node.problem("materials need items or fields");
    }
    return new Materials(head(f), items, stated, f.textOrNull("declaration"), remind(f));
  }

  private Menu menu(YamlNode.Fields f) {
    return new Menu(head(f), PackReader.items(f, "items"));
  }

  private Notice notice(YamlNode.Fields f) {
    return new Notice(
        head(f), f.count("length", Unit.WORKING_DAYS), f.choice("objectionHolds", Notice.Holds.class),
        days(f, "answerWithin"));
  }

  private Obligation obligation(YamlNode.Fields f) {
    MonthDay due = f.monthDay("due");
    MonthDay from = f.monthDay("consequenceFrom");
    if (!from.isAfter(due)) {
      node.problem("the consequence (" + from + ") must begin after the due day (" + due + ")");
    }
    return new Obligation(
        head(f),
        due,
        f.choice("consequence", Obligation.Consequence.class),
        from,
        f.stringOrNull("materials"),
        f.strings("items"),
        f.flag("sameYear"),
        remind(f),
        actorOrNull(f, "checkedBy"),
        days(f, "checkedWithin"));
  }

  private static List<Integer> remind(YamlNode.Fields f) {
    return f.list("remind").stream().map(n -> Math.toIntExact(n.quantity(Unit.DAYS).value())).toList();
  }

  private Rank rank(YamlNode.Fields f) {
    List<Rank.Key> order = new ArrayList<>();
    List<YamlNode> nodes = f.needList("order");
    for (YamlNode key : nodes) {
      YamlNode.Fields k = key.fields("key", "direction", "zh", "en", "tieBreaker");
      order.add(
          new Rank.Key(
              k.string("key"),
              k.choice("direction", Rank.Direction.class),
              new Text(k.string("zh"), k.string("en")),
              k.flag("tieBreaker")));
    }
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).tieBreaker() != (i == order.size() - 1)) {
        nodes.get(i).problem("the last key of an order, and only the last, is its tie-breaker");
      }
    }
    return new Rank(head(f), order);
  }

  private RecordDuty record(YamlNode.Fields f) {
    return new RecordDuty(head(f), actors(f, "by"), actors(f, "viewers"), PackReader.items(f, "records"));
  }

  private List<String> actors(YamlNode.Fields f, String key) {
    return f.needList(key).stream().map(ProvisionReader::actor).toList();
  }

  private static String actor(YamlNode actor) {
    if (!Vocabulary.bundled().actors().containsKey(actor.string())) {
      actor.problem("the actor \"" + actor.string() + "\" is not in the vocabulary");
    }
    return actor.string();
  }

  private static @Nullable String actorOrNull(YamlNode.Fields f, String key) {
    YamlNode actor = f.get(key);
    return actor == null ? null : actor(actor);
  }

  private static @Nullable Integer days(YamlNode.Fields f, String key) {
    return f.countOrNull(key, Unit.WORKING_DAYS);
  }

  private Reference reference(YamlNode.Fields f) {
    return new Reference(
        head(f), f.string("measure"), f.needList("provisions").stream().map(YamlNode::string).toList());
  }

  private Sanction sanction(YamlNode.Fields f) {
    Set<Sanction.Consequence> consequences = choices(f, "consequences", Sanction.Consequence.class);
    if (consequences.isEmpty()) {
      node.problem("a sanction needs consequences");
    }
    Integer bar = f.countOrNull("bar", Unit.YEARS);
    if (consequences.contains(Sanction.Consequence.BAR) != (bar != null)) {
      node.problem("the consequence \"bar\" and the length \"bar\" go together");
    }
    return new Sanction(
        head(f),
        PackReader.items(f, "grounds"),
        consequences,
        bar == null ? 0 : bar,
        f.stringOrNull("barFollows"),
        days(f, "heardFirst"),
        actorOrNull(f, "decidedBy"),
        days(f, "decidedWithin"),
        actorOrNull(f, "carriedOutBy"),
        days(f, "carriedOutWithin"));
  }

  private Score score(YamlNode.Fields f) {
    List<Score.Grade> grades = new ArrayList<>();
    for (YamlNode grade : f.list("grades")) {
      YamlNode.Fields g = grade.fields("code", "zh", "en", "value");
      Score.Grade read =
          new Score.Grade(g.string("code"), new Text(g.string("zh"), g.string("en")), g.whole("value"));
      if (!grades.isEmpty() && grades.getLast().value() <= read.value()) {
        grade.problem("grades stand best first, each worth less than the one before");
      }
      grades.add(read);
    }
    List<Score.Band> bands = new ArrayList<>();
    for (YamlNode band : f.list("bands")) {
      bands.add(band(band, bands.isEmpty() ? null : bands.getLast()));
    }
    if (!bands.isEmpty() && bands.getLast().below() != null) {
      node.problem("the last band has no upper end (\"below\")");
    }
    Score.BayesianMean formula = null;
    YamlNode formulaNode = f.get("formula");
    if (formulaNode != null) {
      YamlNode.Fields b = formulaNode.fields("method", "priorMeanThousandths", "priorWeight");
      if (!b.string("method").equals("bayesian_mean")) {
        formulaNode.problem("the method must be bayesian_mean");
      }
      formula = new Score.BayesianMean(b.whole("priorMeanThousandths"), b.count("priorWeight", Unit.RATINGS));
    }
    if (grades.isEmpty() && bands.isEmpty()) {
      node.problem("a score needs grades or bands");
    }
    return new Score(
        head(f), grades, bands, formula, f.flag("changeable"), f.wholeOr("replies", 0), followUp(f, grades));
  }

  private static Score.@Nullable FollowUp followUp(YamlNode.Fields f, List<Score.Grade> grades) {
    YamlNode node = f.get("followUp");
    if (node == null) {
      return null;
    }
    YamlNode.Fields u = node.fields("from", "within");
    String from = u.string("from");
    for (Score.Grade grade : grades) {
      if (grade.code().equals(from)) {
        return new Score.FollowUp(grade.value(), u.count("within", Unit.WORKING_DAYS));
      }
    }
    node.problem("there is no grade \"" + from + "\" from which to follow up");
    return null;
  }

  private static Score.Band band(YamlNode node, Score.@Nullable Band before) {
    YamlNode.Fields f = node.fields("code", "zh", "en", "from", "below");
    BigDecimal from = decimal(node, f.string("from"));
    BigDecimal below = f.has("below") ? decimal(node, f.string("below")) : null;
    if (below != null && below.compareTo(from) <= 0) {
      node.problem("the band ends at " + below + ", not above where it begins");
    }
    if (before != null) {
      BigDecimal end = before.below();
      int order = end == null ? -1 : from.compareTo(end);
      if (order < 0) {
        node.problem("the band overlaps the one before");
      } else if (order > 0) {
        node.problem("there is a gap between " + end + " and " + from);
      }
    }
    return new Score.Band(f.string("code"), new Text(f.string("zh"), f.string("en")), from, below);
  }

  private static BigDecimal decimal(YamlNode node, String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      node.problem("\"" + value + "\" is not a number");
      return BigDecimal.ZERO;
    }
  }

  private Separation separation(YamlNode.Fields f) {
    YamlNode complaints = f.get("complaintsTo");
    return new Separation(
        head(f), groups(f), f.flag("unrelatedToParty"), complaints == null ? "" : actor(complaints));
  }

  private static List<Set<String>> groups(YamlNode.Fields f) {
    List<Set<String>> groups = new ArrayList<>();
    for (YamlNode group : f.list("apart")) {
      Collection<String> names = group.strings();
      if (names.size() < 2 || new HashSet<>(names).size() != names.size()) {
        group.problem("a group that is kept apart has at least two different acts");
      }
      groups.add(new HashSet<>(names));
    }
    return groups;
  }

  private Share share(YamlNode.Fields f) {
    int from = percent(f, "from");
    int to = percent(f, "to");
    if (to < from) {
      node.problem("the share ends (" + to + " percent) below where it begins (" + from + " percent)");
    }
    return new Share(head(f), f.string("of"), from, to);
  }

  private Stages stages(YamlNode.Fields f) {
    List<Stages.Stage> stages = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlNode stage : f.needList("stages")) {
      YamlNode.Fields s = stage.fields("code", "zh", "en", "actor", "decides", "time", "canSendBack", "completeWithin", "siteVisit", "lapses", "questions");
      YamlNode actor = s.need("actor");
      if (!codes.add(s.string("code"))) {
        stage.problem("the stage \"" + s.string("code") + "\" stands here twice");
      }
      stages.add(
          new Stages.Stage(
              s.string("code"),
              new Text(s.string("zh"), s.string("en")),
              actor == null ? "?" : actor(actor),
              s.text("decides"),
              s.countOrNull("time", Unit.WORKING_DAYS),
              s.has("canSendBack") ? s.count("canSendBack", Unit.TIMES) : 0,
              days(s, "completeWithin"),
              s.flag("siteVisit"),
              s.flag("lapses"),
              s.has("questions") ? PackReader.items(s, "questions") : List.of()));
    }
    List<Set<String>> apart = groups(f);
    apart.stream()
        .flatMap(Set::stream)
        .filter(c -> !codes.contains(c))
        .forEach(c -> node.problem("there is no stage \"" + c + "\" to keep apart"));
    return new Stages(head(f), stages, apart, f.flag("unrelatedToParty"));
  }

  private Table table(YamlNode.Fields f) {
    Map<String, Text> columns = new LinkedHashMap<>();
    YamlNode columnsNode = f.need("columns");
    if (columnsNode != null) {
      columnsNode.fields().entries().forEach((name, label) -> columns.put(name, label.text()));
    }
    List<Table.Row> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (YamlNode row : f.needList("rows")) {
      YamlNode.Fields r = row.fields("key", "zh", "en", "values", "within");
      if (!keys.add(r.string("key"))) {
        row.problem("the key \"" + r.string("key") + "\" stands in this table twice");
      }
      Map<String, String> values = new LinkedHashMap<>();
      YamlNode valuesNode = r.need("values");
      if (valuesNode != null) {
        valuesNode.fields(columns.keySet().toArray(String[]::new)).entries().forEach((c, v) -> values.put(c, v.string()));
      }
      rows.add(new Table.Row(r.string("key"), new Text(r.string("zh"), r.string("en")), values, days(r, "within")));
    }
    return new Table(head(f), columns, rows);
  }
}
