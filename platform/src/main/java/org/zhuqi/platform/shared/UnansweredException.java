package org.zhuqi.platform.shared;

import org.springframework.transaction.TransactionException;

/**
 * Nobody can tell yet what became of a request: the database went away before it said whether it committed. Asking again
 * with the same idempotency key gives the one answer there is, or makes it.
 */
public final class UnansweredException extends TransactionException {
  private static final long serialVersionUID = 1;

  public UnansweredException(Throwable cause) {
    super("not answered in time; ask again with the same key", cause);
  }
}
