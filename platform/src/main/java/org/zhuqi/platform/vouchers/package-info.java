/**
 * Vouchers 券: budget lines, batches with their guides, claims, the life of a voucher, and its lock on a filed contract.
 *
 * <p>It asks the measure by role whether a claim or a filing may be granted and moves money through the ledger in the same
 * transaction. It never pays anybody, never redeems (that is the room {@code redemption}), and never issues more than a
 * pot holds, whatever the concurrency.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared", "audit", "time", "decisions", "web", "parties", "identity", "documents", "ledger", "notifications",
      "casework", "notices", "catalogue", "contracts", "ratings", "registers"
    })
@NullMarked
package org.zhuqi.platform.vouchers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
