/** Pages and API of casework: inbox, case, bulk decisions. */
@NullMarked
package org.zhuqi.platform.casework.web;

import org.jspecify.annotations.NullMarked;
