package org.zhuqi.platform.inspections;

import java.util.List;
import java.util.UUID;

/**
 * What is held against a party.
 *
 * @param party one of the two sides of the transaction
 * @param sanction role of the sanction in the pack: what follows if it is upheld
 * @param ground code of the ground, from that sanction
 * @param contracts to which it extends beside the one under inspection; may be empty
 */
public record RaiseFinding(UUID party, String sanction, String ground, String statement, List<UUID> contracts) {
  public RaiseFinding {
    contracts = List.copyOf(contracts);
  }
}
