package org.zhuqi.platform.vouchers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Refusal;

/**
 * What a claim came to.
 *
 * @param claim its record; null only when it was refused before anything was recorded (full queue, reused key)
 * @param voucher the voucher, when granted
 * @param number the voucher's number, when granted
 * @param refusals every reason, by article, when refused
 * @param decision the stored decision behind it
 */
public record ClaimAnswer(
    @Nullable UUID claim,
    Kind kind,
    Money amount,
    @Nullable UUID voucher,
    @Nullable String number,
    List<Refusal> refusals,
    @Nullable UUID decision) {

  /** How it ended. */
  public enum Kind {
    GRANTED,
    REFUSED,
    /** Eligible and gathered; the order is drawn after the batch has closed. */
    WAITING
  }

  public boolean isGranted() {
    return kind == Kind.GRANTED;
  }
}
