/**
 * The demo: invented people, firms and papers in all states of the story, played through the same facades that pages use.
 *
 * <p>Only with {@code zhuqi.demo=true}, which the production profile rules out. May use every room; no room uses it.
 */
@NullMarked
package org.zhuqi.platform.demo;

import org.jspecify.annotations.NullMarked;
