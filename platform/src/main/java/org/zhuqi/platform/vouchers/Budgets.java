package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/** Budget lines per funder and year: the bureau plans, the finance body confirms, changes are new transfers. */
@Service
@Transactional
public class Budgets {
  /** The bureau proposes a line or a change of it; returns the change, which waits for finance. */
  public Outcome<UUID> plan(Actor by, PlanBudget plan) {
    throw new UnsupportedOperationException();
  }

  /** Finance confirms: the appropriation is in the ledger. Returns the line. */
  public Outcome<UUID> confirm(Actor by, UUID change) {
    throw new UnsupportedOperationException();
  }
}
