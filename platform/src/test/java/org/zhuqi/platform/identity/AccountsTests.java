package org.zhuqi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class AccountsTests extends PlatformTest {
  private static final String PASSWORD = "Correct-Horse-7";
  @Autowired Accounts accounts;
  @Autowired SignIn signIn;
  @Autowired Registration registration;
  @Autowired Passwords passwords;
  @Autowired SessionStore sessions;

  @Test
  void a_party_and_its_first_account_come_together_or_not_at_all() {
    var party = PartyFixtures.represented(PartyFixtures.anEnterprise(), "张三", "52010219900101123X");
    String login = login();
    assertThat(asTenant(() -> registration.register(party, "x", "short", "192.0.2.1")).refusals())
        .extracting(Refusal::field)
        .contains("login", "password");
    var made = asTenant(() -> registration.register(party, login, PASSWORD, "192.0.2.1")).orThrow();
    assertThat(asTenant(() -> accounts.get(made.account())).roles()).containsExactly(Role.ENTERPRISE);
    var other = PartyFixtures.anEnterprise();
    assertThat(asTenant(() -> registration.register(other, login, PASSWORD, "192.0.2.1")).refusals())
        .extracting(Refusal::field)
        .containsExactly("login");
    assertThat(inTransaction(() -> jdbc.sql("select count(*) from party where credit_code = :c").param("c", other.creditCode()).query(Integer.class).single()))
        .isZero();
  }

  @Test
  void GYI_14_1_an_official_has_exactly_one_office() {
    OpenAccount two = new OpenAccount(login(), "两职", Set.of(Role.CENTRE, Role.FINANCE), null, "CENTRE", Set.of("GUIYANG"), null, null, false);
    assertThat(asTenant(() -> accounts.open(Actor.SYSTEM, two)).refusals()).extracting(Refusal::field).containsExactly("role");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(
            """
            insert into account (id, login, name, roles, agency, password_set_at, must_change, opened_at)
            values (gen_random_uuid(), 'twice', '两职', '{CENTRE,FINANCE}', 'CENTRE', now(), false, now())""").update()))
        .hasMessageContaining("account_of_party_or_agency");
  }

  @Test
  void an_agency_hands_out_only_the_funders_it_handles() {
    OpenAccount wrong = OpenAccount.official(login(), "越界", Role.FINANCE, "GUIAN_FINANCE", Set.of("GUIYANG"));
    assertThat(asTenant(() -> accounts.open(Actor.SYSTEM, wrong)).refusals()).extracting(Refusal::field).containsExactly("funders");
  }

  @Test
  void only_an_administrator_opens_accounts_of_officials() {
    Actor centre = asTenant(() -> accounts.actor(open(Role.CENTRE, "CENTRE")));
    assertThatThrownBy(() -> asTenant(() -> accounts.open(centre, OpenAccount.official(login(), "甲", Role.ADMIN, "PLATFORM", Set.of()))))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void many_wrong_passwords_at_once_get_no_more_tries_than_one_after_another() throws Exception {
    String login = login();
    asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login, "钱同时", Role.CENTRE, "CENTRE", Set.of("GUIYANG")).withPassword(PASSWORD))).orThrow();
    try (var threads = Executors.newFixedThreadPool(12)) {
      var tries = IntStream.range(0, 12).mapToObj(i -> threads.submit(() -> asTenant(() -> signIn.byPassword(login, "wrong" + i, login)).isDone())).toList();
      for (var t : tries) assertThat(t.get()).isFalse();
    }
    assertThat(asTenant(() -> accounts.byLogin(login)).orElseThrow().lockedUntil()).isNotNull();
    assertThat(inTransaction(() -> jdbc.sql("select failures from account where login = :l").param("l", login).query(Integer.class).single()))
        .isEqualTo(AccountStore.FAILURES_ALLOWED);
    assertThat(asTenant(() -> signIn.byPassword(login, PASSWORD, login)).isDone()).as("locked for the right one too").isFalse();
  }

  @Test
  void a_lock_out_ends_by_itself_after_fifteen_minutes_and_an_administrator_can_end_it_before() {
    UUID id = open(Role.CENTRE, "CENTRE");
    String login = asTenant(() -> accounts.get(id)).login();
    for (int i = 0; i < 5; i++) asTenant(() -> signIn.byPassword(login, "wrong", login));
    assertThat(asTenant(() -> signIn.byPassword(login, PASSWORD, login)).isDone()).isFalse();
    assertThat(inTransaction(() -> jdbc.sql("select locked_until - now() between interval '14 minutes' and interval '15 minutes' from account where id = :id").param("id", id).query(Boolean.class).single())).isTrue();
    inTransaction(() -> jdbc.sql("update account set locked_until = now() - interval '1 second' where id = :id").param("id", id).update());
    assertThat(asTenant(() -> signIn.byPassword(login, PASSWORD, login)).isDone()).isTrue();
    for (int i = 0; i < 5; i++) asTenant(() -> signIn.byPassword(login, "wrong", login));
    asTenant(() -> accounts.unlock(Actor.SYSTEM, id)).orThrow();
    assertThat(asTenant(() -> signIn.byPassword(login, PASSWORD, login)).isDone()).isTrue();
  }

  @Test
  void passwords_that_are_easily_tried_are_refused_each_with_its_reason() {
    assertThat(passwords.problems("abc", "wang", "p")).extracting(Refusal::code).contains("password_length", "password_kinds");
    assertThat(passwords.problems("Wang-2024-wang", "wang", "p")).extracting(Refusal::code).containsExactly("password_login");
    assertThat(passwords.problems("Password-2024", "wang", "p")).extracting(Refusal::code).containsExactly("password_common");
    assertThat(passwords.problems("onlysmallletters", "wang", "p")).extracting(Refusal::code).containsExactly("password_kinds");
    assertThat(passwords.problems("four small words in a row", "wang", "p")).isEmpty();
    assertThat(passwords.problems(passwords.oneTime() + "-1aA", "wang", "p")).isEmpty();
  }

  @Test
  void a_password_is_kept_only_as_argon2id() {
    UUID id = open(Role.CENTRE, "CENTRE");
    String kept = inTransaction(() -> jdbc.sql("select password_hash from account where id = :id").param("id", id).query(String.class).single());
    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
  }

  @Test
  void accounts_are_found_by_role_and_funder() {
    UUID guian = open(Role.FINANCE, "GUIAN_FINANCE");
    UUID guiyang = open(Role.FINANCE, "GUIYANG_FINANCE");
    assertThat(ids(asTenant(() -> accounts.withRole(Role.FINANCE, "GUIAN")))).contains(guian).doesNotContain(guiyang);
    asTenant(() -> accounts.disable(Actor.SYSTEM, guian, "调离")).orThrow();
    assertThat(ids(asTenant(() -> accounts.withRole(Role.FINANCE, "GUIAN")))).doesNotContain(guian);
  }

  @Test
  void whoever_came_through_the_demos_door_need_not_change_a_one_time_password() {
    String login = login();
    asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login, "演示", Role.CENTRE, "CENTRE", Set.of("GUIYANG")))).orThrow();
    String token = asTenant(() -> signIn.byName(login)).orThrow();
    assertThat(sessions.find(TENANT, token).orElseThrow().mustChangePassword()).isFalse();
    assertThat(sessions.find("elsewhere", token)).as("a token is good for its own tenant only").isEmpty();
  }

  @Test
  void nobody_signs_in_by_password_to_an_account_that_has_none() {
    String login = login();
    OpenAccount none = OpenAccount.official(login, "无密码", Role.CENTRE, "CENTRE", Set.of("GUIYANG")).withoutPassword();
    assertThat(asTenant(() -> accounts.open(Actor.SYSTEM, none)).orThrow().oneTimePassword()).isNull();
    assertThat(asTenant(() -> signIn.byPassword(login, "", login)).isDone()).isFalse();
    assertThat(asTenant(() -> signIn.byPassword(login, PASSWORD, login)).isDone()).isFalse();
    assertThat(asTenant(() -> signIn.byName(login)).isDone()).isTrue();
  }

  private static List<UUID> ids(List<Account> accounts) {
    return accounts.stream().map(Account::id).toList();
  }

  private UUID open(Role role, String agency) {
    Set<String> funders = agency.equals("GUIAN_FINANCE") ? Set.of("GUIAN") : Set.of("GUIYANG");
    return asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login(), "测试", role, agency, funders).withPassword(PASSWORD))).orThrow().id();
  }

  private static String login() {
    return "t" + UUID.randomUUID().toString().substring(0, 12);
  }
}
