package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;

/** Where holders claim. Waiting callers are combined into one durable transaction per group. */
@Service
public class ClaimDesk {
  /** Claims from a batch with one pot; blocks until the answer is durable. */
  public ClaimAnswer claim(Actor by, UUID batch, Money amount, String key) {
    return claim(by, new Ask(batch, amount, "", key));
  }

  /** Claims; blocks until the answer is durable. */
  public ClaimAnswer claim(Actor by, Ask ask) {
    throw new UnsupportedOperationException();
  }
}
