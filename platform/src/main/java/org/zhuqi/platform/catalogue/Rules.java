package org.zhuqi.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Reference;
import org.zhuqi.measures.Text;

/** Finds the measure that says something on a role: the version in force today, else the last one that was. */
@Component
public class Rules {
  private static final String CATEGORIES = "service.categories";
  private static final String SCOPE = "service.scope";
  private static final String SEPARATION = "decision.separation";
  /** Mark of a category in the measure's list. */
  private static final String NEEDS_QUALIFICATION = "needsQualification";

  private final Measures measures;
  private final Clock clock;

  Rules(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** The pack in which a kind of provision stands under a role; empty when no measure says anything on it. */
  public Optional<Pack> find(Class<? extends Provision> kind, String role) {
    LocalDate today = LocalDate.now(clock);
    return measures.all().stream()
        .filter(p -> !p.byRole(kind, role).isEmpty())
        .max(Comparator.<Pack, Boolean>comparing(p -> p.isInForce(today)).thenComparing(Pack::inForceFrom));
  }

  /** @throws IllegalStateException when no measure says anything on it */
  public Pack pack(Class<? extends Provision> kind, String role) {
    return find(kind, role)
        .orElseThrow(() -> new IllegalStateException("no measure has a " + kind.getSimpleName() + " under the role " + role));
  }

  public <P extends Provision> P one(Class<P> kind, String role) {
    return pack(kind, role).one(kind, role);
  }

  /** The id of the provision that an act serves, for records; null where no measure speaks of it. */
  public @Nullable String provision(String role) {
    return find(Provision.class, role).flatMap(p -> p.byRole(Provision.class, role).stream().findFirst()).map(Provision::id).orElse(null);
  }

  /**
   * The provision by which a measure sends to another's: a contract under the one is rated, say, by the score of the other.
   *
   * @param target the provision that is asked for
   * @return empty when the measure does not send there
   */
  public Optional<String> reference(String measure, String version, String role, String target) {
    return measures.version(measure, version).stream()
        .flatMap(p -> p.byRole(Reference.class, role).stream())
        .filter(r -> r.provisions().contains(target))
        .map(Provision::id)
        .findFirst();
  }

  /** The provision by which nobody decides on a party that they are related to; null where no measure has one. */
  public @Nullable String separation() {
    return provision(SEPARATION);
  }

  /** What vouchers may pay for. */
  public Menu categories() {
    return one(Menu.class, CATEGORIES);
  }

  /** Whether by law only the qualified offer services of a category; of another its institution says whether it needs one. */
  public boolean needsQualification(@Nullable String category) {
    return category != null && categories().item(category).filter(i -> i.has(NEEDS_QUALIFICATION)).isPresent();
  }

  /** What institutions may offer. */
  public Menu scope() {
    return one(Menu.class, SCOPE);
  }

  /** The options of a declared fact, such as the fee modes. */
  public List<Menu.Item> options(String fact) {
    for (Pack pack : measures.all()) {
      Fact declared = pack.facts().get(fact);
      if (declared != null) return pack.options(declared);
    }
    return List.of();
  }

  /** The label of a code, or the code itself where the list no longer has it. */
  public static Text label(List<Menu.Item> items, @Nullable String code) {
    String known = code == null || code.isBlank() ? "—" : code;
    return items.stream().filter(i -> i.code().equals(code)).findFirst().map(Menu.Item::label).orElse(new Text(known, known));
  }
}
