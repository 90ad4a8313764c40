package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Money;

/**
 * A budget of one funder for one year, or a change of it.
 *
 * @param measure code of the measure whose vouchers it pays
 * @param amount what the line amounts to afterwards, not the difference
 * @param reason the paper it rests on, in a sentence
 */
public record PlanBudget(String measure, String funder, int year, Money amount, String reason) {}
