package org.zhuqi.platform.vouchers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;

/**
 * A voucher as it stands.
 *
 * @param applicantClass as what its holder claimed it, as packs name it
 * @param project the project that it was claimed for; null for an enterprise
 * @param category the service category it is bound to, or empty for all that the guide allows
 * @param free what can still be used
 * @param locked what filed contracts hold
 * @param spent what was redeemed
 * @param lastDay last day on which a contract may be filed with it
 */
public record Voucher(
    UUID id,
    String number,
    UUID batch,
    UUID line,
    UUID holder,
    String applicantClass,
    @Nullable UUID project,
    String category,
    Money face,
    Money free,
    Money locked,
    Money spent,
    Money lapsed,
    LocalDate since,
    LocalDate lastDay) {

  /** What a person is told about it. */
  public VoucherState state(LocalDate today) {
    if (free.isPositive()) return today.isAfter(lastDay) ? VoucherState.LAPSED : VoucherState.USABLE;
    if (locked.isPositive()) return VoucherState.LOCKED;
    return lapsed.isPositive() ? VoucherState.LAPSED : VoucherState.SPENT;
  }

  public boolean isUsable(LocalDate day) {
    return !day.isAfter(lastDay) && free.isPositive();
  }
}
