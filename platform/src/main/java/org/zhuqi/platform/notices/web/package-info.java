/** Pages and API of public notices. */
@NullMarked
package org.zhuqi.platform.notices.web;

import org.jspecify.annotations.NullMarked;
