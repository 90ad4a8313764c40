package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Notice;
import org.zhuqi.measures.Obligation;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Separation;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.Table;

/**
 * One register of one version of a measure: what the engine asks of the pack, and by which role.
 *
 * @param register role prefix, such as {@code admission}
 */
record RegisterRules(Pack pack, String register) {

  /** What must hold for an entry. */
  String eligibility() {
    return register + ".eligibility";
  }

  Materials materials(String partyClass) {
    return pack.one(Materials.class, register + ".materials", partyClass);
  }

  Stages stages(String partyClass) {
    return pack.one(Stages.class, register + ".stages", partyClass);
  }

  /** Absent where the measure enters without a notice. */
  Optional<Notice> notice(String partyClass) {
    return pack.byRole(Notice.class, register + ".notice", partyClass).stream().findFirst();
  }

  Optional<Obligation> yearly(String partyClass) {
    return pack.byRole(Obligation.class, "yearly.papers", partyClass).stream().findFirst();
  }

  /** The term of an entry, where the measure sets one. */
  Optional<Life> term(String partyClass) {
    return pack.byRole(Life.class, register + ".term", partyClass).stream().findFirst();
  }

  Life life() {
    return pack.one(Life.class, "measure.life");
  }

  Sanction removal() {
    return pack.one(Sanction.class, "removal");
  }

  Menu removalGrounds() {
    return pack.one(Menu.class, "removal.grounds");
  }

  Optional<Table> removalEffects() {
    return pack.byRole(Table.class, "removal.effects").stream().findFirst();
  }

  /** Absent where the measure knows no hand-over to the judicial authorities. */
  Optional<HandOvers.Duty> handOver() {
    return HandOvers.duty(pack);
  }

  Optional<Condition> exit(String partyClass) {
    return pack.byRole(Condition.class, "exit", partyClass).stream().findFirst();
  }

  @Nullable String separation() {
    return pack.byRole(Separation.class, "decision.separation").stream().findFirst().map(Separation::id).orElse(null);
  }

  /** Who handles an application from an area; empty where the measure does not route and the stage's role decides. */
  Optional<Table.Row> routing(String area) {
    return pack.byRole(Table.class, "routing").stream().findFirst().flatMap(t -> t.row(area));
  }

  /** The last day of an entry that begins on a day, or null without a term. */
  @Nullable LocalDate until(String partyClass, LocalDate since) {
    return term(partyClass).flatMap(t -> t.termEnds(since)).orElse(null);
  }

  /** A group of facts that belong together: those of one condition. */
  record Group(Condition condition, List<Fact> facts) {}

  /**
   * The facts that eligibility reads, each once, under the first condition that reads it: first what everybody must meet, then
   * way by way.
   */
  List<Group> factGroups(String partyClass) {
    Set<String> seen = new LinkedHashSet<>();
    Map<String, Group> groups = new LinkedHashMap<>();
    pack.byRole(Condition.class, eligibility(), partyClass).forEach(c -> collect(c, seen, groups));
    return List.copyOf(groups.values());
  }

  private void collect(Condition condition, Set<String> seen, Map<String, Group> groups) {
    List<Fact> own = new ArrayList<>();
    for (Condition.Check check : condition.checks()) {
      for (String name : check.when().facts()) {
        Fact fact = pack.facts().get(name);
        if (fact != null && seen.add(name)) own.add(fact);
      }
    }
    if (!condition.checks().isEmpty()) groups.putIfAbsent(condition.id(), new Group(condition, own));
    for (String id : condition.of()) {
      if (pack.provision(id).orElse(null) instanceof Condition part) collect(part, seen, groups);
    }
  }

  /** Facts that the applicant states or that officials read from papers; the system knows or counts the others. */
  static boolean isAsked(Fact fact) {
    return fact.source() == Fact.Source.FORM || fact.source() == Fact.Source.DOCUMENT;
  }
}
