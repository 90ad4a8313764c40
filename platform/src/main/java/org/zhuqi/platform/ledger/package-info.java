/**
 * The double-entry ledger of public money: accounts per budget line, transfers that are only ever added.
 *
 * <p>It never decides who gets what, never changes or deletes a transfer, and knows nothing of vouchers, contracts or
 * payouts beyond the movements that a measure's menu names. Balances are kept by the database itself (a statement-level
 * trigger of the schema owner); the application's role cannot write them.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "time", "web"})
@NullMarked
package org.zhuqi.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
