package org.zhuqi.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A worked case of a provision: a question to its measure and the answer expected. Written in YAML beside the pack and run
 * by the tests and by {@link Validate}.
 *
 * @param ask the kind of question with the role, then its details
 * @param expect parts of the answer, by name
 */
public record WorkedCase(
    String file,
    int line,
    String measure,
    String version,
    String provision,
    String name,
    Map<String, Object> ask,
    Map<String, Object> expect) {

  /** Reads a file of cases; what is wrong with it is added to the problems. */
  static List<WorkedCase> read(String file, String content, List<PackException.Problem> problems) {
    YamlNode root = YamlNode.parse(file, content, problems);
    if (root == null) {
      return List.of();
    }
    YamlNode.Fields fields = root.fields("measure", "version", "cases");
    List<WorkedCase> cases = new ArrayList<>();
    for (YamlNode node : fields.needList("cases")) {
      YamlNode.Fields f = node.fields("provision", "name", "ask", "expect");
      cases.add(
          new WorkedCase(
              file,
              node.line(),
              fields.string("measure"),
              fields.string("version"),
              f.string("provision"),
              f.string("name"),
              map(f.need("ask")),
              map(f.need("expect"))));
    }
    return cases;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable YamlNode node) {
    return node != null && node.isMapping() ? (Map<String, Object>) node.plain() : Map.of();
  }

  /** Null when the pack answers as expected; otherwise what it answered instead. */
  public @Nullable String failure(Pack pack, WorkingDays calendar) {
    Map<String, Object> answer;
    try {
      answer = new CaseQuestion(pack, calendar, ask).answer();
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    if (expect.isEmpty()) {
      return "the case expects nothing";
    }
    Map<String, String> differences = new LinkedHashMap<>();
    expect.forEach(
        (key, expected) -> {
          String actual = plain(answer.get(key));
          if (!Objects.equals(plain(expected), actual)) {
            differences.put(key, "expected " + plain(expected) + " but was " + actual);
          }
        });
    return differences.isEmpty() ? null : differences.toString();
  }

  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Money m -> m.fen() + " fen";
      case String s when s.matches("-?[0-9.]+ CNY") -> plain(Money.signed(s.substring(0, s.length() - 4)));
      case List<?> list -> list.stream().map(WorkedCase::plain).toList().toString();
      case Enum<?> e -> e.name().toLowerCase(java.util.Locale.ROOT);
      default -> value.toString();
    };
  }
}
