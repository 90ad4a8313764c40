package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;

/**
 * What a batch has for a holder now.
 *
 * @param category the pot, or empty for all
 * @param most the most that it could claim at this moment; zero when nothing
 * @param decision why, and why not: every condition, for a claim of {@code most}
 */
public record Offer(Batch batch, String category, Money most, Decision decision) {
  /** One click would grant it. */
  public boolean isOpen() {
    return decision.granted() && most.isPositive();
  }
}
