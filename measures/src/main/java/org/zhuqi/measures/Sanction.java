package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which grounds which consequences follow.
 *
 * @param barYears years for which the party may not apply again; 0 for none
 * @param barFollows what the bar sticks to, such as {@code credit_code}, or null
 * @param hearingDays working days that the party has at least for its statement before it is decided; null where it is
 *     not heard
 * @param decidedBy role that decides, or null where any official competent may
 * @param decidedWithin working days for the decision once the party was heard, or null where none are set
 * @param carriedOutBy role that carries it out on instruction, or null where the decider does
 * @param carriedOutWithin working days for carrying it out, or null where none are set
 */
public record Sanction(
    Head head,
    List<Menu.Item> grounds,
    Set<Consequence> consequences,
    int barYears,
    @Nullable String barFollows,
    @Nullable Integer hearingDays,
    @Nullable String decidedBy,
    @Nullable Integer decidedWithin,
    @Nullable String carriedOutBy,
    @Nullable Integer carriedOutWithin)
    implements Provision {
  public Sanction {
    grounds = List.copyOf(grounds);
    consequences = Set.copyOf(consequences);
  }

  /** What follows. */
  public enum Consequence {
    STOP_REDEMPTION,
    RECOVER,
    HAND_OVER,
    REMOVE,
    BAR,
    WITHDRAW_TITLE,
    WITHDRAW_DISPATCH,
    BLOCK_ORDERS,
    LOSE_SEAT
  }

  /** The party is heard before it is decided. */
  public boolean heardFirst() {
    return hearingDays != null;
  }

  /** The first day on which its term for a statement may end; the day on which it is told where it is not heard. */
  public LocalDate hearUntil(LocalDate told, WorkingDays calendar) {
    return hearingDays == null ? told : calendar.after(told, hearingDays);
  }

  /** The last day for the decision, counted from the end of the hearing; null where no time is set. */
  public @Nullable LocalDate decideBy(LocalDate heard, WorkingDays calendar) {
    return decidedWithin == null ? null : calendar.after(heard, decidedWithin);
  }

  /** The last day for carrying it out; null where no time is set. */
  public @Nullable LocalDate carryOutBy(LocalDate decided, WorkingDays calendar) {
    return carriedOutWithin == null ? null : calendar.after(decided, carriedOutWithin);
  }

  public Optional<Menu.Item> ground(String code) {
    return grounds.stream().filter(g -> g.code().equals(code)).findFirst();
  }

  /**
   * The last barred day for a sanction carried out on the given day: the same day of the year in which the bar ends, since
   * the first day does not count. Empty without a bar.
   */
  public Optional<LocalDate> lastBarredDay(LocalDate carriedOut) {
    return barYears == 0 ? Optional.empty() : Optional.of(carriedOut.plusYears(barYears));
  }

  /** The first day on which a new application is taken again; empty without a bar. */
  public Optional<LocalDate> mayApplyAgainFrom(LocalDate carriedOut) {
    return lastBarredDay(carriedOut).map(d -> d.plusDays(1));
  }

  /** Whether the bar has run out by a day, with the day from which an application is taken again. */
  public Finding checkBar(LocalDate carriedOut, LocalDate on) {
    LocalDate again = mayApplyAgainFrom(carriedOut).orElse(carriedOut);
    boolean over = !on.isBefore(again);
    return new Finding(
        id(),
        "bar",
        over ? Verdict.HOLDS : Verdict.FAILS,
        Map.of("carriedOut", carriedOut, "on", on, "mayApplyAgainFrom", again),
        over
            ? new Text("限制期已满。", "The bar is over.")
            : new Text(
                "%s 已被处理，限制期至 %s 止。".formatted(carriedOut, again.minusDays(1)),
                "Sanctioned on %s; barred through %s.".formatted(carriedOut, again.minusDays(1))),
        over
            ? null
            : new Text("可自 %s 起重新申请。".formatted(again), "A new application is taken from %s.".formatted(again)));
  }
}
