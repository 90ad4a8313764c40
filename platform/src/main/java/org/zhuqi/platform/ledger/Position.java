package org.zhuqi.platform.ledger;

import java.util.UUID;
import org.zhuqi.measures.Money;

/**
 * Where a budget line's money is, read by one query from the accounts.
 *
 * @param unissued budget without a holder: not yet allotted, or in a batch's pots
 * @param held with holders, free
 * @param locked with holders, locked for filed contracts
 * @param redeemable earned, not yet paid
 * @param paid ever paid, less what bounced
 * @param recovered ever paid back; it stands in {@code unissued} again
 * @param receivable owed back, outstanding; outside the identity until it is back
 */
public record Position(
    UUID line,
    Money budget,
    Money unissued,
    Money held,
    Money locked,
    Money redeemable,
    Money paid,
    Money recovered,
    Money receivable) {

  /** budget = unissued + held + locked + redeemable + paid − recovered. */
  public boolean balances() {
    return budget.equals(unissued.plus(held).plus(locked).plus(redeemable).plus(paid).minus(recovered));
  }
}
