package org.zhuqi.platform.audit;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of the trail, as kept. */
public record AuditRecord(
    UUID id,
    OffsetDateTime at,
    @Nullable UUID account,
    String name,
    String role,
    @Nullable UUID party,
    @Nullable String agency,
    String act,
    String subjectKind,
    UUID subject,
    @Nullable String provision,
    String grounds,
    Map<String, Object> details) {}
