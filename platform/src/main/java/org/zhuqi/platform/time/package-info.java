/**
 * Business time: the injected clock, the turn of the day, working days, and what the system does by itself.
 *
 * <p>Nobody else asks the machine for the time. It never decides anything: rooms decide by dates that they ask for.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "web"})
@NullMarked
package org.zhuqi.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
