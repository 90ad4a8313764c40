package org.zhuqi.platform.payouts;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decided that something is owed and therefore does not approve its payment.
 *
 * @param accounts empty where no measure keeps the two steps apart
 * @param provision that keeps them apart; null when there are no accounts
 */
public record DecidedBy(Set<UUID> accounts, @Nullable String provision) {
  public DecidedBy {
    accounts = Set.copyOf(accounts);
    if (accounts.isEmpty()) provision = null;
    else if (provision == null) throw new IllegalArgumentException("kept apart by no provision");
  }
}
