package org.zhuqi.measures;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file that is read as typed values. What is wrong is noted with its line and a stand-in value is
 * returned, so that one reading finds every error; who reads must look at the problems before using the result.
 */
final class YamlNode {
  static final Text NO_TEXT = new Text("?", "?");
  private final String file;
  private final Node node;
  private final List<PackException.Problem> problems;

  private YamlNode(String file, Node node, List<PackException.Problem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** The root of a file, or null when it is not YAML at all (which is noted). */
  static @Nullable YamlNode parse(String file, String content, List<PackException.Problem> problems) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(20);
      Node root = new Yaml(options).compose(new StringReader(content));
      if (root == null) {
        problems.add(new PackException.Problem(file, 1, "the file is empty"));
        return null;
      }
      return new YamlNode(file, root, problems);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(new PackException.Problem(file, line, "not readable as YAML: " + e.getProblem()));
      return null;
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  void problem(String reason) {
    PackException.Problem found = new PackException.Problem(file, line(), reason);
    if (!problems.contains(found)) {
      problems.add(found);
    }
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The entries of a mapping; keys outside {@code allowed} (unless that is empty) and double keys are noted. */
  Fields fields(String... allowed) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem("a mapping is expected here" + (allowed.length == 0 ? "" : " with " + String.join(", ", allowed)));
      return new Fields(this, entries);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = at(tuple.getKeyNode());
      String name = key.string();
      if (allowed.length > 0 && !Arrays.asList(allowed).contains(name)) {
        key.problem("unknown key \"" + name + "\"; known here: " + String.join(", ", allowed));
      }
      if (entries.put(name, at(tuple.getValueNode())) != null) {
        key.problem("the key \"" + name + "\" stands here twice");
      }
    }
    return new Fields(this, entries);
  }

  List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      problem("a list is expected here");
      return List.of();
    }
    return sequence.getValue().stream().map(this::at).toList();
  }

  String string() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    problem("a value is expected here");
    return "?";
  }

  List<String> strings() {
    return items().stream().map(YamlNode::string).toList();
  }

  Text text() {
    Fields fields = fields("zh", "en");
    return new Text(fields.string("zh"), fields.string("en"));
  }

  LocalDate date() {
    try {
      return LocalDate.parse(string());
    } catch (DateTimeException e) {
      problem("\"" + string() + "\" is not a date such as 2024-02-29");
      return LocalDate.EPOCH;
    }
  }

  MonthDay monthDay() {
    try {
      return MonthDay.parse("--" + string());
    } catch (DateTimeException e) {
      problem("\"" + string() + "\" is not a day of a year such as 04-30");
      return MonthDay.of(1, 1);
    }
  }

  boolean bool() {
    String value = string();
    if (!value.equals("true") && !value.equals("false")) {
      problem("\"" + value + "\" is neither true nor false");
    }
    return value.equals("true");
  }

  int whole() {
    try {
      return Integer.parseInt(string());
    } catch (NumberFormatException e) {
      problem("\"" + string() + "\" is not a whole number");
      return 1;
    }
  }

  /** A figure with one of the units. */
  Quantity quantity(Quantity.Unit... units) {
    try {
      Quantity quantity = Quantity.parse(string());
      if (Arrays.asList(units).contains(quantity.unit())) {
        return quantity;
      }
      problem("the unit of \"" + string() + "\" must be " + Quantity.names(units) + " here");
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
    }
    return new Quantity(1, units[0]);
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    String value = string();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    problem(
        "\"" + value + "\" is not known here; known: "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList()));
    return type.getEnumConstants()[0];
  }

  /** The node as plain Java values (maps, lists, strings), for worked cases. */
  Object plain() {
    return switch (node) {
      case MappingNode ignored -> {
        Map<String, Object> map = new LinkedHashMap<>();
        fields().entries().forEach((key, value) -> map.put(key, value.plain()));
        yield map;
      }
      case SequenceNode ignored -> items().stream().map(YamlNode::plain).toList();
      default -> ((ScalarNode) node).getValue();
    };
  }

  private YamlNode at(Node other) {
    return new YamlNode(file, other, problems);
  }

  /** The entries of a mapping, read by key. */
  record Fields(YamlNode owner, Map<String, YamlNode> entries) {
    @Nullable YamlNode get(String key) {
      return entries.get(key);
    }

    boolean has(String key) {
      return entries.containsKey(key);
    }

    /** The entry, or null after noting that it is missing. */
    @Nullable YamlNode need(String key) {
      YamlNode found = entries.get(key);
      if (found == null) {
        owner.problem("\"" + key + "\" is missing");
      }
      return found;
    }

    String string(String key) {
      YamlNode found = need(key);
      return found == null ? "?" : found.string();
    }

    @Nullable String stringOrNull(String key) {
      YamlNode found = get(key);
      return found == null ? null : found.string();
    }

    String stringOr(String key, String fallback) {
      YamlNode found = get(key);
      return found == null ? fallback : found.string();
    }

    Text text(String key) {
      YamlNode found = need(key);
      return found == null ? NO_TEXT : found.text();
    }

    @Nullable Text textOrNull(String key) {
      YamlNode found = get(key);
      return found == null ? null : found.text();
    }

    LocalDate date(String key) {
      YamlNode found = need(key);
      return found == null ? LocalDate.EPOCH : found.date();
    }

    @Nullable LocalDate dateOrNull(String key) {
      YamlNode found = get(key);
      return found == null ? null : found.date();
    }

    MonthDay monthDay(String key) {
      YamlNode found = need(key);
      return found == null ? MonthDay.of(1, 1) : found.monthDay();
    }

    boolean flag(String key) {
      YamlNode found = get(key);
      return found != null && found.bool();
    }

    int whole(String key) {
      YamlNode found = need(key);
      return found == null ? 1 : found.whole();
    }

    int wholeOr(String key, int fallback) {
      YamlNode found = get(key);
      return found == null ? fallback : found.whole();
    }

    Quantity quantity(String key, Quantity.Unit... units) {
      YamlNode found = need(key);
      return found == null ? new Quantity(1, units[0]) : found.quantity(units);
    }

    int count(String key, Quantity.Unit unit) {
      return Math.toIntExact(quantity(key, unit).value());
    }

    @Nullable Integer countOrNull(String key, Quantity.Unit unit) {
      return has(key) ? Integer.valueOf(count(key, unit)) : null;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
      YamlNode found = need(key);
      return found == null ? type.getEnumConstants()[0] : found.choice(type);
    }

    /** The entries of a list, none where the key is absent. */
    List<YamlNode> list(String key) {
      YamlNode found = get(key);
      return found == null ? List.of() : found.items();
    }

    List<YamlNode> needList(String key) {
      YamlNode found = need(key);
      List<YamlNode> items = found == null ? List.of() : found.items();
      if (found != null && found.isList() && items.isEmpty()) {
        found.problem("\"" + key + "\" must not be empty");
      }
      return items;
    }

    List<String> strings(String key) {
      return new ArrayList<>(list(key).stream().map(YamlNode::string).toList());
    }
  }
}
