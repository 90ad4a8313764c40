package org.zhuqi.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Role;

/**
 * Accounts in the database. Lock-outs and sessions count the database's own time, not the business clock: whoever moves
 * the demo's clock forward is neither signed out by it nor let in earlier.
 */
@Component
class AccountStore {
  static final int FAILURES_ALLOWED = 5;
  static final int LOCK_OUT_MINUTES = 15;
  private final JdbcClient jdbc;
  private final Clock clock;

  AccountStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  static String login(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** @return false when the login name is taken */
  boolean insert(UUID id, OpenAccount a, @Nullable String passwordHash, boolean mustChange) {
    return jdbc.sql(
                """
                insert into account (id, login, name, roles, party_id, agency, funders, email, password_hash,
                  password_set_at, must_change, opened_at)
                values (:id, :login, :name, :roles, :party, :agency, :funders, :email, :hash, now(), :change, now())
                on conflict (tenant, login) do nothing""")
            .param("id", id)
            .param("login", login(a.login()))
            .param("name", a.name().strip())
            .param("roles", names(a.roles()))
            .param("party", a.party())
            .param("agency", a.agency())
            .param("funders", a.funders().stream().sorted().toArray(String[]::new))
            .param("email", a.email())
            .param("hash", passwordHash)
            .param("change", mustChange)
            .update()
        == 1;
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().sorted().map(Enum::name).toArray(String[]::new);
  }

  void disabled(UUID account, boolean disabled) {
    update("disabled = :value, version = version + 1", account, disabled);
  }

  void unlock(UUID account) {
    jdbc.sql("update account set failures = 0, locked_until = null where id = :id").param("id", account).update();
  }

  void assign(UUID account, Role role, String agency, Set<String> funders) {
    jdbc.sql("update account set roles = :roles, agency = :agency, funders = :funders, version = version + 1 where id = :id")
        .param("roles", new String[] {role.name()})
        .param("agency", agency)
        .param("funders", funders.stream().sorted().toArray(String[]::new))
        .param("id", account)
        .update();
  }

  void partyRoles(UUID account, Set<Role> roles) {
    jdbc.sql("update account set roles = :roles where id = :id")
        .param("roles", names(roles))
        .param("id", account)
        .update();
  }

  /** @return the version after it: sessions of older versions have ended */
  int password(UUID account, String hash, boolean mustChange) {
    return jdbc.sql(
            """
            update account set password_hash = :hash, password_set_at = now(), must_change = :change, failures = 0,
              locked_until = null, version = version + 1
            where id = :id returning version""")
        .param("hash", hash)
        .param("change", mustChange)
        .param("id", account)
        .query(Integer.class)
        .single();
  }

  private void update(String set, UUID account, boolean value) {
    jdbc.sql("update account set " + set + " where id = :id").param("value", value).param("id", account).update();
  }

  /** What checking a password needs. */
  record Attempt(UUID account, @Nullable String passwordHash, boolean disabled, int failures) {}

  /**
   * Takes one of the attempts that an account allows before it locks. Counted before the password is looked at, so that
   * many attempts at once get no more than many one after another.
   *
   * @return empty when there is no such account, or it is locked
   */
  Optional<Attempt> attempt(String login) {
    return jdbc.sql(
            """
            update account set
              failures = case when locked_until is null then failures + 1 else 1 end,
              locked_until = case when locked_until is null and failures + 1 >= :allowed then now() + :out::interval end
            where login = :login and (locked_until is null or locked_until <= now())
            returning id, password_hash, disabled, failures""")
        .param("allowed", FAILURES_ALLOWED)
        .param("out", LOCK_OUT_MINUTES + " minutes")
        .param("login", login(login))
        .query(
            (rs, n) ->
                new Attempt(
                    rs.getObject("id", UUID.class), rs.getString("password_hash"), rs.getBoolean("disabled"),
                    rs.getInt("failures")))
        .optional();
  }

  /** The attempt was right: nothing counts against the account any more. */
  void succeeded(UUID account) {
    // Shown to people, so by the business clock, unlike what decides.
    jdbc.sql("update account set failures = 0, locked_until = null, last_sign_in = :now where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", account)
        .update();
  }

  List<Account> find(String where, Object... namedValues) {
    var statement = jdbc.sql("select * from account where " + where);
    for (int i = 0; i < namedValues.length; i += 2) statement = statement.param((String) namedValues[i], namedValues[i + 1]);
    return statement.query(AccountStore::account).list();
  }

  boolean anyAdministrator() {
    return jdbc.sql("select exists (select from account where 'ADMIN' = any(roles) and not disabled)")
        .query(Boolean.class)
        .single();
  }

  private static Account account(ResultSet rs, int row) throws SQLException {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) rs.getArray("roles").getArray()).map(Role::valueOf).forEach(roles::add);
    return new Account(
        rs.getObject("id", UUID.class),
        rs.getString("login"),
        rs.getString("name"),
        roles,
        rs.getObject("party_id", UUID.class),
        rs.getString("agency"),
        Set.of((String[]) rs.getArray("funders").getArray()),
        rs.getString("email"),
        rs.getBoolean("disabled"),
        rs.getBoolean("must_change"),
        instant(rs, "locked_until"),
        instant(rs, "last_sign_in"),
        rs.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
