package org.zhuqi.platform.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/**
 * Checks passwords and counts failures, for whatever asks for one. Commits on its own: a failure counts even if what
 * asked is rolled back, on any instance. An unknown name, a wrong password, a locked and a disabled account give the same
 * answer after the same time.
 */
@Component
class Attempts {
  private final AccountStore store;
  private final Passwords passwords;
  private final AddressTries addresses;
  private final AuditTrail audit;
  private final TransactionTemplate own;

  Attempts(AccountStore store, Passwords passwords, AddressTries addresses, AuditTrail audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.passwords = passwords;
    this.addresses = addresses;
    this.audit = audit;
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The account, if the password is right and it may sign in now.
   *
   * @param address of the client
   * @throws TooManyTries when too many from this address were wrong
   */
  Optional<UUID> check(String login, String password, String address) {
    Duration wait = Objects.requireNonNull(own.execute(s -> addresses.take(address)));
    if (wait.isPositive()) throw new TooManyTries(wait);
    Optional<UUID> account = check(login, password);
    if (account.isPresent()) own.executeWithoutResult(s -> addresses.giveBack(address));
    return account;
  }

  /** As {@link #check(String, String, String)} for somebody who is signed in already: only the account's own tries count. */
  Optional<UUID> check(String login, String password) {
    Optional<AccountStore.Attempt> attempt = own.execute(s -> store.attempt(login));
    if (attempt == null || attempt.isEmpty()) {
      passwords.matches(password, null);
      return Optional.empty();
    }
    boolean right = passwords.matches(password, attempt.get().passwordHash()) && !attempt.get().disabled();
    own.executeWithoutResult(s -> settle(attempt.get(), login, right));
    return right ? Optional.of(attempt.get().account()) : Optional.empty();
  }

  private void settle(AccountStore.Attempt attempt, String login, boolean right) {
    if (right) {
      store.succeeded(attempt.account());
      return;
    }
    boolean locked = attempt.failures() >= AccountStore.FAILURES_ALLOWED;
    Actor by = new Actor(attempt.account(), AccountStore.login(login), Role.SYSTEM, null, null, java.util.Set.of());
    audit.record(
        by, locked ? "account.locked" : "account.sign_in_failed", "account", attempt.account(), null,
        locked ? "连续登录失败，锁定 " + AccountStore.LOCK_OUT_MINUTES + " 分钟" : "登录失败", Map.of("failures", attempt.failures()));
  }
}
