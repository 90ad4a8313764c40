/** Pages and JSON of inspections, findings and public results. */
@NullMarked
package org.zhuqi.platform.inspections.web;

import org.jspecify.annotations.NullMarked;
