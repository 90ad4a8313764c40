/** Pages and API of vouchers: what could I get, claims, vouchers, filing, budgets, batches, how it stands. */
@NullMarked
package org.zhuqi.platform.vouchers.web;

import org.jspecify.annotations.NullMarked;
