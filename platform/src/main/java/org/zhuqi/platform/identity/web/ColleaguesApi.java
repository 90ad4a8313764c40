package org.zhuqi.platform.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.identity.OpenedAccount;
import org.zhuqi.platform.identity.Session;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** The accounts of a party's own people, for programs. */
@RestController
@RequestMapping("/api/v1/colleagues")
@PreAuthorize("hasAnyRole('ENTERPRISE', 'INSTITUTION')")
@Tag(name = "identity")
class ColleaguesApi {
  private final Accounts accounts;

  ColleaguesApi(Accounts accounts) {
    this.accounts = accounts;
  }

  record Colleague(String login, String name) {}

  @GetMapping
  @Operation(summary = "The accounts of the caller's party")
  List<Account> all(@Parameter(hidden = true) Actor actor) {
    return accounts.ofParty(actor.partyOrThrow());
  }

  @PostMapping
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open a colleague's account; the one-time password is answered once")
  OpenedAccount open(@AuthenticationPrincipal Session session, @RequestBody Colleague c) {
    Actor actor = session.actor();
    return accounts.open(actor, OpenAccount.ofParty(c.login(), c.name(), actor.partyOrThrow(), session.roles())).orThrow();
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Disable a colleague's account; every session ends at once")
  void disable(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    accounts.disable(actor, id, "本单位停用").orThrow();
  }

  @PostMapping("/{id}/password")
  @KeepsOwnKeys
  @Operation(summary = "A new one-time password for a colleague, answered once")
  Map<String, String> reset(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    return Map.of("oneTimePassword", accounts.resetPassword(actor, id).orThrow());
  }
}
