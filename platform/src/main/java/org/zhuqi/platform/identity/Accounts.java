package org.zhuqi.platform.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

/** The accounts of the tenant. Each command is one transaction. */
@Service
@Transactional
public class Accounts {
  /** Opens an account: by an administrator, by the system, or by a party for its own people. */
  public Outcome<OpenedAccount> open(Actor by, OpenAccount a) {
    throw new UnsupportedOperationException();
  }

  /** Ends every session of the account at once; nothing of it is deleted. */
  public Outcome<Void> disable(Actor by, UUID account, String reason) {
    throw new UnsupportedOperationException();
  }

  public Outcome<Void> enable(Actor by, UUID account, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Lets an account sign in again before the lock-out has run its time. */
  public Outcome<Void> unlock(Actor by, UUID account) {
    throw new UnsupportedOperationException();
  }

  /** Changes what an official may do; ends every session of the account. */
  public Outcome<Void> assign(Actor by, UUID account, Role role, String agency, Set<String> funders) {
    throw new UnsupportedOperationException();
  }

  /** A new one-time password, shown once; ends every session of the account. */
  public Outcome<String> resetPassword(Actor by, UUID account) {
    throw new UnsupportedOperationException();
  }

  /** The holder changes the password; ends every other session of the account. */
  public Outcome<Void> changePassword(Actor by, String old, String fresh) {
    throw new UnsupportedOperationException();
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Account get(UUID account) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<Account> byLogin(String login) {
    throw new UnsupportedOperationException();
  }

  /** Who it is when acting, in its first role. */
  @Transactional(readOnly = true)
  public Actor actor(UUID account) {
    throw new UnsupportedOperationException();
  }

  /** Active accounts with a role, by name. @param funder only those that handle it; null: all */
  @Transactional(readOnly = true)
  public List<Account> withRole(Role role, @Nullable String funder) {
    throw new UnsupportedOperationException();
  }

  /** Active accounts of a party, by name. */
  @Transactional(readOnly = true)
  public List<Account> ofParty(UUID party) {
    throw new UnsupportedOperationException();
  }
}
