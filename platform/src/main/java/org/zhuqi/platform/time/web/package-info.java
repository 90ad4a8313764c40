/** Pages of business time: the demo's clock, calendars, what the system does by itself. */
@NullMarked
package org.zhuqi.platform.time.web;

import org.jspecify.annotations.NullMarked;
