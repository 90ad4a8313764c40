package org.zhuqi.platform.redemption;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fully digital invoice (数电票) states. The file proves its form, not that the tax authority issued it: a reviewer
 * looks the number up at the authority and records that.
 *
 * @param number 20 digits
 * @param issued day of issue
 * @param sellerCode unified social credit code, upper case
 * @param amountFen without tax; negative on a red-letter invoice
 * @param totalFen with tax; always amount + tax
 * @param cancels number of the blue invoice that this red-letter invoice takes back; null on a blue one
 */
public record Invoice(
    String number,
    LocalDate issued,
    String sellerName,
    String sellerCode,
    String buyerName,
    String buyerCode,
    long amountFen,
    long taxFen,
    long totalFen,
    @Nullable String cancels) {

  /** Whether it takes back another invoice instead of charging something. */
  public boolean isRed() {
    return cancels != null;
  }

  /** The blue invoice taken back. */
  public Optional<String> cancelled() {
    return Optional.ofNullable(cancels);
  }
}
