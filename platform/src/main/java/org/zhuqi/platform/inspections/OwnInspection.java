package org.zhuqi.platform.inspections;

import java.time.Instant;
import java.util.UUID;

/**
 * What an inspected side learns of an inspection: that there is one, of which contract, and where it stands. What was found
 * is for the inspector and the office.
 *
 * @param provision by which it has to cooperate
 * @param provider whether it is inspected as the institution; otherwise as the voucher holder
 */
public record OwnInspection(
    UUID id, String number, String provision, UUID contract, String publicId, String title, boolean provider, InspectionState state, Instant openedAt) {

  /** Kind of evidence that this side hands in. */
  public String papersKind() {
    return provider ? Inspections.FROM_PROVIDER : Inspections.FROM_CLIENT;
  }

  /** Papers are taken as long as the inspection runs. */
  public boolean isTaking() {
    return state == InspectionState.ASSIGNED;
  }
}
