package org.zhuqi.platform.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The answers of all registers and of the ratings, put together. */
@Component
class Standings {
  private static final Reputation.Track UNKNOWN = new Reputation.Track(0, Integer.MAX_VALUE, 0, null, 0, 0);
  // Rooms above answer; asked for only when needed, since they may use the catalogue themselves.
  private final ObjectProvider<Standing> registers;
  private final ObjectProvider<Reputation> reputations;

  Standings(ObjectProvider<Standing> registers, ObjectProvider<Reputation> reputations) {
    this.registers = registers;
    this.reputations = reputations;
  }

  /** Live in one register outweighs anything in another. */
  Map<UUID, Standing.State> of(Collection<UUID> parties) {
    Map<UUID, Standing.State> all = new HashMap<>();
    if (parties.isEmpty()) return all;
    registers.forEach(
        r -> r.of(parties).forEach((party, state) -> all.merge(party, state, (a, b) -> a.isLive() ? a : b)));
    return all;
  }

  boolean live(UUID party) {
    Standing.State state = of(List.of(party)).get(party);
    return state != null && state.isLive();
  }

  Map<UUID, Reputation.Track> tracks(Collection<UUID> parties) {
    Map<UUID, Reputation.Track> all = new HashMap<>();
    parties.forEach(p -> all.put(p, UNKNOWN));
    if (!parties.isEmpty()) reputations.forEach(r -> all.putAll(r.of(parties)));
    return all;
  }
}
