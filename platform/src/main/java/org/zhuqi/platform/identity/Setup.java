package org.zhuqi.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;

/**
 * The first administrator of an installation that is not the demo: a one-time token, printed at each start for as long as
 * there is no administrator, opens the page /setup once within a day.
 */
@Service
@Transactional
public class Setup {
  private static final long LOCK = 0x5a48_5345_5455_50L;
  private final AccountStore store;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  Setup(AccountStore store, Accounts accounts, JdbcClient jdbc) {
    this.store = store;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /** A new token while there is no administrator, else null. Only its hash is kept. */
  @Nullable String offer() {
    if (!isOpen()) return null;
    String token = Token.make();
    jdbc.sql("insert into setup_token (token_hash) values (:hash)").param("hash", Token.hash(token)).update();
    return token;
  }

  /** Whether the page exists: only until there is an administrator. */
  @Transactional(readOnly = true)
  public boolean isOpen() {
    return !store.anyAdministrator();
  }

  /** Takes the token and opens the administrator's account; two people at once make one administrator. */
  public Outcome<OpenedAccount> firstAdministrator(String token, String login, String name, String agency, String password) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((rs, n) -> n).list();
    if (!isOpen() || !isValid(token)) {
      return Outcome.refused(
          Refusal.of("setup_token", "令牌不对、已用过，或已过 24 小时。", "The token is wrong, used, or older than 24 hours.")
              .remedy("请查看启动日志；重新启动会打印新的令牌。", "Look at the log of the start; another start prints a new one.")
              .at("token"));
    }
    OpenAccount first = OpenAccount.official(login, name, Role.ADMIN, agency, Set.of()).withPassword(password);
    Outcome<OpenedAccount> opened = accounts.open(Actor.SYSTEM, first);
    if (opened.isDone() && !use(token)) {
      throw new RefusedException(Refusal.of("setup_token", "令牌已用过。", "The token is used.").at("token"));
    }
    return opened;
  }

  private boolean isValid(String token) {
    return jdbc.sql(
            """
            select exists (select from setup_token
              where token_hash = :hash and used_at is null and made_at > now() - interval '24 hours')""")
        .param("hash", Token.hash(token.strip()))
        .query(Boolean.class)
        .single();
  }

  private boolean use(String token) {
    return jdbc.sql("update setup_token set used_at = now() where token_hash = :hash and used_at is null")
            .param("hash", Token.hash(token.strip()))
            .update()
        == 1;
  }
}
