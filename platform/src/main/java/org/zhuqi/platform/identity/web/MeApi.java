package org.zhuqi.platform.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.Registration;
import org.zhuqi.platform.identity.Session;
import org.zhuqi.platform.identity.SignIn;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** Who the caller is; signing in and registering, for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "identity", description = "Accounts and sessions")
class MeApi {
  private final Accounts accounts;
  private final SignIn signIn;
  private final Registration registration;

  MeApi(Accounts accounts, SignIn signIn, Registration registration) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.registration = registration;
  }

  record Me(
      UUID account, String login, String name, Role role, Set<Role> roles, @Nullable UUID party, @Nullable String agency,
      Set<String> funders, boolean mustChangePassword) {}

  record SignInBody(String login, String password) {}

  /** @param token to be sent as {@code Authorization: Bearer}; ends after half an hour without a request */
  record SessionBody(String token) {}

  record RoleBody(Role role) {}

  record PasswordBody(String old, String fresh) {}

  record RegistrationBody(RegisterParty party, String login, String password) {}

  @GetMapping("/me")
  @PreAuthorize("isAuthenticated()")
  @Operation(summary = "Who the caller is, in which role")
  Me me(@AuthenticationPrincipal Session session) {
    Account a = accounts.get(Objects.requireNonNull(session.actor().account()));
    return new Me(a.id(), a.login(), a.name(), session.actor().role(), a.roles(), a.party(), a.agency(), a.funders(), a.mustChangePassword());
  }

  @PostMapping("/me/password")
  @PreAuthorize("isAuthenticated()")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change the password; every session of the account ends")
  void changePassword(@AuthenticationPrincipal Session session, @RequestBody PasswordBody body) {
    accounts.changePassword(session.actor(), body.old(), body.fresh()).orThrow();
  }

  @PostMapping("/me/role")
  @PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Act in another of the account's roles, in this session")
  void actAs(@AuthenticationPrincipal Session session, @RequestBody RoleBody body) {
    signIn.actAs(session, body.role());
  }

  @PostMapping("/sessions")
  @PreAuthorize("permitAll()")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Sign in: a token for Authorization: Bearer")
  SessionBody begin(@RequestBody SignInBody body, HttpServletRequest request) {
    return new SessionBody(signIn.byPassword(body.login(), body.password(), request.getRemoteAddr()).orThrow());
  }

  @DeleteMapping("/sessions/current")
  @PreAuthorize("isAuthenticated()")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign out")
  void end(@AuthenticationPrincipal Session session) {
    signIn.end(session);
  }

  @PostMapping("/registrations")
  @PreAuthorize("permitAll()")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Register a party together with its first account")
  Map<String, UUID> register(@RequestBody RegistrationBody body, HttpServletRequest request) {
    var made = registration.register(body.party(), body.login(), body.password(), request.getRemoteAddr()).orThrow();
    return Map.of("party", made.party(), "account", made.account());
  }
}
