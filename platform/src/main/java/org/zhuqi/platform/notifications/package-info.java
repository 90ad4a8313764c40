/**
 * Messages to accounts, parties and desks: a row in the transaction of what happened, an e-mail later by a job.
 *
 * <p>It never words a message itself and never sends anything inside somebody's transaction.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "time", "web", "identity"})
@NullMarked
package org.zhuqi.platform.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
