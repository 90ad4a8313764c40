package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;

/**
 * An entry was removed; published in the same transaction.
 *
 * @param ground label of the ground
 * @param barredUntil last barred day, or null
 */
public record EntryRemoved(
    UUID entry,
    String measure,
    String register,
    UUID party,
    String creditCode,
    Text ground,
    String provision,
    LocalDate on,
    @Nullable LocalDate barredUntil) {}
