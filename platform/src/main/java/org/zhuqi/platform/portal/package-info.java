/**
 * The front door: the public home page, the desk of everybody who signs in, and the shared entries of the navigation.
 *
 * <p>Shows what the rooms contribute by {@link org.zhuqi.platform.web.HomePart} and {@link
 * org.zhuqi.platform.web.DeskPart}; keeps nothing, decides nothing, and asks no other room.
 */
@ApplicationModule(allowedDependencies = {"shared", "web"})
@NullMarked
package org.zhuqi.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
