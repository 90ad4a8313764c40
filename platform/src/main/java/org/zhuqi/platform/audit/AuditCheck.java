package org.zhuqi.platform.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification that was asked for.
 *
 * @param doneAt null while it waits or runs
 * @param kind how the trail was tampered with; null when it was not
 * @param number of the seal that does not fit; 0 where there is none
 */
public record AuditCheck(
    UUID id,
    OffsetDateTime askedAt,
    String askedBy,
    @Nullable String anchor,
    @Nullable OffsetDateTime doneAt,
    @Nullable Long sealed,
    @Nullable Long waiting,
    Verification.@Nullable Kind kind,
    @Nullable Long number,
    @Nullable UUID record,
    @Nullable String saidZh,
    @Nullable String saidEn) {

  public boolean running() {
    return doneAt == null;
  }

  public boolean ok() {
    return doneAt != null && kind == null;
  }
}
