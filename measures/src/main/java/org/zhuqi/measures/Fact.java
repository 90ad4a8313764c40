package org.zhuqi.measures;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a measure's conditions read.
 *
 * @param name dotted, such as {@code holder.industry}
 * @param unit for {@link Type#INT}, such as {@code persons}; otherwise null
 * @param menu where its codes and labels stand: {@code PROVISION-ID} of a menu, or {@code PROVISION-ID.param} of a list
 *     within a condition; null for none. Resolve with {@link Pack#options}.
 * @param appliesTo classes of applicant that have it; empty means all
 * @param unknown what changes it where the fact is not known, when more can be said than "provide it"; otherwise null
 */
public record Fact(
    String name,
    Type type,
    @Nullable String unit,
    Text label,
    Source source,
    @Nullable String menu,
    Set<String> appliesTo,
    @Nullable Text unknown) {
  public Fact {
    appliesTo = Set.copyOf(appliesTo);
  }

  /** What Java passes: String, Boolean, Long, Money, LocalDate, list of String. */
  public enum Type {
    STRING,
    BOOL,
    INT,
    MONEY,
    DATE,
    LIST
  }

  /** Where the fact comes from. */
  public enum Source {
    /** A register that the system keeps or is connected to. */
    REGISTER,
    /** What the applicant states. */
    FORM,
    /** What an official reads from a paper. */
    DOCUMENT,
    /** What the system counts itself. */
    COUNTED
  }
}
