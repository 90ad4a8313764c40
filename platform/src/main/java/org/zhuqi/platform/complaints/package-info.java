/**
 * Complaints 投诉: a party complains about an official, and the complaint goes to the supervisor, not to the official.
 *
 * <p>Must never show a complaint to anybody of the agency complained about, and never decide a case: a complaint about a
 * decision's substance is an objection or a remedy elsewhere.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "audit", "web", "time", "parties", "identity", "notifications"})
@NullMarked
package org.zhuqi.platform.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
