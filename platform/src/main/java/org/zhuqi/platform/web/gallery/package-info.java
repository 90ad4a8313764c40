/** Every part of the kit on one page, with invented data: for whoever builds a page, and for the tests that look at it. */
@NullMarked
package org.zhuqi.platform.web.gallery;

import org.jspecify.annotations.NullMarked;
