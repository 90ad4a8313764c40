package org.zhuqi.platform.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.AccountList;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.identity.OpenedAccount;
import org.zhuqi.platform.identity.SignIn;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;
import org.zhuqi.platform.web.request.KeepsOwnKeys;

/** The administrator's work, for programs. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "accounts", description = "Accounts of officials and parties; administrators only")
class AccountsApi {
  private final Accounts accounts;
  private final AccountList list;
  private final SignIn signIn;
  private final Listings listings;

  AccountsApi(Accounts accounts, AccountList list, SignIn signIn, Listings listings) {
    this.accounts = accounts;
    this.list = list;
    this.signIn = signIn;
    this.listings = listings;
  }

  record Office(Role role, String agency, Set<String> funders) {}

  record NewAccount(String login, String name, Role role, String agency, Set<String> funders, @Nullable String email) {}

  record Reason(String reason) {}

  record Days(int days) {}

  @GetMapping
  @Operation(summary = "Accounts, filtered and sorted as on the page (q, role, agency, state, sort, page, size)")
  ListPage.Slice<AccountList.Row> list(@Parameter(hidden = true) ListQuery query) {
    return listings.page(list.listing(), query, Map.of()).slice();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One account")
  Account one(@PathVariable UUID id) {
    return accounts.get(id);
  }

  @PostMapping
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open an official's account; the one-time password is answered once")
  OpenedAccount open(@Parameter(hidden = true) Actor actor, @RequestBody NewAccount a) {
    return accounts.open(actor, OpenAccount.official(a.login(), a.name(), a.role(), a.agency(), a.funders()).withEmail(a.email())).orThrow();
  }

  @PutMapping("/{id}/office")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Change role, agency and funders; ends every session of the account")
  void assign(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Office office) {
    accounts.assign(actor, id, office.role(), office.agency(), office.funders()).orThrow();
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Disable; every session ends at once")
  void disable(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Reason body) {
    accounts.disable(actor, id, body.reason()).orThrow();
  }

  @PostMapping("/{id}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Enable again")
  void enable(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Reason body) {
    accounts.enable(actor, id, body.reason()).orThrow();
  }

  @PostMapping("/{id}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a lock-out before its time")
  void unlock(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    accounts.unlock(actor, id).orThrow();
  }

  @PostMapping("/{id}/password")
  @KeepsOwnKeys
  @Operation(summary = "A new one-time password, answered once")
  Map<String, String> reset(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
    return Map.of("oneTimePassword", accounts.resetPassword(actor, id).orThrow());
  }

  @PostMapping("/{id}/tokens")
  @KeepsOwnKeys
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A token for a program, answered once")
  Map<String, String> token(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @RequestBody Days body) {
    return Map.of("token", signIn.issueToken(actor, id, body.days()).orThrow());
  }
}
