package org.zhuqi.platform.identity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Sessions in the database: the token's hash, whose it is, in which role, until when. */
@Component
class SessionStore {
  private final JdbcClient jdbc;
  private final Duration idle;
  private final Duration longest;

  /**
   * @param idle a session ends after this time without a request
   * @param longest and after this time whatever happens
   */
  SessionStore(
      JdbcClient jdbc, @Value("${zhuqi.session.idle:30m}") Duration idle, @Value("${zhuqi.session.longest:12h}") Duration longest) {
    this.jdbc = jdbc;
    this.idle = idle;
    this.longest = longest;
  }

  /** Begins a session with a token that nobody knew before; the caller hands it to the browser. */
  String begin(Account account, Role role) {
    return begin(account, role, idle, longest);
  }

  /** A session that began without a password: nothing asks for that to be changed. */
  String beginWithoutPassword(Account account) {
    String token = begin(account, account.firstRole());
    jdbc.sql("update session set by_password = false where token_hash = :hash").param("hash", Token.hash(token)).update();
    return token;
  }

  /** A token for a program: it does not end by idleness. */
  String begin(Account account, Role role, @Nullable Duration idle, Duration longest) {
    String token = Token.make();
    jdbc.sql(
            """
            insert into session (token_hash, account_id, role, version, idle, ends_at)
            select :hash, id, :role, version, :idle::interval, now() + :longest::interval from account where id = :account""")
        .param("hash", Token.hash(token))
        .param("account", account.id())
        .param("role", role.name())
        .param("idle", idle == null ? null : idle.toSeconds() + " seconds")
        .param("longest", longest.toSeconds() + " seconds")
        .update();
    return token;
  }

  /** Who a token is, if its session still runs. One round trip, outside any transaction. */
  Optional<Session> find(String tenant, String token) {
    String hash = Token.hash(token);
    return jdbc.sql("select * from session_actor(:tenant, :hash)")
        .param("tenant", tenant)
        .param("hash", hash)
        .query(
            (rs, n) ->
                new Session(
                    new Actor(
                        rs.getObject("account", UUID.class), rs.getString("name"), Role.valueOf(rs.getString("role")),
                        rs.getObject("party", UUID.class), rs.getString("agency"),
                        Set.of((String[]) rs.getArray("funders").getArray())),
                    roles((String[]) rs.getArray("roles").getArray()),
                    rs.getBoolean("must_change"),
                    rs.getObject("idle_until", OffsetDateTime.class).toInstant(),
                    hash))
        .optional();
  }

  private static Set<Role> roles(String[] names) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
    return roles;
  }

  void role(String tokenHash, Role role) {
    jdbc.sql("update session set role = :role where token_hash = :hash").param("role", role.name()).param("hash", tokenHash).update();
  }

  void end(String tokenHash) {
    jdbc.sql("delete from session where token_hash = :hash").param("hash", tokenHash).update();
  }

  void endAll(UUID account) {
    jdbc.sql("delete from session where account_id = :account").param("account", account).update();
  }

  void sweep() {
    jdbc.sql("delete from session where ends_at < now() or seen_at + idle < now()").update();
  }
}
