package org.zhuqi.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhuqi.platform.shared.Actor;

/**
 * The principal of whoever is signed in, as room identity makes it: it knows the actor.
 *
 * <p>The kit resolves {@code Actor} arguments of controller methods and {@link Page#actor()} through it.
 */
public interface SignedIn {
  Actor actor();

  /** The actor of the current request, or null for a visitor. */
  static @Nullable Actor current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null) return null;
    return switch (authentication.getPrincipal()) {
      case SignedIn s -> s.actor();
      case Actor a -> a;
      case null, default -> null;
    };
  }
}
