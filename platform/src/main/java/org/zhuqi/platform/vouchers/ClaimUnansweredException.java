package org.zhuqi.platform.vouchers;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/** Nobody can tell yet what became of a claim: asking again with the same key gives the one answer there is. */
public final class ClaimUnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClaimUnansweredException(Throwable cause) {
    super("the claim was not answered in time; ask again with the same key", cause);
  }

  /** Without a database there is no sense in trying each claim of a group by itself. */
  static boolean isDatabaseGone(RuntimeException e) {
    return e instanceof TransactionException || e instanceof DataAccessResourceFailureException;
  }
}
