/** What surrounds each request: the tenant, the security headers, one effect per idempotency key. */
@NullMarked
package org.zhuqi.platform.web.request;

import org.jspecify.annotations.NullMarked;
