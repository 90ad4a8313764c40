package org.zhuqi.platform.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act on a case.
 *
 * @param stage code of the stage in which it was done
 * @param account null for the system
 * @param provision id of the provision that provides for it
 * @param missing what was named as missing, for {@link CaseEvent#SENT_BACK}
 */
public record TimelineLine(
    CaseEvent event,
    @Nullable String stage,
    @Nullable UUID account,
    String name,
    String role,
    Instant at,
    String reason,
    @Nullable String provision,
    List<Missing> missing) {}
