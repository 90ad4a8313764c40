/** Errors, mapped once: to problem+json (RFC 9457) for machines, to a page with sentence and remedy for people. */
@NullMarked
package org.zhuqi.platform.web.problem;

import org.jspecify.annotations.NullMarked;
