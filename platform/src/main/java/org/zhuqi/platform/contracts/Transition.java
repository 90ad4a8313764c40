package org.zhuqi.platform.contracts;

import static org.zhuqi.platform.contracts.ContractState.*;
import static org.zhuqi.platform.contracts.Side.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edge of a contract's life: from where, by which event, to where, who may.
 *
 * @param from null for the beginning
 * @param turnOnly only the side whose turn it is may
 * @param role role of the pack's provision that the edge serves; null where the measure is silent
 */
public record Transition(
    @Nullable ContractState from, ContractEvent event, ContractState to, Set<Side> by, boolean turnOnly,
    @Nullable String role) {

  private static final String FILING = "contract.filing";
  private static final String CONDUCT = "service.timeliness";
  private static final String PERFORMED = "redemption.materials";

  /** Every legal step; what is not here does not happen. */
  public static final List<Transition> TABLE =
      List.of(
          edge(null, ContractEvent.DRAFTED, DRAFT, FILING, CLIENT),
          edge(DRAFT, ContractEvent.EDITED, DRAFT, FILING, CLIENT),
          edge(DRAFT, ContractEvent.OFFERED, OFFERED, FILING, CLIENT),
          edge(DRAFT, ContractEvent.WITHDRAWN, WITHDRAWN, null, CLIENT),
          turn(OFFERED, ContractEvent.COUNTERED, OFFERED, CONDUCT),
          turn(OFFERED, ContractEvent.ACCEPTED, ACCEPTED, CONDUCT),
          turn(OFFERED, ContractEvent.DECLINED, DECLINED, CONDUCT),
          edge(OFFERED, ContractEvent.WITHDRAWN, WITHDRAWN, null, CLIENT, PROVIDER),
          edge(ACCEPTED, ContractEvent.COUNTERED, OFFERED, FILING, CLIENT, PROVIDER),
          edge(ACCEPTED, ContractEvent.SIGNED, ACCEPTED, FILING, CLIENT, PROVIDER),
          turn(ACCEPTED, ContractEvent.AGREED, AGREED, FILING),
          edge(ACCEPTED, ContractEvent.WITHDRAWN, WITHDRAWN, null, CLIENT, PROVIDER),
          edge(AGREED, ContractEvent.WITHDRAWN, WITHDRAWN, null, CLIENT, PROVIDER),
          edge(AGREED, ContractEvent.FILED, FILED, FILING, ENGINE),
          edge(FILED, ContractEvent.STARTED, IN_SERVICE, CONDUCT, PROVIDER),
          edge(IN_SERVICE, ContractEvent.PROGRESSED, IN_SERVICE, CONDUCT, PROVIDER),
          edge(IN_SERVICE, ContractEvent.DELIVERED, DELIVERED, CONDUCT, PROVIDER),
          edge(FILED, ContractEvent.DELIVERED, DELIVERED, CONDUCT, PROVIDER),
          edge(DELIVERED, ContractEvent.CONFIRMED, COMPLETED, PERFORMED, CLIENT, OFFICE),
          edge(DELIVERED, ContractEvent.RETURNED, IN_SERVICE, null, CLIENT),
          edge(FILED, ContractEvent.END_PROPOSED, FILED, null, CLIENT, PROVIDER),
          edge(IN_SERVICE, ContractEvent.END_PROPOSED, IN_SERVICE, null, CLIENT, PROVIDER),
          edge(DELIVERED, ContractEvent.END_PROPOSED, DELIVERED, null, CLIENT, PROVIDER),
          edge(FILED, ContractEvent.ENDED, ENDED, null, CLIENT, PROVIDER, OFFICE, ENGINE),
          edge(IN_SERVICE, ContractEvent.ENDED, ENDED, null, CLIENT, PROVIDER, OFFICE, ENGINE),
          edge(DELIVERED, ContractEvent.ENDED, ENDED, null, CLIENT, PROVIDER, OFFICE, ENGINE));

  private static Transition edge(
      @Nullable ContractState from, ContractEvent event, ContractState to, @Nullable String role, Side... by) {
    return new Transition(from, event, to, Set.of(by), false, role);
  }

  private static Transition turn(ContractState from, ContractEvent event, ContractState to, String role) {
    return new Transition(from, event, to, Set.of(CLIENT, PROVIDER), true, role);
  }

  public static Optional<Transition> find(@Nullable ContractState from, ContractEvent event) {
    return TABLE.stream().filter(t -> t.from == from && t.event == event).findFirst();
  }
}
