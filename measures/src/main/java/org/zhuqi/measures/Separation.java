package org.zhuqi.measures;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who must not do what together.
 *
 * @param groups acts or stages, by code, of which one person does at most one per case
 * @param unrelatedToParty nobody with a relation to a party decides on it
 * @param complaints where complaints about an official go (never to the official), or null
 */
public record Separation(Head head, List<Set<String>> groups, boolean unrelatedToParty, @Nullable ComplaintWay complaints)
    implements Provision {
  public Separation {
    groups = groups.stream().map(Set::copyOf).toList();
  }

  public boolean mustBeApart(String oneAct, String otherAct) {
    return !oneAct.equals(otherAct) && groups.stream().anyMatch(g -> g.contains(oneAct) && g.contains(otherAct));
  }
}
