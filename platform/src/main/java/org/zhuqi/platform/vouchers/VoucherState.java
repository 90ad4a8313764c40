package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Text;

/** What a voucher is good for. */
public enum VoucherState {
  USABLE("可使用", "Usable"),
  LOCKED("已全部锁定", "Locked"),
  SPENT("已用完", "Spent"),
  LAPSED("已失效", "Lapsed");

  private final Text label;

  VoucherState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }
}
