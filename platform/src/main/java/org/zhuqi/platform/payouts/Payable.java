package org.zhuqi.platform.payouts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;

/**
 * A debt of a funder as it stands.
 *
 * @param stopped must not be paid: withheld, or on its way to the treasury and withheld if it bounces
 * @param suspended not to be paid while what it comes from is under review; unlike {@code stopped}, this can be lifted
 * @param reason why it bounced or was withheld
 */
public record Payable(
    UUID id,
    String number,
    Owed owed,
    PayableState state,
    boolean stopped,
    boolean suspended,
    Instant owedAt,
    @Nullable Instant settledAt,
    @Nullable String reason) {

  /** Must not go into a file or with one to the treasury. */
  boolean isHalted() {
    return stopped || suspended;
  }

  public Money amount() {
    return owed.amount();
  }
}
