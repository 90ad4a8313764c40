/** Pages and JSON of the room {@code contracts}. */
@NullMarked
package org.zhuqi.platform.contracts.web;

import org.jspecify.annotations.NullMarked;
