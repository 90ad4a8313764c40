package org.zhuqi.platform.vouchers;

import java.util.List;
import org.zhuqi.platform.shared.Refusal;

/** A claim's answer with what was asked: the same question gets it again, another one under the same key is refused. */
record Answered(Ask asked, ClaimAnswer answer) {

  ClaimAnswer to(Ask ask) {
    if (ask.equals(asked)) return answer;
    Refusal reused =
        Refusal.of(
                "idempotency_key_reused",
                "同一请求编号已用于另一项申领。",
                "This idempotency key was already used for another claim.")
            .remedy("请为新的申领使用新的请求编号。", "Use a new key for a new claim.");
    return new ClaimAnswer(
        null, ClaimAnswer.Kind.REFUSED, ask.amount(), null, null, List.of(reused), null);
  }
}
