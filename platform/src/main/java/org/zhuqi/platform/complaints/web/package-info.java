/** Pages and JSON of complaints. */
@NullMarked
package org.zhuqi.platform.complaints.web;

import org.jspecify.annotations.NullMarked;
