/**
 * Measures (办法) as data, and the small typed evaluator that answers questions about them.
 *
 * <p>No Spring, no SQL, no system clock: facts and dates come in, decisions with their reasons come out.
 */
@NullMarked
package org.zhuqi.measures;

import org.jspecify.annotations.NullMarked;
