package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Money;

/**
 * What the measure and the guide say to one claim.
 *
 * @param subject what the yearly ceiling counts by beside the holder: a project code, or empty
 * @param ceiling the yearly ceiling
 * @param most the most that could be claimed now, whatever was asked for
 */
record Judged(Decision decision, HolderClass as, String subject, Money ceiling, Money most) {
  boolean granted() {
    return decision.granted();
  }
}
