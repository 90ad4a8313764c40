package org.zhuqi.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stored decision asked again. An engine that answers several roles at once joins their names by {@code +} and adds what
 * it counted itself: conditions and limits are decided anew, other findings stand on their own figures and are carried over
 * as long as their provision is there.
 */
final class Rerun {
  static final String AND = "+";

  private Rerun() {}

  static Decision of(Pack pack, Decision stored) {
    Map<String, Object> facts = stored.usedFacts();
    if (!stored.role().contains(AND)) {
      return pack.decide(stored.role(), stored.applicantClass(), facts, stored.asOf());
    }
    boolean granted = true;
    Map<String, Finding> anew = new LinkedHashMap<>();
    for (String role : stored.role().split("\\+")) {
      if (pack.byRole(Condition.class, role, stored.applicantClass()).isEmpty()) continue;
      Decision part = pack.decide(role, stored.applicantClass(), facts, stored.asOf());
      granted &= part.granted();
      part.findings().forEach(f -> anew.put(key(f), f));
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding f : stored.findings()) {
      Finding again = anew.remove(key(f));
      Optional.ofNullable(again).or(() -> counted(pack, f)).ifPresent(findings::add);
    }
    findings.addAll(anew.values());
    granted &= findings.stream().allMatch(f -> f.holds() || !f.decisive());
    return new Decision(
        pack.code(), pack.version(), stored.role(), stored.applicantClass(), stored.asOf(), granted, findings);
  }

  private static String key(Finding f) {
    return f.provision() + " " + f.check();
  }

  private static Optional<Finding> counted(Pack pack, Finding f) {
    return pack.provision(f.provision())
        .map(
            p ->
                p instanceof Limit limit && f.check().equals("limit") && limit.unit() == Limit.Unit.CNY
                    ? limit.check(money(f, "used"), money(f, "asked"))
                    : f);
  }

  private static Money money(Finding f, String name) {
    return new Money(((Number) f.facts().getOrDefault(name, 0L)).longValue());
  }
}
