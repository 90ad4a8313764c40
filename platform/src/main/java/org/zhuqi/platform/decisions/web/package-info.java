/** The measures as pages, article by article, and the decisions that rest on them. */
@NullMarked
package org.zhuqi.platform.decisions.web;

import org.jspecify.annotations.NullMarked;
