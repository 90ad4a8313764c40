package org.zhuqi.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** HTTP Basic for the API: the same check and the same lock-out as the sign-in page, and no session. */
@Component
class PasswordProvider implements AuthenticationProvider {
  private final Attempts attempts;
  private final Accounts accounts;

  PasswordProvider(Attempts attempts, Accounts accounts) {
    this.attempts = attempts;
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    UUID id =
        attempts
            .check(given.getName(), String.valueOf(given.getCredentials()), address(given))
            .orElseThrow(() -> new BadCredentialsException("refused"));
    Account account = accounts.get(id);
    return SessionContext.authenticated(
        new Session(accounts.actor(id), account.roles(), account.mustChangePassword(), Instant.MAX, ""));
  }

  private static String address(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
