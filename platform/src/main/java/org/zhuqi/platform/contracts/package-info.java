/**
 * Contracts 合同: from one form by the enterprise to its confirmation of the result, and the archive of both sides.
 *
 * <p>One enum of states, one table of transitions. Knows nothing of vouchers: who holds money for a contract implements
 * {@link org.zhuqi.platform.contracts.Locks} and calls {@code filed}. Must never move money nor judge a voucher. May use the
 * catalogue and everything below it.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared", "audit", "time", "decisions", "parties", "identity", "documents", "notifications", "web", "catalogue"
    })
@NullMarked
package org.zhuqi.platform.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
