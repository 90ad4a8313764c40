/** The list of messages, the bell, and the API. */
@NullMarked
package org.zhuqi.platform.notifications.web;

import org.jspecify.annotations.NullMarked;
