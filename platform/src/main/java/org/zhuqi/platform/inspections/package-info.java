/**
 * Inspections (监督检查): the yearly draw that anyone can recompute, visits by a third party, findings with their hearing and
 * decision, and what follows: redemption stops, what was paid is owed back until it is back, the case is handed over.
 *
 * <p>Never decides on what one person found alone, never removes anybody from a register (it proposes that), and never moves
 * money except to claim it back.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared", "database", "audit", "time", "decisions", "web", "parties", "identity", "documents", "ledger",
      "notifications", "casework", "notices", "catalogue", "contracts", "registers", "vouchers", "payouts", "redemption"
    })
package org.zhuqi.platform.inspections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
