/** Paper and spreadsheets: letters as PDF after GB/T 9704, tables as XLSX. Knows no room and no measure. */
@NullMarked
package org.zhuqi.platform.web.print;

import org.jspecify.annotations.NullMarked;
