package org.zhuqi.platform.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Role;

/**
 * An account to be opened.
 *
 * @param login 3 to 64 characters: letters, digits, dot, hyphen, underscore, {@code @}; compared without case
 * @param password its first password; null: a one-time password is made, which must be changed at the first sign-in
 * @param passwordless nobody signs in by password until an administrator has set one: what the demo's door needs
 */
public record OpenAccount(
    String login,
    String name,
    Set<Role> roles,
    @Nullable UUID party,
    @Nullable String agency,
    Set<String> funders,
    @Nullable String email,
    @Nullable String password,
    boolean passwordless) {

  public OpenAccount {
    roles = Set.copyOf(roles);
    funders = Set.copyOf(funders);
  }

  public static OpenAccount official(String login, String name, Role role, String agency, Set<String> funders) {
    return new OpenAccount(login, name, Set.of(role), null, agency, funders, null, null, false);
  }

  public static OpenAccount ofParty(String login, String name, UUID party, Set<Role> roles) {
    return new OpenAccount(login, name, roles, party, null, Set.of(), null, null, false);
  }

  public OpenAccount withPassword(String password) {
    return new OpenAccount(login, name, roles, party, agency, funders, email, password, passwordless);
  }

  public OpenAccount withoutPassword() {
    return new OpenAccount(login, name, roles, party, agency, funders, email, null, true);
  }

  public OpenAccount withEmail(@Nullable String email) {
    return new OpenAccount(login, name, roles, party, agency, funders, email, password, passwordless);
  }
}
