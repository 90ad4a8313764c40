/**
 * Payouts (拨付): what a funder owes is put into a file for its treasury, approved by a second person, and the treasury's
 * answer read back and reconciled with the ledger to the fen.
 *
 * <p>Knows only what is owed to whom out of which accounts, not why: a redemption today, a grant tomorrow. Whoever owes calls
 * {@link org.zhuqi.platform.payouts.Payouts#owe} and listens to {@link org.zhuqi.platform.payouts.PayableSettled}, so this
 * room stands below them. Never decides whether something is owed, never pays another funder's line, and never pays a line
 * twice.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shared", "database", "audit", "time", "web", "parties", "identity", "documents", "ledger", "notifications"})
package org.zhuqi.platform.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
