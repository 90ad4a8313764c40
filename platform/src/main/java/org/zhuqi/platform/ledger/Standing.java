package org.zhuqi.platform.ledger;

import java.util.List;

/** The accounts that every line has from the start. */
final class Standing {
  static final List<AccountKind> KINDS =
      List.of(AccountKind.APPROPRIATION, AccountKind.UNISSUED, AccountKind.PAID, AccountKind.RECOVERED);

  private Standing() {}
}
