package org.zhuqi.measures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that packs and engines share: the roles by which engines ask (with the kinds that may carry them), the actors,
 * the flags of menu items, and what people read for each code. Data of this jar; a word outside it
 * would be asked for by nobody.
 */
record Vocabulary(
    Map<String, Set<String>> kindsByRole,
    Map<String, Text> actors,
    Map<String, Text> acts,
    Set<String> flags,
    Map<String, Text> parameters,
    Map<String, Text> units,
    Map<String, Text> questions,
    Map<String, Text> values) {
  private static final Vocabulary BUNDLED = read();

  static Vocabulary bundled() {
    return BUNDLED;
  }

  private static Vocabulary read() {
    List<PackException.Problem> problems = new ArrayList<>();
    YamlNode root = YamlNode.parse("vocabulary.yaml", Files.resource("/measures/vocabulary.yaml"), problems);
    Map<String, Set<String>> roles = new HashMap<>();
    Set<String> flags = new HashSet<>();
    Map<String, Map<String, Text>> labels = new HashMap<>();
    if (root != null) {
      YamlNode.Fields fields = root.fields("roles", "actors", "acts", "flags", "parameters", "units", "questions", "values");
      nested(fields, "roles").forEach((role, kinds) -> roles.put(role, Set.copyOf(kinds.strings())));
      flags.addAll(nested(fields, "flags").keySet());
      for (String kind : List.of("actors", "acts", "parameters", "units", "questions", "values")) labels.put(kind, labels(fields, kind));
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return new Vocabulary(
        roles, of(labels, "actors"), of(labels, "acts"), flags, of(labels, "parameters"), of(labels, "units"), of(labels, "questions"), of(labels, "values"));
  }

  private static Map<String, Text> of(Map<String, Map<String, Text>> labels, String kind) {
    return labels.getOrDefault(kind, Map.of());
  }

  private static Map<String, Text> labels(YamlNode.Fields fields, String kind) {
    Map<String, Text> labels = new HashMap<>();
    nested(fields, kind).forEach((code, label) -> labels.put(code, label.text()));
    return labels;
  }

  private static Map<String, YamlNode> nested(YamlNode.Fields fields, String key) {
    YamlNode node = fields.need(key);
    return node == null ? Map.of() : node.fields().entries();
  }
}
