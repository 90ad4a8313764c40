/**
 * Complaints 投诉: of a party about an official, which go to the supervisor, not to the official; and of an enterprise about an
 * institution's service, on a ground or a principle of a measure, which the institution is heard on before it is answered.
 *
 * <p>Must never show a complaint about an official to anybody of the agency complained about, and never decide a case: a
 * complaint about a decision's substance is an objection or a remedy elsewhere, and a removal is the register's.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "audit", "web", "time", "parties", "identity", "notifications", "documents", "casework"})
@NullMarked
package org.zhuqi.platform.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
