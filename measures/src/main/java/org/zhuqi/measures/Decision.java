package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one version of a measure to one question, with the trace of every condition. Plain values only: it is
 * stored as JSON (any mapper, or {@link #toMap} and {@link #fromMap}) and replayed by {@link Pack#replay}.
 */
public record Decision(
    String measure,
    String version,
    String role,
    String applicantClass,
    LocalDate asOf,
    boolean granted,
    List<Finding> findings) {

  public Decision {
    findings = List.copyOf(findings);
  }

  /** Every finding that stood in the way: decisive, and failed or unknown. Empty when granted. */
  public List<Finding> failures() {
    return findings.stream().filter(f -> f.decisive() && !f.holds()).toList();
  }

  /** All facts that were read, as plain values. */
  public Map<String, Object> usedFacts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    findings.forEach(f -> facts.putAll(f.facts()));
    return facts;
  }

  /** As maps, lists, strings and booleans for any JSON writer. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("measure", measure);
    map.put("version", version);
    map.put("role", role);
    map.put("applicantClass", applicantClass);
    map.put("asOf", asOf.toString());
    map.put("granted", granted);
    map.put("findings", findings.stream().map(Decision::findingToMap).toList());
    return map;
  }

  /** The reverse of {@link #toMap}; whole numbers may come back as any integral type. */
  public static Decision fromMap(Map<String, ?> map) {
    List<Finding> findings = new ArrayList<>();
    for (Object item : (List<?>) need(map, "findings")) {
      findings.add(findingFromMap((Map<?, ?>) item));
    }
    return new Decision(
        (String) need(map, "measure"),
        (String) need(map, "version"),
        (String) need(map, "role"),
        (String) need(map, "applicantClass"),
        LocalDate.parse((String) need(map, "asOf")),
        (Boolean) need(map, "granted"),
        findings);
  }

  private static Map<String, Object> findingToMap(Finding f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("provision", f.provision());
    map.put("check", f.check());
    map.put("verdict", f.verdict().name());
    map.put("facts", f.facts());
    map.put("sentence", textToMap(f.sentence()));
    Text remedy = f.remedy();
    if (remedy != null) {
      map.put("remedy", textToMap(remedy));
    }
    map.put("decisive", f.decisive());
    return map;
  }

  private static Finding findingFromMap(Map<?, ?> map) {
    Map<String, Object> facts = new LinkedHashMap<>();
    ((Map<?, ?>) need(map, "facts")).forEach((k, v) -> facts.put((String) k, v));
    @Nullable Object remedy = map.get("remedy");
    return new Finding(
        (String) need(map, "provision"),
        (String) need(map, "check"),
        Verdict.valueOf((String) need(map, "verdict")),
        facts,
        textFromMap((Map<?, ?>) need(map, "sentence")),
        remedy == null ? null : textFromMap((Map<?, ?>) remedy),
        (Boolean) need(map, "decisive"));
  }

  private static Map<String, Object> textToMap(Text text) {
    return Map.of("zh", text.zh(), "en", text.en());
  }

  private static Text textFromMap(Map<?, ?> map) {
    return new Text((String) need(map, "zh"), (String) need(map, "en"));
  }

  private static Object need(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("A stored decision lacks \"" + key + "\"");
    }
    return value;
  }
}
