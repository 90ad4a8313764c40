/**
 * Redemption (兑付申请): an institution asks for the money behind a completed contract, with invoice, receipt and results;
 * a third party reviews, the bureau of that funder approves, the list stands on public notice.
 *
 * <p>Never pays (that is {@code payouts}, to which it hands what is owed) and never lets an invoice count twice, in this city
 * or in another.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared", "database", "audit", "time", "decisions", "web", "parties", "identity", "documents", "ledger",
      "notifications", "casework", "notices", "catalogue", "contracts", "registers", "vouchers", "payouts"
    })
package org.zhuqi.platform.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
