package org.zhuqi.platform.shared;

import java.util.List;

/** The caller's role or scope does not allow the act; the web answers 403 and says who may. */
public final class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<Role> allowed;

  public ForbiddenException(Actor actor, Role... allowed) {
    super(actor.role() + " may not; allowed: " + List.of(allowed));
    this.allowed = List.of(allowed);
  }

  public List<Role> allowed() {
    return allowed;
  }
}
