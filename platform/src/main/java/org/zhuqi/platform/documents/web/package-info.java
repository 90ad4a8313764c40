/** Pages and API of the evidence vault. */
@NullMarked
package org.zhuqi.platform.documents.web;

import org.jspecify.annotations.NullMarked;
