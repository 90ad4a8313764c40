package org.zhuqi.platform.redemption;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;

/**
 * Which applications are listed.
 *
 * @param funders only of these funders; null: all
 * @param party only those with this party on either side; null: all
 * @param state only those in this state; null: all
 * @param text part of a number, a title or a party's name; null: any
 */
public record RedemptionFilter(
    @Nullable Set<String> funders, @Nullable UUID party, @Nullable RedemptionState state, @Nullable String text) {

  /** What the viewer may see at all: parties their own, officials their funders', auditors everything. */
  public static RedemptionFilter of(Actor viewer, @Nullable RedemptionState state, @Nullable String text) {
    Set<String> funders = viewer.role().isParty() || viewer.role().seesAll() ? null : viewer.funders();
    UUID party = viewer.role().isParty() ? viewer.partyOrThrow() : null;
    return new RedemptionFilter(funders, party, state, text == null || text.isBlank() ? null : text.strip());
  }
}
