package org.zhuqi.measures;

import java.util.List;
import java.util.Set;

/**
 * Who must not do what together.
 *
 * @param groups acts or stages, by code, of which one person does at most one per case
 * @param unrelatedToParty nobody with a relation to a party decides on it
 * @param complaintsTo role that receives complaints about an official (never the official), or empty
 */
public record Separation(Head head, List<Set<String>> groups, boolean unrelatedToParty, String complaintsTo)
    implements Provision {
  public Separation {
    groups = groups.stream().map(Set::copyOf).toList();
  }

  public boolean mustBeApart(String oneAct, String otherAct) {
    return !oneAct.equals(otherAct) && groups.stream().anyMatch(g -> g.contains(oneAct) && g.contains(otherAct));
  }
}
