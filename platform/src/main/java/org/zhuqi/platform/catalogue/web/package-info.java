/** Pages and JSON of the room {@code catalogue}. */
@NullMarked
package org.zhuqi.platform.catalogue.web;

import org.jspecify.annotations.NullMarked;
