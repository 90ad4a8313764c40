package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be true. Its parts are its own checks or other conditions by id, combined as {@link Combination} says.
 * Decide it through {@link Pack#decide}, which evaluates every part and never stops at the first.
 *
 * @param atLeast how many parts must hold, for {@link Combination#AT_LEAST}; otherwise 0
 * @param of ids of other conditions of the same pack that are parts of this one
 * @param params figures and lists that the expressions read as {@code param.name}
 * @param decidedBy role that decides where the condition alone does not, or null
 * @param decidedWithin working days for that decision, or null where none are set
 * @param remindDaysAhead days before it stops to hold on which to remind, where it holds until a day
 */
public record Condition(
    Head head,
    Combination combination,
    int atLeast,
    List<Check> checks,
    List<String> of,
    Map<String, Param> params,
    @Nullable String decidedBy,
    @Nullable Integer decidedWithin,
    List<Integer> remindDaysAhead)
    implements Provision {
  public Condition {
    checks = List.copyOf(checks);
    of = List.copyOf(of);
    params = Map.copyOf(params);
    remindDaysAhead = List.copyOf(remindDaysAhead);
  }

  /** The latest reminder whose day has come for something that holds until its last day, in days ahead; or none yet. */
  public Optional<Integer> reminder(LocalDate lastDay, LocalDate on) {
    return remindDaysAhead.stream().filter(days -> !on.isBefore(lastDay.minusDays(days))).min(Integer::compareTo);
  }

  /** The last day for the decision on what was asked on a day; null where no time is set. */
  public @Nullable LocalDate decideBy(LocalDate asked, WorkingDays calendar) {
    return decidedWithin == null ? null : calendar.after(asked, decidedWithin);
  }

  /** How the parts count. PREFER never refuses: it only orders (see {@link Pack#preference}). */
  public enum Combination {
    ALL,
    ANY,
    AT_LEAST,
    PREFER
  }

  /**
   * One expression over facts with its sentences. The sentences are already templates with {@code {fact}} and
   * {@code {param.name}} placeholders; a decision holds them filled in.
   */
  public record Check(String name, Expression when, Text holds, Text fails, @Nullable Text remedy) {}
}
