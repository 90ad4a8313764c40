package org.zhuqi.platform.ledger;

import org.zhuqi.measures.Text;

/**
 * What an account of a budget line stands for. Every account's balance is credits less debits and may not go below zero,
 * except the two sources.
 */
public enum AccountKind {
  /** Where the budget comes from: its balance is the appropriation, negative. */
  APPROPRIATION("预算来源", "Appropriation", true),
  /** Budget that no batch has yet. */
  UNISSUED("未发放", "Unissued", false),
  /** A pot of a batch: set apart for it, not yet with a holder. */
  BATCH("批次额度", "Batch pot", false),
  /** One voucher: its balance is unspent, the held part of it is locked for filed contracts. */
  VOUCHER("助企券", "Voucher", false),
  /** Earned by a completed contract, not yet paid. */
  REDEEMABLE("待兑付", "Redeemable", false),
  /** Paid out to institutions. */
  PAID("已兑付", "Paid", false),
  /** What was paid wrongly and is owed back: one account per finding. */
  RECEIVABLE("应收回", "Receivable", false),
  /** The other side of receivables: its balance is what was ever claimed back, negative. */
  RECOVERED("追回", "Recovered", true);

  private final Text label;
  private final boolean source;

  AccountKind(String zh, String en, boolean source) {
    this.label = new Text(zh, en);
    this.source = source;
  }

  public Text label() {
    return label;
  }

  /** Whether the balance may be below zero. */
  public boolean isSource() {
    return source;
  }
}
