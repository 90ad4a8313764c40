/**
 * The registers engine (名录): application, review, public notice, entry with its yearly papers, hiding, removal with a
 * bar, exit. Any measure that keeps a register runs on it as a pack.
 *
 * <p>No measure, city or figure is named here; the pack answers by role. It never deletes an entry, and what an entry is
 * at a moment is read from dates, not from whether a job has run.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "web", "time", "audit", "decisions", "parties", "identity", "documents", "notifications", "casework", "notices", "catalogue", "contracts", "complaints"})
package org.zhuqi.platform.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
