/**
 * The audit trail: who did what, when, to what, on which grounds; append-only, sealed in a hash chain seconds later.
 *
 * <p>It never changes or removes a record and never decides anything. Every room above may write to it.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "web"})
@NullMarked
package org.zhuqi.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
