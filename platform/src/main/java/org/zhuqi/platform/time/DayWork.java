package org.zhuqi.platform.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One work of one day.
 *
 * @param doneAt null while it has not succeeded
 * @param failure what the last try said; null when there was none
 * @param tries failed tries
 */
public record DayWork(
    LocalDate day, String work, @Nullable OffsetDateTime doneAt, @Nullable String failure, int tries) {}
