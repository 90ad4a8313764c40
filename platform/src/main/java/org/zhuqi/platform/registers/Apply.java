package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Begins an application.
 *
 * @param measure code of the measure
 * @param party who applies
 * @param register role prefix of the register in the pack, such as {@code admission}
 * @param facts what the applicant states, by the names that the pack declares; may be completed later
 * @param documents documents of the vault by material code, one or several for each; may be completed later
 */
public record Apply(
    String measure, UUID party, String register, Map<String, Object> facts, Map<String, List<UUID>> documents) {
  public Apply {
    facts = Map.copyOf(facts);
    documents = Map.copyOf(documents);
  }
}
