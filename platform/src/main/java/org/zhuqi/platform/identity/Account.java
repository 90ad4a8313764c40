package org.zhuqi.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Role;

/**
 * An account: one person, or one service account.
 *
 * @param roles an official has exactly one; a party that is holder and institution both has two and acts in one at a time
 * @param party the enterprise or institution it belongs to; null for officials
 * @param agency the authority or review body of an official; null for parties
 * @param funders the funders whose money and cases an official handles; empty for parties
 * @param lockedUntil set while too many failures keep it from signing in
 * @param mustChangePassword holds a one-time password
 */
public record Account(
    UUID id,
    String login,
    String name,
    Set<Role> roles,
    @Nullable UUID party,
    @Nullable String agency,
    Set<String> funders,
    @Nullable String email,
    boolean disabled,
    boolean mustChangePassword,
    @Nullable Instant lockedUntil,
    @Nullable Instant lastSignIn,
    Instant openedAt) {

  /** By the machine's time, as the lock-out itself: not by the business clock. */
  public boolean isLocked() {
    return lockedUntil != null && lockedUntil.isAfter(Clock.systemUTC().instant());
  }

  /** The role in which it acts after signing in. */
  public Role firstRole() {
    return roles.stream().sorted().findFirst().orElseThrow();
  }
}
