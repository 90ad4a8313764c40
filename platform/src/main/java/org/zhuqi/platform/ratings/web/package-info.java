/** Pages and JSON of the room {@code ratings}. */
@NullMarked
package org.zhuqi.platform.ratings.web;

import org.jspecify.annotations.NullMarked;
