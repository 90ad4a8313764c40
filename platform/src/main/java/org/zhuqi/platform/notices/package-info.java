/**
 * Public notices (公示): a frozen list with its hash, a clock in working days, objections by anyone.
 *
 * <p>Only the line that is objected to is held. What follows a line that is cleared or struck out is decided by the room
 * whose line it is ({@link org.zhuqi.platform.notices.NoticeSubject}); nothing here knows what a line stands for, and
 * nothing beyond the public fields that it was given is ever shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "web", "time", "audit", "parties", "identity", "notifications"})
package org.zhuqi.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
