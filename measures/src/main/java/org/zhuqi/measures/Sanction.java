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
 * @param heardFirst the party is heard before it is decided
 * @param decidedBy role that decides, or null where any official competent may
 * @param carriedOutBy role that carries it out on instruction, or null where the decider does
 */
public record Sanction(
    Head head,
    List<Menu.Item> grounds,
    Set<Consequence> consequences,
    int barYears,
    @Nullable String barFollows,
    boolean heardFirst,
    @Nullable String decidedBy,
    @Nullable String carriedOutBy)
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
