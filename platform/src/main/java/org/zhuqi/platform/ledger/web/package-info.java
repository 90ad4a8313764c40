/** Pages and API of the ledger: from any total to the transfers behind it. Nothing here changes anything. */
@NullMarked
package org.zhuqi.platform.ledger.web;

import org.jspecify.annotations.NullMarked;
