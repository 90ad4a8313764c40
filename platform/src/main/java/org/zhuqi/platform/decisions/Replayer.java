package org.zhuqi.platform.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.MissingProvisionException;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;

/** Compares what was decided with what the same version says to the same facts now. */
final class Replayer {
  private final Measures measures;

  Replayer(Measures measures) {
    this.measures = measures;
  }

  Replay replay(KeptDecision kept) {
    Decision stored = kept.decision();
    Optional<Pack> pack = measures.version(stored.measure(), stored.version());
    if (pack.isEmpty()) {
      return new Replay(kept, null, List.of(new Text(
          "已不存在当时适用的版本 %s %s。".formatted(stored.measure(), stored.version()),
          "Version %s %s, under which it was given, is no longer there.".formatted(stored.measure(), stored.version()))));
    }
    try {
      Decision now = pack.get().replay(stored);
      return new Replay(kept, now, differences(stored, now));
    } catch (MissingProvisionException e) {
      return new Replay(kept, null, List.of(new Text(
          "%s %s 中不再有当时依据的条件。".formatted(stored.measure(), stored.version()),
          "%s %s no longer has the conditions on which it was decided.".formatted(stored.measure(), stored.version()))));
    }
  }

  private static List<Text> differences(Decision stored, Decision now) {
    List<Text> differences = new ArrayList<>();
    if (stored.granted() != now.granted()) {
      differences.add(new Text(
          "结论由“%s”变为“%s”。".formatted(word(stored, false), word(now, false)),
          "The outcome was \"%s\" and is now \"%s\".".formatted(word(stored, true), word(now, true))));
    }
    Map<String, Finding> before = byCheck(stored);
    Map<String, Finding> after = byCheck(now);
    before.forEach((check, finding) -> {
      Finding other = after.get(check);
      if (other == null) {
        differences.add(new Text("现在不再有 " + check + "。", check + " is no longer there."));
      } else if (!same(finding, other)) {
        differences.add(new Text(
            "%s：原为“%s”，现为“%s”。".formatted(check, finding.sentence().zh(), other.sentence().zh()),
            "%s: was \"%s\", is now \"%s\".".formatted(check, finding.sentence().en(), other.sentence().en())));
      }
    });
    after.keySet().stream()
        .filter(check -> !before.containsKey(check))
        .forEach(check -> differences.add(new Text("现在多出 " + check + "。", check + " is new.")));
    return differences;
  }

  private static Map<String, Finding> byCheck(Decision d) {
    Map<String, Finding> map = new LinkedHashMap<>();
    d.findings().forEach(f -> map.put(f.provision() + " " + f.check(), f));
    return map;
  }

  private static boolean same(Finding a, Finding b) {
    return a.verdict() == b.verdict()
        && a.decisive() == b.decisive()
        && a.sentence().equals(b.sentence())
        && Objects.equals(a.remedy(), b.remedy())
        && a.facts().equals(b.facts());
  }

  private static String word(Decision d, boolean english) {
    return d.granted() ? (english ? "granted" : "符合") : (english ? "refused" : "不符合");
  }
}
