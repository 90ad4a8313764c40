package org.zhuqi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Who gets in, through real HTTP. */
class DoorsTests extends PlatformTest {
  private static final String PASSWORD = "Correct-Horse-7";
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired SignIn signIn;
  @Autowired Setup setup;
  @Autowired Registration registration;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  private Visitor visitor;

  @BeforeEach
  void aVisitor() {
    visitor = new Visitor(port);
  }

  @Test
  void every_endpoint_says_who_may_call_it() {
    List<String> silent =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(e -> !ClosedDoors.saysWhoMayCall(e.getValue()))
            .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.zhuqi"))
            .filter(e -> !e.getKey().toString().contains("/error"))
            .map(Object::toString)
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void an_endpoint_that_does_not_say_who_may_call_it_is_closed_even_to_administrators() throws Exception {
    HandlerMethod silent = new HandlerMethod(new Silent(), Silent.class.getDeclaredMethod("forgotten"));
    assertThat(ClosedDoors.saysWhoMayCall(silent)).isFalse();
    assertThatThrownBy(() -> new ClosedDoors().preHandle(
            new org.springframework.mock.web.MockHttpServletRequest("GET", "/forgotten"),
            new org.springframework.mock.web.MockHttpServletResponse(), silent))
        .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
  }

  static final class Silent {
    void forgotten() {}
  }

  @Test
  void a_visitor_who_asks_for_a_desk_is_led_to_the_sign_in_page_and_back() {
    var answer = visitor.get("/admin/accounts?q=x");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?to=%2Fadmin%2Faccounts%3Fq%3Dx");
    assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/api/v1/me").headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
  }

  @Test
  void the_way_back_after_signing_in_never_leads_elsewhere() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.get("/sign-in");
    for (String to : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
      var answer = visitor.post("/sign-in", "login", login, "password", PASSWORD, "to", to);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/desk");
      visitor = new Visitor(port);
      visitor.get("/sign-in");
    }
  }

  @Test
  void role_matrix_of_the_pages_of_these_rooms() {
    Map<String, Set<Role>> who = new TreeMap<>(Map.of(
        "/admin/accounts", Set.of(Role.ADMIN),
        "/admin/accounts/new", Set.of(Role.ADMIN),
        "/parties", Set.of(Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.AUDITOR),
        "/interests", Set.of(Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.REVIEWER, Role.AUDITOR),
        "/party", Set.of(Role.ENTERPRISE, Role.INSTITUTION),
        "/account", Set.of(Role.ENTERPRISE, Role.INSTITUTION, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.REVIEWER, Role.AUDITOR, Role.ADMIN)));
    for (Role role : Arrays.stream(Role.values()).filter(r -> r != Role.SYSTEM).toList()) {
      Visitor as = signedIn(role);
      who.forEach((path, allowed) ->
          assertThat(as.get(path).statusCode()).as("%s asks for %s", role, path).isEqualTo(allowed.contains(role) ? 200 : 403));
    }
  }

  @Test
  void five_failures_lock_an_account_and_nothing_tells_why() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.get("/sign-in");
    String unknown = sentence(visitor.post("/sign-in", "login", "nobody-at-all", "password", PASSWORD).body());
    for (int i = 0; i < 5; i++) {
      assertThat(sentence(visitor.post("/sign-in", "login", login, "password", "wrong-" + i).body())).isEqualTo(unknown);
    }
    var right = visitor.post("/sign-in", "login", login, "password", PASSWORD);
    assertThat(right.statusCode()).isEqualTo(422);
    assertThat(sentence(right.body())).isEqualTo(unknown);
    assertThat(visitor.cookie("zhuqi_session")).isEmpty();
  }

  private static String sentence(String page) {
    int from = page.indexOf("登录名或密码不对");
    assertThat(from).isPositive();
    return page.substring(from, page.indexOf("</li>", from)).replaceAll("\\s+", " ");
  }

  @Test
  void disabling_an_account_ends_its_session_at_the_next_request() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    UUID id = asTenant(() -> accounts.byLogin(login)).orElseThrow().id();
    asTenant(() -> accounts.disable(Actor.SYSTEM, id, "调离")).orThrow();
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    assertThat(visitor.signIn(login, PASSWORD).statusCode()).isEqualTo(422);
    asTenant(() -> accounts.enable(Actor.SYSTEM, id, "调回")).orThrow();
    assertThat(visitor.get("/account").statusCode()).as("the old session does not come back").isEqualTo(302);
  }

  @Test
  void changing_the_password_ends_every_session() {
    String login = open(Role.BUREAU, "GUIYANG_BUREAU");
    Visitor elsewhere = new Visitor(port);
    elsewhere.signIn(login, PASSWORD);
    visitor.signIn(login, PASSWORD);
    visitor.get("/account/password");
    assertThat(visitor.post("/account/password", "old", "wrong", "fresh", "New-Staple-88", "again", "New-Staple-88").statusCode()).isEqualTo(422);
    assertThat(visitor.post("/account/password", "old", PASSWORD, "fresh", "New-Staple-88", "again", "New-Staple-88").statusCode()).isIn(302, 303);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
    assertThat(new Visitor(port).signIn(login, PASSWORD).statusCode()).isEqualTo(422);
    assertThat(new Visitor(port).signIn(login, "New-Staple-88").statusCode()).isIn(302, 303);
  }

  @Test
  void a_session_gets_a_token_that_nobody_knew_before_signing_in_and_signing_out_ends_it() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.signIn(login, PASSWORD);
    String first = visitor.cookie("zhuqi_session");
    visitor.get("/sign-in");
    visitor.post("/sign-in", "login", login, "password", PASSWORD);
    String second = visitor.cookie("zhuqi_session");
    assertThat(second).isNotEqualTo(first).hasSize(43);
    assertThat(inTransaction(() -> jdbc.sql("select count(*) from session where token_hash = :t").param("t", second).query(Integer.class).single()))
        .as("only the hash is kept").isZero();
    visitor.get("/account");
    visitor.post("/sign-out");
    assertThat(new Visitor(port).get("/api/v1/me", "Authorization", "Bearer " + second).statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_ends_after_half_an_hour_without_a_request() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    inTransaction(() -> jdbc.sql(
            "update session set seen_at = now() - interval '31 minutes' where account_id = (select id from account where login = :l)")
        .param("l", login).update());
    assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void a_form_left_open_overnight_is_shown_again_and_goes_through_after_signing_in_again_as_the_same_person() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.signIn(login, PASSWORD);
    visitor.get("/interests");
    String token = visitor.token();
    visitor.forgetCookie("zhuqi_session");
    String code = PartyFixtures.creditCode();
    String[] form = {"creditCode", code, "reason", "曾任职", "_csrf", token, "_key", UUID.randomUUID().toString()};
    var late = visitor.postPlain("/interests", form);
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("登录已结束").contains(code).contains("曾任职").contains("action=\"/interests\"");

    visitor.signIn(open(Role.CENTRE, "CENTRE"), PASSWORD);
    assertThat(visitor.postPlain("/interests", form).statusCode()).as("somebody else cannot send it").isEqualTo(403);
    visitor.forgetCookies();
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.postPlain("/interests", form).statusCode()).isIn(302, 303);
    assertThat(visitor.get("/interests").body()).contains("曾任职");
  }

  @Test
  void a_form_without_its_token_does_nothing_and_a_program_with_its_own_proof_needs_none() {
    String login = open(Role.CENTRE, "CENTRE");
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.postPlain("/interests", "creditCode", PartyFixtures.creditCode(), "reason", "x", "_key", "k").statusCode()).isEqualTo(403);
    String token = asTenant(() -> signIn.byPassword(login, PASSWORD, login)).orThrow();
    Visitor program = new Visitor(port);
    assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + token).body()).contains(login);
    assertThat(program.get("/api/v1/me", "Authorization", basic(login, PASSWORD)).body()).contains(login);
    assertThat(program.get("/api/v1/me", "Authorization", basic(login, "wrong")).statusCode()).isEqualTo(401);
    assertThat(visitor.get("/api/v1/me", "Authorization", "Bearer forged").statusCode())
        .as("a request with its own proof is never known by its cookie").isEqualTo(401);
  }

  @Test
  void a_one_time_password_opens_nothing_but_the_page_that_changes_it() {
    String login = "o" + UUID.randomUUID().toString().substring(0, 12);
    var opened = asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login, "新人", Role.CENTRE, "CENTRE", Set.of("GUIYANG")))).orThrow();
    visitor.signIn(login, String.valueOf(opened.oneTimePassword()));
    assertThat(visitor.get("/parties").headers().firstValue("Location").orElseThrow()).endsWith("/account/password");
    visitor.get("/account/password");
    visitor.post("/account/password", "old", String.valueOf(opened.oneTimePassword()), "fresh", PASSWORD, "again", PASSWORD);
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.get("/parties").statusCode()).isEqualTo(200);
  }

  @Test
  void a_party_that_is_both_acts_in_one_role_at_a_time() {
    String login = "b" + UUID.randomUUID().toString().substring(0, 12);
    var both = PartyFixtures.kinds(PartyFixtures.anEnterprise(), org.zhuqi.platform.parties.PartyKind.HOLDER_ENTERPRISE, org.zhuqi.platform.parties.PartyKind.INSTITUTION);
    asTenant(() -> registration.register(both, login, PASSWORD, "192.0.2.1")).orThrow();
    visitor.signIn(login, PASSWORD);
    assertThat(visitor.get("/api/v1/me").body()).contains("\"role\":\"ENTERPRISE\"");
    visitor.get("/account");
    visitor.post("/account/role", "role", "INSTITUTION");
    assertThat(visitor.get("/api/v1/me").body()).contains("\"role\":\"INSTITUTION\"");
    visitor.get("/account");
    assertThat(visitor.post("/account/role", "role", "ADMIN").statusCode()).isEqualTo(403);
  }

  @Test
  void the_demos_door_does_not_exist_outside_the_demo_and_production_cannot_be_the_demo() {
    visitor.get("/sign-in");
    assertThat(visitor.post("/demo/sign-in", "login", "anybody").statusCode()).isIn(403, 404);
    MockEnvironment production = new MockEnvironment();
    production.setActiveProfiles("production");
    assertThat(DemoMode.isOn(production)).isFalse();
    assertThat(DemoMode.isOn(new MockEnvironment())).isTrue();
    MockEnvironment both = new MockEnvironment().withProperty("zhuqi.demo", "true");
    both.setActiveProfiles("production");
    assertThatThrownBy(() -> DemoMode.isOn(both)).isInstanceOf(IllegalStateException.class);
  }

  private Visitor signedIn(Role role) {
    Visitor as = new Visitor(port);
    String login = role.isParty() ? party(role) : open(role, agency(role));
    assertThat(as.signIn(login, PASSWORD).statusCode()).isIn(302, 303);
    return as;
  }

  private static String agency(Role role) {
    return switch (role) {
      case BUREAU -> "GUIYANG_BUREAU";
      case FINANCE -> "GUIYANG_FINANCE";
      case REVIEWER -> "REVIEW";
      case AUDITOR -> "SUPERVISION";
      case ADMIN -> "PLATFORM";
      default -> "CENTRE";
    };
  }

  private String party(Role role) {
    String login = "p" + UUID.randomUUID().toString().substring(0, 12);
    var party = role == Role.ENTERPRISE ? PartyFixtures.anEnterprise() : PartyFixtures.anInstitution();
    asTenant(() -> registration.register(party, login, PASSWORD, "192.0.2.1")).orThrow();
    return login;
  }

  private String open(Role role, String agency) {
    String login = "d" + UUID.randomUUID().toString().substring(0, 12);
    Set<String> funders = role == Role.ADMIN || role == Role.AUDITOR ? Set.of() : Set.of("GUIYANG");
    asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login, "测试", role, agency, funders).withPassword(PASSWORD))).orThrow();
    return login;
  }

  private static String basic(String login, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
