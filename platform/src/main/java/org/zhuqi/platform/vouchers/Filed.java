package org.zhuqi.platform.vouchers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;

/**
 * A contract filed against vouchers.
 *
 * @param released true once the lock was given back because the contract ended
 */
public record Filed(
    UUID id,
    String number,
    UUID contract,
    UUID holder,
    UUID institution,
    String category,
    Money price,
    Instant filedAt,
    boolean released,
    List<Part> parts) {

  /**
   * What one voucher pays of it.
   *
   * @param hold the ledger hold; capture or release it through the ledger
   * @param remaining what the hold still holds
   */
  public record Part(
      UUID voucher,
      String number,
      UUID batch,
      UUID line,
      String funder,
      String measure,
      String version,
      Guide guide,
      UUID hold,
      Money amount,
      Money remaining) {}

  /** What vouchers pay of the contract, all together. */
  public Money amount() {
    return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
  }
}
