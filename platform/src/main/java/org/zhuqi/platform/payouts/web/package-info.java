/** Pages and JSON of payouts. */
@NullMarked
package org.zhuqi.platform.payouts.web;

import org.jspecify.annotations.NullMarked;
