package org.zhuqi.platform.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction under inspection.
 *
 * @param place in the draw; null when looked into for a cause
 * @param cause why, when not drawn
 * @param result what it came to, once closed
 */
public record Inspection(
    UUID id,
    String number,
    @Nullable UUID draw,
    @Nullable Integer place,
    @Nullable String cause,
    String measure,
    String version,
    String provision,
    String funder,
    UUID contract,
    String publicId,
    String title,
    UUID provider,
    String providerName,
    UUID client,
    String clientName,
    @Nullable UUID inspector,
    @Nullable String inspectorName,
    InspectionState state,
    @Nullable String result,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<Visit> visits) {

  /** Some visit was refused. */
  public boolean wasRefused() {
    return visits.stream().anyMatch(v -> !v.cooperated());
  }

  /**
   * A visit.
   *
   * @param cooperated false: the party refused, which is a finding of its own
   */
  public record Visit(LocalDate on, String place, String present, String found, boolean cooperated, String byName, Instant at) {}
}
