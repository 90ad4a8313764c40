package org.zhuqi.measures;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a measure demands, with typed parameters by kind.
 *
 * <p>Engines ask the pack by {@linkplain #roles() role} and kind, never by id; the id travels with the answer.
 */
public sealed interface Provision
    permits Condition,
        Deposit,
        Draw,
        Life,
        Limit,
        Materials,
        Menu,
        Notice,
        Obligation,
        Principle,
        Rank,
        RecordDuty,
        Reference,
        Sanction,
        Score,
        Separation,
        Share,
        Stages,
        Table {

  /** What every provision has, whatever its kind. */
  Head head();

  default String id() {
    return head().id();
  }

  default int article() {
    return head().article();
  }

  default Mode mode() {
    return head().mode();
  }

  /** The first of {@link #roles()}: the dot-separated name by which engines ask, such as {@code claim.eligibility}. */
  default String role() {
    return head().roles().getFirst();
  }

  /** Every name by which engines ask for this provision; at least one. */
  default List<String> roles() {
    return head().roles();
  }

  /** Classes of applicant that it applies to; empty means all. */
  default Set<String> appliesTo() {
    return head().appliesTo();
  }

  default boolean isFor(String applicantClass) {
    return appliesTo().isEmpty() || appliesTo().contains(applicantClass);
  }

  /** Where it stands: 第六条 / Art. 6. */
  default Text citation() {
    return head().citation();
  }

  /** What it demands, in one sentence of our own. */
  default Text text() {
    return head().text();
  }

  /** How we read the measure where it is silent or contradicts itself. */
  default @Nullable Text reading() {
    return head().reading();
  }

  /** The common part of a provision. */
  record Head(
      String id,
      int article,
      Mode mode,
      List<String> roles,
      Set<String> appliesTo,
      Text citation,
      Text text,
      @Nullable Text reading) {
    public Head {
      roles = List.copyOf(roles);
      appliesTo = Set.copyOf(appliesTo);
    }
  }
}
