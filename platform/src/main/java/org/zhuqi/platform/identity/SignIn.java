package org.zhuqi.platform.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Begins and ends sessions. Each command is one transaction. */
@Service
@Transactional
public class SignIn {
  private static final int MAX_TOKEN_DAYS = 366;
  private final Accounts accounts;
  private final Attempts attempts;
  private final SessionStore sessions;
  private final AuditTrail audit;

  SignIn(Accounts accounts, Attempts attempts, SessionStore sessions, AuditTrail audit) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * A session's token, for the cookie of a browser or the header {@code Authorization: Bearer} of a program.
   *
   * @param address of the client: too many failures from one have to wait, whichever accounts they were for
   * @throws org.springframework.security.core.AuthenticationException when this address has to wait; answered as 429
   */
  public Outcome<String> byPassword(String login, String password, String address) {
    Optional<UUID> account = attempts.check(login, password, address);
    return account.map(id -> Outcome.done(begin(id, "密码登录"))).orElseGet(() -> Outcome.refused(refusal()));
  }

  /** One sentence whatever the cause: it must not tell which accounts exist. */
  private static Refusal refusal() {
    return Refusal.of(
            "sign_in_refused",
            "登录名或密码不对，或者该账号现在不能登录。",
            "The login name or the password is wrong, or this account cannot sign in now.")
        .remedy(
            "连续 5 次失败后，账号锁定 15 分钟。忘记密码请联系单位管理人或系统管理员重置。",
            "After 5 failures in a row an account is locked for 15 minutes. Ask your administrator for a new password.");
  }

  /** Without a password: for the demo only, whose door does not exist elsewhere. */
  Outcome<String> byName(String login) {
    return accounts
        .byLogin(login)
        .filter(a -> !a.disabled())
        .map(a -> Outcome.done(beginWithoutPassword(a)))
        .orElseGet(() -> Outcome.refused(refusal()));
  }

  private String beginWithoutPassword(Account account) {
    audit.record(accounts.actor(account.id()), "session.began", "account", account.id(), null, "演示登录", Map.of());
    return sessions.beginWithoutPassword(account);
  }

  /** Whoever has just registered need not type the password once more. */
  public String first(Registration.Registered registered) {
    return begin(registered.account(), "注册后首次登录");
  }

  private String begin(UUID id, String how) {
    Account account = accounts.get(id);
    sessions.sweep();
    audit.record(accounts.actor(id), "session.began", "account", id, null, how, Map.of());
    return sessions.begin(account, account.firstRole());
  }

  /** Who may act for both sides of the market chooses in which role. */
  public void actAs(Session session, Role role) {
    if (!session.roles().contains(role)) throw new ForbiddenException(session.actor(), role);
    sessions.role(session.tokenHash(), role);
    record(session.actor(), "session.role", "切换身份", Map.of("to", role.name()));
  }

  public void end(Session session) {
    sessions.end(session.tokenHash());
    record(session.actor(), "session.ended", "退出登录", Map.of());
  }

  private void record(Actor by, String act, String grounds, Map<String, ?> details) {
    if (by.account() != null) audit.record(by, act, "account", by.account(), null, grounds, details);
  }

  /**
   * A token for a program that acts as an account, shown once. Ends with the account's password, when the account is
   * disabled, or after its days.
   */
  public Outcome<String> issueToken(Actor by, UUID account, int days) {
    by.mustBe(Role.ADMIN, Role.SYSTEM);
    if (days < 1 || days > MAX_TOKEN_DAYS) {
      return Outcome.refused(
          Refusal.of("token_days", "有效期须为 1 至 " + MAX_TOKEN_DAYS + " 天。", "A token is valid for 1 to " + MAX_TOKEN_DAYS + " days.").at("days"));
    }
    Account a = accounts.get(account);
    audit.record(by, "account.token_issued", "account", account, null, "签发接口令牌", Map.of("days", days));
    return Outcome.done(sessions.begin(a, a.firstRole(), null, Duration.ofDays(days)));
  }
}
