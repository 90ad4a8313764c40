package org.zhuqi.platform.redemption;

import java.util.List;
import java.util.Map;
import org.zhuqi.measures.Text;

/**
 * What a third-party reviewer fills in.
 *
 * @param unrelated declares to be related to neither side; checked against the register all the same
 * @param verified looked the invoices up at the tax authority and found them there, unchanged
 * @param answers by code of {@link #QUESTIONS}: yes, no or a remark
 */
public record ReviewSheet(boolean unrelated, boolean verified, Map<String, String> answers, String opinion) {
  public ReviewSheet {
    answers = Map.copyOf(answers);
  }

  /** A question of the sheet. */
  public record Question(String code, Text text) {}

  /** What Art. 11 of such measures has a third party look at: whether the service is real, complete, and priced as agreed. */
  public static final List<Question> QUESTIONS =
      List.of(
          new Question("real", new Text("服务是否真实发生？", "Was the service really given?")),
          new Question("complete", new Text("成果是否齐全，并与合同约定一致？", "Are the results complete and as agreed?")),
          new Question("amounts", new Text("发票、汇款凭证与合同金额是否相符？", "Do invoice, transfers and contract agree?")),
          new Question("price", new Text("价格是否合理？", "Is the price reasonable?")));
}
