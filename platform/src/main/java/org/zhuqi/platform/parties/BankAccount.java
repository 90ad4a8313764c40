package org.zhuqi.platform.parties;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a party's money goes. Replaced, never changed: history is kept.
 *
 * @param holder name of the account holder: the party itself, for public money goes to nobody else
 * @param number in full; show it through {@link Masked#bankAccount}
 * @param replacedAt null for the current one
 * @param bouncedReason why the bank sent money back; null while nothing is known against it
 */
public record BankAccount(
    UUID id,
    UUID party,
    String holder,
    String bank,
    String number,
    Instant since,
    @Nullable Instant replacedAt,
    @Nullable String bouncedReason) {

  boolean isSame(String bank, String number) {
    return this.bank.equals(bank) && this.number.equals(number);
  }

  public boolean isUsable() {
    return replacedAt == null && bouncedReason == null;
  }
}
