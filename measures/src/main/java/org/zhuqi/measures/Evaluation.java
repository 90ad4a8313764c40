package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One question put to a pack: evaluates every part of every condition and words the findings. */
final class Evaluation {
  private final Pack pack;
  private final Map<String, ?> facts;
  private final LocalDate asOf;

  Evaluation(Pack pack, Map<String, ?> facts, LocalDate asOf) {
    this.pack = pack;
    this.facts = facts;
    this.asOf = asOf;
  }

  /** A condition's verdict with its trace. */
  private record Outcome(Verdict verdict, List<Finding> findings) {}

  Decision decide(String role, String applicantClass) {
    List<Condition> conditions = pack.byRole(Condition.class, role, applicantClass);
    if (conditions.stream().allMatch(c -> c.combination() == Condition.Combination.PREFER)) {
      throw pack.missing("Condition", role, applicantClass);
    }
    boolean granted = true;
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : conditions) {
      Outcome outcome = evaluate(condition);
      findings.addAll(outcome.findings());
      granted &= condition.combination() == Condition.Combination.PREFER || outcome.verdict() == Verdict.HOLDS;
    }
    return new Decision(pack.code(), pack.version(), role, applicantClass, asOf, granted, findings);
  }

  int preference(String role, String applicantClass) {
    return (int)
        pack.byRole(Condition.class, role, applicantClass).stream()
            .filter(c -> c.combination() == Condition.Combination.PREFER)
            .flatMap(c -> c.checks().stream())
            .filter(c -> c.when().evaluate(facts, asOf) == Verdict.HOLDS)
            .count();
  }

  private Outcome evaluate(Condition condition) {
    List<Outcome> parts = new ArrayList<>();
    for (Condition.Check check : condition.checks()) {
      Finding finding = finding(condition, check);
      parts.add(new Outcome(finding.verdict(), List.of(finding)));
    }
    List<Text> names = new ArrayList<>();
    for (String id : condition.of()) {
      Optional<Provision> part = pack.provision(id);
      if (part.orElse(null) instanceof Condition c) {
        Outcome outcome = evaluate(c);
        parts.add(outcome);
        if (outcome.verdict() == Verdict.HOLDS) {
          names.add(new Text(c.id() + "（" + strip(c.text().zh()) + "）", c.id() + " (" + strip(c.text().en()) + ")"));
        }
      }
    }
    Verdict verdict = combine(condition, parts);
    boolean onlyAll = condition.combination() == Condition.Combination.ALL;
    List<Finding> findings = new ArrayList<>();
    if (!onlyAll) {
      findings.add(summary(condition, verdict, parts.size(), names));
    }
    for (Outcome part : parts) {
      boolean counts =
          onlyAll
              || (condition.combination() != Condition.Combination.PREFER
                  && (verdict != Verdict.HOLDS || part.verdict() == Verdict.HOLDS));
      part.findings().forEach(f -> findings.add(counts ? f : f.notDecisive()));
    }
    return new Outcome(verdict, findings);
  }

  private static Verdict combine(Condition condition, List<Outcome> parts) {
    long holds = parts.stream().filter(p -> p.verdict() == Verdict.HOLDS).count();
    long unknown = parts.stream().filter(p -> p.verdict() == Verdict.UNKNOWN).count();
    long needed =
        switch (condition.combination()) {
          case ALL -> parts.size();
          case ANY -> 1;
          case AT_LEAST -> condition.atLeast();
          case PREFER -> 0;
        };
    return parts.isEmpty() && condition.combination() != Condition.Combination.PREFER
        ? Verdict.FAILS
        : holds >= needed ? Verdict.HOLDS : holds + unknown >= needed ? Verdict.UNKNOWN : Verdict.FAILS;
  }

  private Finding summary(Condition condition, Verdict verdict, int parts, List<Text> held) {
    int needed = condition.combination() == Condition.Combination.AT_LEAST ? condition.atLeast() : 1;
    String zhHeld = String.join("、", held.stream().map(Text::zh).toList());
    String enHeld = String.join(", ", held.stream().map(Text::en).toList());
    boolean prefer = condition.combination() == Condition.Combination.PREFER;
    Text sentence =
        prefer
            ? new Text("以下为优先条件，只影响排序。", "The following are preferences; they only order.")
            : verdict == Verdict.HOLDS
                ? new Text(
                    held.isEmpty() ? "已满足其中至少 " + needed + " 项。" : "已满足：" + zhHeld + "。",
                    held.isEmpty() ? "At least " + needed + " of them hold." : "Satisfied by: " + enHeld + ".")
                : new Text(
                    "%d 项中至少须满足 %d 项，目前%s。".formatted(parts, needed, verdict == Verdict.UNKNOWN ? "资料不全，无法确定" : "未达到"),
                    "At least %d of %d must hold; %s."
                        .formatted(needed, parts, verdict == Verdict.UNKNOWN ? "too little is known to tell" : "they do not"));
    Finding finding =
        new Finding(condition.id(), condition.combination().name().toLowerCase(java.util.Locale.ROOT), verdict, Map.of(),
            sentence, null);
    return prefer ? finding.notDecisive() : finding;
  }

  private Finding finding(Condition condition, Condition.Check check) {
    Verdict verdict = check.when().evaluate(facts, asOf);
    Map<String, Object> read = new LinkedHashMap<>();
    List<Fact> lacking = new ArrayList<>();
    for (String name : check.when().facts()) {
      Object value = facts.get(name);
      Fact fact = java.util.Objects.requireNonNull(pack.facts().get(name));
      if (value == null) {
        lacking.add(fact);
      } else {
        read.put(name, value);
      }
    }
    Sentences sentences = new Sentences(pack, condition.params(), read, asOf);
    return switch (verdict) {
      case HOLDS -> new Finding(condition.id(), check.name(), verdict, read, sentences.fill(check.holds()), null);
      case FAILS ->
          new Finding(
              condition.id(),
              check.name(),
              verdict,
              read,
              sentences.fill(check.fails()),
              check.remedy() == null ? null : sentences.fill(check.remedy()));
      case UNKNOWN -> unknown(condition, check, read, lacking);
    };
  }

  private static Finding unknown(
      Condition condition, Condition.Check check, Map<String, Object> read, List<Fact> lacking) {
    String zh = String.join("、", lacking.stream().map(f -> f.label().zh()).toList());
    String en = String.join(", ", lacking.stream().map(f -> f.label().en()).toList());
    return new Finding(
        condition.id(),
        check.name(),
        Verdict.UNKNOWN,
        read,
        new Text("尚缺信息：" + zh + "。", "Not known yet: " + en + "."),
        lacking.stream()
            .flatMap(f -> java.util.stream.Stream.ofNullable(f.unknown()))
            .findFirst()
            .orElse(new Text("请补充：" + zh + "。", "Provide: " + en + ".")));
  }

  private static String strip(String sentence) {
    return Set.of("。", ".").stream()
        .filter(sentence::endsWith)
        .findFirst()
        .map(end -> sentence.substring(0, sentence.length() - end.length()))
        .orElse(sentence);
  }
}
