package org.zhuqi.platform.vouchers;

import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.ledger.Line;
import org.zhuqi.platform.ledger.Position;

/**
 * A budget line as it stands.
 *
 * @param position null while nothing was confirmed yet
 * @param open the change that waits for finance, or null
 */
public record BudgetLine(Line line, @Nullable Position position, @Nullable BudgetChange open) {
  BudgetLine with(@Nullable Position now) {
    return new BudgetLine(line, now, open);
  }
}
