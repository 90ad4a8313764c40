/** Lists: one definition gives the page with filters, order, paging and totals, and the spreadsheet of what is filtered. */
@NullMarked
package org.zhuqi.platform.web.listing;

import org.jspecify.annotations.NullMarked;
