package org.zhuqi.platform.ledger;

/**
 * A transfer would have taken more than an account has free, or more than a hold still holds. Callers look at {@link
 * Ledger#locked} first and refuse with figures; this is the last wall, and the transaction is rolled back.
 */
public final class OverdraftException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OverdraftException(Throwable cause) {
    super("an account or a hold does not have that much", cause);
  }
}
