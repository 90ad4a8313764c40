package org.zhuqi.platform.vouchers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.ledger.Line;

/**
 * A proposed or answered change of a budget line.
 *
 * @param total what the line amounts to afterwards
 * @param answer CONFIRMED, REFUSED, or null while it waits
 * @param moved what confirming moved, negative when reduced
 */
public record BudgetChange(
    UUID id,
    Line line,
    Money total,
    String reason,
    String proposedName,
    Instant proposedAt,
    @Nullable String answer,
    @Nullable String answeredName,
    @Nullable Instant answeredAt,
    @Nullable String answerReason,
    @Nullable Money moved) {}
