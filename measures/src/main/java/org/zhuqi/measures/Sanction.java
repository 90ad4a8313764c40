package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
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

  /** The last barred day for a sanction carried out on the given day; empty without a bar. */
  public Optional<LocalDate> lastBarredDay(LocalDate carriedOut) {
    return mayApplyAgainFrom(carriedOut).map(d -> d.minusDays(1));
  }

  /** The first day on which a new application is taken again; empty without a bar. */
  public Optional<LocalDate> mayApplyAgainFrom(LocalDate carriedOut) {
    return barYears == 0 ? Optional.empty() : Optional.of(carriedOut.plusYears(barYears));
  }
}
