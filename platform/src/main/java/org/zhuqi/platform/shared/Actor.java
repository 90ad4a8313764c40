package org.zhuqi.platform.shared;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: given to every command explicitly.
 *
 * @param account the account, null only for {@link #SYSTEM}
 * @param name shown in timelines and in the audit trail
 * @param party the enterprise or institution that the account belongs to; null for officials
 * @param agency the code of the authority or review body that an official belongs to; null for parties
 * @param funders the funders whose money and cases an official handles; empty for parties
 */
public record Actor(
    @Nullable UUID account,
    String name,
    Role role,
    @Nullable UUID party,
    @Nullable String agency,
    Set<String> funders) {

  public static final Actor SYSTEM = new Actor(null, "系统", Role.SYSTEM, null, null, Set.of());

  public boolean is(Role... roles) {
    for (Role r : roles) if (r == role) return true;
    return false;
  }

  /** May act on, or as an official see, what this funder pays for. */
  public boolean covers(String funder) {
    return role.seesAll() || funders.contains(funder);
  }

  /** Refuses by the same words everywhere; a page that cannot be used says who may. */
  public void mustBe(Role... roles) {
    if (!is(roles)) throw new ForbiddenException(this, roles);
  }

  /** @throws ForbiddenException when the account belongs to no party */
  public UUID partyOrThrow() {
    if (party == null) throw new ForbiddenException(this, Role.ENTERPRISE, Role.INSTITUTION);
    return party;
  }
}
