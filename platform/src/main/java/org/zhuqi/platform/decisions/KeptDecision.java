package org.zhuqi.platform.decisions;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.zhuqi.measures.Decision;

/** A decision as it was given, with what it was about. */
public record KeptDecision(UUID id, Decision decision, String subjectKind, UUID subject, OffsetDateTime keptAt) {}
