/**
 * Redemption (兑付申请): an institution asks for the money behind a completed contract, with invoice, receipt and results;
 * a third party reviews, the bureau of that funder approves, the list stands on public notice.
 *
 * <p>Never pays (that is payouts) and never lets an invoice count twice, in this city or in another.
 */
@NullMarked
@ApplicationModule
package org.zhuqi.platform.redemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
