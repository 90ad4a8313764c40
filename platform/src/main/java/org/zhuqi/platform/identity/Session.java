package org.zhuqi.platform.identity;

import java.time.Instant;
import java.util.Set;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.SignedIn;

/**
 * Somebody who is signed in; the principal of the request.
 *
 * @param roles in which the account could act; the actor has the one in which it does
 * @param mustChangePassword nothing else is possible until the one-time password is changed
 * @param endsAt when it ends if nothing more is done
 * @param tokenHash by which the database knows it; empty for a request that brought its own password
 */
public record Session(Actor actor, Set<Role> roles, boolean mustChangePassword, Instant endsAt, String tokenHash)
    implements SignedIn {}
