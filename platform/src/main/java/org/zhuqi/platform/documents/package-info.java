/**
 * The evidence vault: files kept by the hash of their content, checked for what they really are, reused across cases.
 *
 * <p>It never reads a meaning into a file and shows it to nobody unless the room that it is attached to says so.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "time", "web", "notifications"})
@NullMarked
package org.zhuqi.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
