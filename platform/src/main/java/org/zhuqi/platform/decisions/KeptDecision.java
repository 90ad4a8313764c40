package org.zhuqi.platform.decisions;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Decision;

/**
 * A decision as it was given, with what it was about.
 *
 * @param funder whose money it was about; null where it concerns every office
 */
public record KeptDecision(
    UUID id, Decision decision, String subjectKind, UUID subject, @Nullable String funder, OffsetDateTime keptAt) {}
