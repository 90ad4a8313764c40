package org.zhuqi.measures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that packs and engines share: the roles by which engines ask (with the kinds that may carry them), the actors,
 * and the flags of menu items. Data of this jar; a word outside it would be asked for by nobody.
 */
record Vocabulary(Map<String, Set<String>> kindsByRole, Set<String> actors, Set<String> flags) {
  private static final Vocabulary BUNDLED = read();

  static Vocabulary bundled() {
    return BUNDLED;
  }

  private static Vocabulary read() {
    List<PackException.Problem> problems = new ArrayList<>();
    YamlNode root = YamlNode.parse("vocabulary.yaml", Files.resource("/measures/vocabulary.yaml"), problems);
    Map<String, Set<String>> roles = new HashMap<>();
    Set<String> actors = new HashSet<>();
    Set<String> flags = new HashSet<>();
    if (root != null) {
      YamlNode.Fields fields = root.fields("roles", "actors", "flags");
      nested(fields, "roles").forEach((role, kinds) -> roles.put(role, Set.copyOf(kinds.strings())));
      actors.addAll(nested(fields, "actors").keySet());
      flags.addAll(nested(fields, "flags").keySet());
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return new Vocabulary(roles, actors, flags);
  }

  private static Map<String, YamlNode> nested(YamlNode.Fields fields, String key) {
    YamlNode node = fields.need(key);
    return node == null ? Map.of() : node.fields().entries();
  }
}
