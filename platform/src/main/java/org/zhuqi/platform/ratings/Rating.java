package org.zhuqi.platform.ratings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rating, fixed once given.
 *
 * @param grade 5 (best) to 1
 * @param answer of the institution; null before
 * @param followUpDue last day for the centre's follow-up; null for a rating that needs none
 * @param followUp what it found; null before
 */
public record Rating(
    UUID id,
    UUID contract,
    UUID client,
    UUID provider,
    int grade,
    @Nullable String comment,
    LocalDate ratedOn,
    Instant ratedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable LocalDate followUpDue,
    @Nullable String followUp,
    @Nullable Instant followedUpAt) {}
