package org.zhuqi.platform.ledger;

import java.util.Locale;
import org.zhuqi.measures.Text;

/**
 * Every way in which money may move. The measure's menu of flows must name the {@linkplain #code() code} too, and its
 * provision is what each transfer carries. The database holds the same table: a transfer between other kinds of account
 * (voucher to voucher, say) cannot be written.
 */
public enum Movement {
  APPROPRIATE(AccountKind.APPROPRIATION, AccountKind.UNISSUED, "下达预算", "Appropriate"),
  REDUCE(AccountKind.UNISSUED, AccountKind.APPROPRIATION, "调减预算", "Reduce the budget"),
  ALLOT(AccountKind.UNISSUED, AccountKind.BATCH, "划入批次", "Allot to a batch"),
  RETURN(AccountKind.BATCH, AccountKind.UNISSUED, "批次退回", "Return from a batch"),
  ISSUE(AccountKind.BATCH, AccountKind.VOUCHER, "发放", "Issue"),
  LOCK(AccountKind.VOUCHER, AccountKind.REDEEMABLE, "备案锁定", "Lock at filing"),
  RELEASE(AccountKind.VOUCHER, AccountKind.REDEEMABLE, "解除锁定", "Release the lock"),
  APPROVE(AccountKind.VOUCHER, AccountKind.REDEEMABLE, "兑现核准", "Approve for redemption"),
  CANCEL(AccountKind.REDEEMABLE, AccountKind.UNISSUED, "撤销兑现核准", "Cancel an approval"),
  PAY(AccountKind.REDEEMABLE, AccountKind.PAID, "支付", "Pay"),
  BOUNCE(AccountKind.PAID, AccountKind.REDEEMABLE, "退票", "Bounce"),
  LAPSE(AccountKind.VOUCHER, AccountKind.UNISSUED, "失效收回", "Lapse"),
  DEMAND(AccountKind.RECOVERED, AccountKind.RECEIVABLE, "责令退回", "Demand back"),
  RECOVER(AccountKind.RECEIVABLE, AccountKind.UNISSUED, "追回入库", "Recover");

  private final AccountKind from;
  private final AccountKind to;
  private final Text label;

  Movement(AccountKind from, AccountKind to, String zh, String en) {
    this.from = from;
    this.to = to;
    this.label = new Text(zh, en);
  }

  /** As the measure's menu writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public AccountKind from() {
    return from;
  }

  public AccountKind to() {
    return to;
  }

  public Text label() {
    return label;
  }
}
