package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can only be checked once a whole pack has been read: that what it names is there. */
final class PackChecks {
  private final Pack pack;
  private final Map<String, YamlNode> places;
  private final YamlNode.Fields root;

  PackChecks(Pack pack, Map<String, YamlNode> places, YamlNode.Fields root) {
    this.pack = pack;
    this.places = places;
    this.root = root;
  }

  void run() {
    facts();
    Set<String> classes = pack.applicants().stream().map(Menu.Item::code).collect(Collectors.toSet());
    for (Provision provision : pack.provisions()) {
      YamlNode place = places.get(provision.id());
      if (place == null) {
        continue;
      }
      classesKnown(place, provision.appliesTo(), classes);
      switch (provision) {
        case Condition c -> condition(place, c);
        case Materials m -> m.items().forEach(i -> classesKnown(place, i.appliesTo(), classes));
        case Obligation o -> obligation(place, o);
        case Life l when l.roles().contains("measure.life") -> life(place, l);
        default -> {}
      }
    }
  }

  private static void classesKnown(YamlNode place, Set<String> named, Set<String> known) {
    named.stream()
        .filter(c -> !known.contains(c))
        .forEach(c -> place.problem("\"" + c + "\" is not among the applicants of this measure: " + known));
  }

  private void facts() {
    YamlNode node = root.get("facts");
    if (node == null) {
      return;
    }
    Set<String> classes = pack.applicants().stream().map(Menu.Item::code).collect(Collectors.toSet());
    node.fields()
        .entries()
        .forEach(
            (name, entry) -> {
              Fact fact = Objects.requireNonNull(pack.facts().get(name));
              if (fact.menu() != null && pack.options(fact).isEmpty()) {
                entry.problem("\"" + fact.menu() + "\" names no closed list of this pack");
              }
              classesKnown(entry, fact.appliesTo(), classes);
            });
  }

  private void condition(YamlNode place, Condition condition) {
    for (String id : condition.of()) {
      Optional<Provision> part = pack.provision(id);
      if (!(part.orElse(null) instanceof Condition)) {
        place.problem("\"" + id + "\" under \"of\" is no condition of this pack");
      }
    }
    if (leadsTo(condition, condition.id(), new HashSet<>())) {
      place.problem("the condition is a part of itself");
    }
    int parts = condition.checks().size() + condition.of().size();
    if (condition.combination() == Condition.Combination.AT_LEAST
        && (condition.atLeast() < 1 || condition.atLeast() > parts)) {
      place.problem("\"atLeast\" must lie between 1 and the number of parts");
    }
    Set<String> names = new HashSet<>();
    condition.checks().stream()
        .filter(c -> !names.add(c.name()))
        .forEach(c -> place.problem("the check \"" + c.name() + "\" stands here twice"));
  }

  private boolean leadsTo(Condition condition, String target, Set<String> seen) {
    for (String id : condition.of()) {
      if (id.equals(target)) {
        return true;
      }
      if (seen.add(id) && pack.provision(id).orElse(null) instanceof Condition c && leadsTo(c, target, seen)) {
        return true;
      }
    }
    return false;
  }

  private void obligation(YamlNode place, Obligation obligation) {
    String role = obligation.materials();
    if (role != null) {
      List<Materials> found = pack.byRole(Materials.class, role);
      if (found.isEmpty()) {
        place.problem("no materials of this pack have the role \"" + role + "\"");
      }
      Set<String> codes =
          found.stream().flatMap(m -> m.items().stream()).map(Materials.Item::code).collect(Collectors.toSet());
      obligation.items().stream()
          .filter(code -> !found.isEmpty() && !codes.contains(code))
          .forEach(code -> place.problem("the materials \"" + role + "\" have no item \"" + code + "\""));
    }
  }

  private void life(YamlNode place, Life life) {
    LocalDate until = pack.inForceUntil();
    if (!Objects.equals(life.until(), until) || !Objects.equals(life.from(), pack.inForceFrom())) {
      place.problem("its dates differ from \"inForce\" at the head of the pack");
    }
  }
}
