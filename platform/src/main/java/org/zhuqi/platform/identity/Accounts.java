package org.zhuqi.platform.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyChanged;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** The accounts of the tenant. Each command is one transaction. */
@Service
@Transactional
public class Accounts {
  private final AccountStore store;
  private final AccountRules rules;
  private final Passwords passwords;
  private final Attempts attempts;
  private final SessionStore sessions;
  private final Parties parties;
  private final Interests interests;
  private final AuditTrail audit;

  Accounts(
      AccountStore store,
      AccountRules rules,
      Passwords passwords,
      Attempts attempts,
      SessionStore sessions,
      Parties parties,
      Interests interests,
      AuditTrail audit) {
    this.store = store;
    this.rules = rules;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.parties = parties;
    this.interests = interests;
    this.audit = audit;
  }

  /**
   * Opens an account: by an administrator, by the system, or by a party for its own people.
   *
   * <p>Refused with one sentence per field.
   */
  public Outcome<OpenedAccount> open(Actor by, OpenAccount a) {
    boolean own = a.party() != null && a.party().equals(by.party());
    if (!own) by.mustBe(Role.ADMIN, Role.SYSTEM);
    return open(by, Ids.next(), a);
  }

  Outcome<OpenedAccount> open(Actor by, UUID id, OpenAccount a) {
    List<Refusal> wrong = rules.check(a, partyOf(a));
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    String oneTime = a.password() == null && !a.passwordless() ? passwords.oneTime() : null;
    String password = oneTime == null ? a.password() : oneTime;
    if (!store.insert(id, a, password == null ? null : passwords.hash(password), oneTime != null)) {
      return Outcome.refused(AccountRules.loginTaken(a.login()));
    }
    if (a.party() != null) interests.member(by, id, a.party());
    record(by, "account.opened", id, "开通账号",
        Map.of("login", AccountStore.login(a.login()), "roles", a.roles().toString(), "agency", String.valueOf(a.agency())));
    return Outcome.done(new OpenedAccount(id, oneTime));
  }

  private @Nullable Party partyOf(OpenAccount a) {
    return a.party() == null ? null : parties.of(List.of(a.party())).get(a.party());
  }

  /** Ends every session of the account at once; nothing of it is deleted. */
  public Outcome<Void> disable(Actor by, UUID account, String reason) {
    mayAdminister(by, account);
    if (account.equals(by.account())) {
      return Outcome.refused(
          Refusal.of("own_account", "不能停用自己的账号。", "You cannot disable your own account.")
              .remedy("请由另一位管理员办理。", "Ask another administrator."));
    }
    if (reason.isBlank()) return Outcome.refused(needsReason());
    store.disabled(account, true);
    sessions.endAll(account);
    record(by, "account.disabled", account, reason, Map.of());
    return Outcome.done(null);
  }

  public Outcome<Void> enable(Actor by, UUID account, String reason) {
    mayAdminister(by, account);
    if (reason.isBlank()) return Outcome.refused(needsReason());
    store.disabled(account, false);
    record(by, "account.enabled", account, reason, Map.of());
    return Outcome.done(null);
  }

  /** Lets an account sign in again before the lock-out has run its time. */
  public Outcome<Void> unlock(Actor by, UUID account) {
    mayAdminister(by, account);
    store.unlock(account);
    record(by, "account.unlocked", account, "解除锁定", Map.of());
    return Outcome.done(null);
  }

  /** Changes what an official may do; ends every session of the account. */
  public Outcome<Void> assign(Actor by, UUID account, Role role, String agency, Set<String> funders) {
    by.mustBe(Role.ADMIN, Role.SYSTEM);
    Account old = get(account);
    if (old.party() != null) {
      return Outcome.refused(Refusal.of("account_of_party", "单位账号不能改为工作人员账号。", "An account of a party cannot become an official's."));
    }
    if (account.equals(by.account())) {
      return Outcome.refused(Refusal.of("own_account", "不能更改自己的岗位。", "You cannot change your own role."));
    }
    List<Refusal> wrong = rules.office(role, agency, funders);
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.assign(account, role, agency, funders);
    sessions.endAll(account);
    record(by, "account.assigned", account, "调整岗位",
        Map.of("from", old.roles() + " " + old.agency() + " " + old.funders(), "to", role + " " + agency + " " + funders));
    return Outcome.done(null);
  }

  /** A new one-time password, shown once; ends every session of the account. */
  public Outcome<String> resetPassword(Actor by, UUID account) {
    mayAdminister(by, account);
    String oneTime = passwords.oneTime();
    store.password(account, passwords.hash(oneTime), true);
    sessions.endAll(account);
    record(by, "account.password_reset", account, "重置密码", Map.of());
    return Outcome.done(oneTime);
  }

  /** The holder changes the password; every session of the account ends, and whoever changed it signs in anew. */
  public Outcome<Void> changePassword(Actor by, String old, String fresh) {
    UUID account = by.account();
    if (account == null) throw new ForbiddenException(by, Role.ADMIN);
    Account mine = get(account);
    if (attempts.check(mine.login(), old).isEmpty()) {
      return Outcome.refused(
          Refusal.of("password_wrong", "原密码不对，或账号因多次失败已锁定 15 分钟。", "The present password is wrong, or too many failures have locked the account for 15 minutes.")
              .at("old"));
    }
    List<Refusal> wrong = passwords.problems(fresh, mine.login(), "fresh");
    if (old.equals(fresh)) {
      wrong.add(Refusal.of("password_same", "新密码须与原密码不同。", "The new password must differ from the present one.").at("fresh"));
    }
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    store.password(account, passwords.hash(fresh), false);
    sessions.endAll(account);
    record(by, "account.password_changed", account, "本人修改密码", Map.of());
    return Outcome.done(null);
  }

  /** After a party has become holder or institution as well, or no longer is: its people's roles follow. */
  @EventListener
  void rolesFollow(PartyChanged change) {
    Actor by = change.by();
    UUID party = change.party();
    Set<Role> roles = AccountRules.rolesOf(parties.get(party).kinds());
    for (Account a : ofParty(party)) {
      if (!a.roles().equals(roles)) {
        store.partyRoles(a.id(), roles);
        record(by, "account.roles_followed", a.id(), "单位类型变更", Map.of("roles", roles.toString()));
      }
    }
  }

  /** @throws NotFoundException when there is none */
  @Transactional(readOnly = true)
  public Account get(UUID account) {
    return store.find("id = :id", "id", account).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("account " + account));
  }

  @Transactional(readOnly = true)
  public Optional<Account> byLogin(String login) {
    return store.find("login = :login", "login", AccountStore.login(login)).stream().findFirst();
  }

  /** Who it is when acting, in its first role. */
  @Transactional(readOnly = true)
  public Actor actor(UUID account) {
    Account a = get(account);
    return new Actor(a.id(), a.name(), a.firstRole(), a.party(), a.agency(), a.funders());
  }

  /** Active accounts with a role, by name. @param funder only those that handle it; null: all */
  @Transactional(readOnly = true)
  public List<Account> withRole(Role role, @Nullable String funder) {
    String active = "not disabled and :role = any(roles)";
    return funder == null || role.seesAll()
        ? store.find(active + " order by name, id", "role", role.name())
        : store.find(active + " and :funder = any(funders) order by name, id", "role", role.name(), "funder", funder);
  }

  /** Every account of an agency, also disabled ones, by name. */
  @Transactional(readOnly = true)
  public List<Account> ofAgency(String agency) {
    return store.find("agency = :agency order by name, id", "agency", agency);
  }

  /** Active accounts of a party, by name. */
  @Transactional(readOnly = true)
  public List<Account> ofParty(UUID party) {
    return store.find("not disabled and party_id = :party order by name, id", "party", party);
  }

  /** An administrator any account; the people of a party those of that party. */
  private void mayAdminister(Actor by, UUID account) {
    Account a = get(account);
    boolean own = a.party() != null && a.party().equals(by.party());
    if (!own) by.mustBe(Role.ADMIN, Role.SYSTEM);
  }

  private static Refusal needsReason() {
    return Refusal.of("needs_reason", "请写明理由，审计时会看到。", "Give a reason; auditors will read it.").at("reason");
  }

  private void record(Actor by, String act, UUID account, String grounds, Map<String, ?> details) {
    audit.record(by, act, "account", account, null, grounds, details);
  }
}
