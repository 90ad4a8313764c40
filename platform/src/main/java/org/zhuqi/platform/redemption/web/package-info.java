/** Pages and JSON of redemption. */
@NullMarked
package org.zhuqi.platform.redemption.web;

import org.jspecify.annotations.NullMarked;
