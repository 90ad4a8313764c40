/** Pages and API of the registers engine; one set for every register of every measure. */
@NullMarked
package org.zhuqi.platform.registers.web;

import org.jspecify.annotations.NullMarked;
