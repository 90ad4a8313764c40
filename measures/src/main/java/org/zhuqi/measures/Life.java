package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long something lives: a measure itself (from/until, and what still goes on afterwards) or an entry under it (a
 * term in months, renewable or not).
 *
 * @param until last day, inclusive; null means without end
 * @param afterEnd what still goes on once the last day has passed
 * @param termMonths length of a term, or null where there is none
 */
public record Life(
    Head head,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Set<Act> afterEnd,
    @Nullable Integer termMonths,
    boolean renewable)
    implements Provision {
  public Life {
    afterEnd = Set.copyOf(afterEnd);
  }

  /** What can begin, go on or end under a measure. */
  public enum Act {
    OPEN_BATCH,
    CLAIM,
    FILE_CONTRACT,
    PERFORM,
    RATE,
    REDEEM,
    RECOVER,
    LAPSE_UNSPENT,
    APPLY,
    ADMIT,
    SERVE,
    TAKE_ORDER,
    SETTLE
  }

  /** Whether the day lies between the first and the last day, both included. */
  public boolean isInForce(LocalDate on) {
    return (from == null || !on.isBefore(from)) && (until == null || !on.isAfter(until));
  }

  /** Whether the act may be done on that day: in force, or after the end one of those that still go on. */
  public boolean allows(Act act, LocalDate on) {
    return isInForce(on) || (until != null && on.isAfter(until) && afterEnd.contains(act));
  }

  /** The last day of a term that begins on the given day; empty where there is no term. */
  public Optional<LocalDate> termEnds(LocalDate begins) {
    return termMonths == null ? Optional.empty() : Optional.of(begins.plusMonths(termMonths).minusDays(1));
  }

  /** {@link #allows} as a finding. */
  public Finding check(Act act, LocalDate on) {
    boolean allowed = allows(act, on);
    String last = until == null ? "" : until.toString();
    return new Finding(
        id(),
        "life",
        allowed ? Verdict.HOLDS : Verdict.FAILS,
        Map.of("act", act.name(), "on", on, "until", last),
        allowed
            ? new Text(on + " 可以办理。", "It may be done on " + on + ".")
            : on.isBefore(from == null ? LocalDate.MIN : from)
                ? new Text("办法自 " + from + " 起施行，" + on + " 尚不能办理。", "In force from " + from + "; not yet on " + on + ".")
                : new Text(
                    "办法有效期至 " + last + "，" + on + " 不再办理此事项。",
                    "In force until " + last + "; on " + on + " this is no longer done."),
        null);
  }
}
