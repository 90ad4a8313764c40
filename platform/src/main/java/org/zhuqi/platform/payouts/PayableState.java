package org.zhuqi.platform.payouts;

import org.zhuqi.measures.Text;

/** Where a payable stands. {@link PayableStep} says how it gets from one to the next. */
public enum PayableState {
  READY("待拨付", "To be paid"),
  FROZEN("已列入付款文件", "In a payout file"),
  SENT("已送国库", "Sent to the treasury"),
  PAID("已支付", "Paid"),
  BOUNCED("退票", "Bounced"),
  WITHHELD("停止拨付", "Withheld");

  private final Text label;

  PayableState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Owed and not with the treasury: may be withheld at once. */
  public boolean isHere() {
    return this == READY || this == FROZEN || this == BOUNCED;
  }
}
