package org.zhuqi.platform.redemption;

import java.util.Map;

/**
 * What a third-party reviewer fills in.
 *
 * @param unrelated declares to be related to neither side; checked against the register all the same
 * @param verified looked the invoices up at the tax authority and found them there, unchanged
 * @param answers by code of the measure's question: yes, no or a remark
 */
public record ReviewSheet(boolean unrelated, boolean verified, Map<String, String> answers, String opinion) {
  public ReviewSheet {
    answers = Map.copyOf(answers);
  }
}
