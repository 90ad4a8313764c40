package org.zhuqi.platform.ledger;

import java.util.UUID;
import org.zhuqi.measures.Money;

/** What an account has, and how much of it is held for something. */
public record Balance(UUID account, AccountKind kind, UUID line, Money balance, Money held) {
  /** What can still be used. */
  public Money free() {
    return balance.minus(held);
  }
}
