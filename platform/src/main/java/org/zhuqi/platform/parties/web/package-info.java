/** Pages and JSON of parties. */
@NullMarked
package org.zhuqi.platform.parties.web;

import org.jspecify.annotations.NullMarked;
