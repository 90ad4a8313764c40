package org.zhuqi.platform.vouchers;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.parties.Project;

/**
 * What a batch has for a holder now.
 *
 * @param category the pot, or empty for all
 * @param project the holder's project that it would be claimed for, or null for an enterprise
 * @param most the most that it could claim at this moment; zero when nothing
 * @param decision why, and why not: every condition, for a claim of {@code most}
 */
public record Offer(Batch batch, String category, @Nullable Project project, Money most, Decision decision) {
  /** One click would grant it. */
  public boolean isOpen() {
    return decision.granted() && most.isPositive();
  }
}
