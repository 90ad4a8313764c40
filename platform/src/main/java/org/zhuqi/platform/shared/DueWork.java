package org.zhuqi.platform.shared;

import java.time.LocalDate;

/**
 * What a room does because a day has come: lapses, ends of notices, reminders.
 *
 * <p>Run for each tenant once a day and after a start, day by day in order; must be idempotent. What decides an outcome
 * looks at dates itself and never relies on this having run.
 */
public interface DueWork {
  /** @param today the business day in Asia/Shanghai that has begun; the tenant is bound and a transaction is open */
  void run(LocalDate today);

  /** Lower runs first. */
  default int order() {
    return 100;
  }
}
