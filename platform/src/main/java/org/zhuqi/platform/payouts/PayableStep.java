package org.zhuqi.platform.payouts;

import static org.zhuqi.platform.payouts.PayableState.*;

import java.util.Arrays;

/** The one table of what may happen to a payable. */
enum PayableStep {
  FREEZE(READY, FROZEN),
  FREEZE_AGAIN(BOUNCED, FROZEN),
  CANCEL(FROZEN, READY),
  SEND(FROZEN, SENT),
  PAY(SENT, PAID),
  BOUNCE(SENT, BOUNCED),
  /** A payment that the bank reported and later gave back. */
  BOUNCE_LATE(PAID, BOUNCED),
  WITHHOLD(READY, WITHHELD),
  WITHHOLD_BOUNCED(BOUNCED, WITHHELD);

  private final PayableState from;
  private final PayableState to;

  PayableStep(PayableState from, PayableState to) {
    this.from = from;
    this.to = to;
  }

  PayableState from() {
    return from;
  }

  PayableState to() {
    return to;
  }

  static boolean allows(PayableState from, PayableState to) {
    return Arrays.stream(values()).anyMatch(s -> s.from == from && s.to == to);
  }
}
