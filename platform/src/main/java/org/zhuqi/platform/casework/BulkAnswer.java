package org.zhuqi.platform.casework;

import java.util.UUID;
import org.zhuqi.platform.shared.Outcome;

/** What one line of a bulk decision came to. A refused line does not touch the others. */
public record BulkAnswer(UUID caseId, Outcome<CaseFile> outcome) {}
