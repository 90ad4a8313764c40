/**
 * Every answer of a measure, kept as it was given: facts, as-of date, version, trace. And the measures themselves, as pages.
 *
 * <p>It never evaluates on anybody's behalf: rooms ask the pack, act, and keep the decision here in the same transaction.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "web"})
@NullMarked
package org.zhuqi.platform.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
