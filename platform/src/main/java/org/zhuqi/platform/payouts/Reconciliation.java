package org.zhuqi.platform.payouts;

import java.util.List;
import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;

/**
 * Payables against the ledger, budget line by budget line, to the fen.
 *
 * @param differences every payable whose transfers do not say what its state says; empty when all is well
 */
public record Reconciliation(String funder, List<Row> rows, List<Difference> differences) {

  /**
   * One budget line.
   *
   * @param owed payables not yet paid
   * @param redeemable what the ledger has standing as redeemable
   * @param paid payables that the treasury paid
   * @param ledgerPaid what the ledger has as paid
   */
  public record Row(UUID line, int count, Money owed, Money redeemable, Money paid, Money ledgerPaid) {
    public Money owedDifference() {
      return redeemable.minus(owed);
    }

    public Money paidDifference() {
      return ledgerPaid.minus(paid);
    }

    public boolean agrees() {
      return owedDifference().isZero() && paidDifference().isZero();
    }
  }

  /** One payable that does not agree. */
  public record Difference(Payable payable, Money expected, Money found, Text what) {}

  public boolean agrees() {
    return differences.isEmpty() && rows.stream().allMatch(Row::agrees);
  }
}
