package org.zhuqi.platform.casework;

import java.util.UUID;

/** One line of a bulk decision: its own decision and its own reason. */
public record BulkLine(UUID caseId, long revision, StageDecision decision, String reason) {}
