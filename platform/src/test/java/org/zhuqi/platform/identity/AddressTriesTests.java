package org.zhuqi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ClientNetwork;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Through real HTTP, each test from a loopback address of its own. */
class AddressTriesTests extends PlatformTest {
  private static final String PASSWORD = "Correct-Horse-7";
  private static final AtomicInteger NEXT = new AtomicInteger(10);
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired AddressTries addresses;
  @Autowired Registration registration;
  @Value("${zhuqi.sign-in.tries-per-address}") int allowed;
  @Value("${zhuqi.registration.per-address}") int registrations;
  private String address;
  private String login;

  @BeforeEach
  void somebodySomewhere() {
    address = "127.0.7." + NEXT.incrementAndGet();
    login = "a" + UUID.randomUUID().toString().substring(0, 12);
    OpenAccount open = OpenAccount.official(login, "测试", Role.CENTRE, "CENTRE", Set.of("GUIYANG")).withPassword(PASSWORD);
    asTenant(() -> accounts.open(Actor.SYSTEM, open)).orThrow();
  }

  private HttpResponse<String> send(String from, HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> signIn(String from, String as, String password, String... headers) throws Exception {
    HttpRequest.Builder request = to("/api/v1/sessions").header("Content-Type", "application/json").header("Accept-Language", "zh");
    if (headers.length > 0) request.headers(headers);
    String body = "{\"login\":\"" + as + "\",\"password\":\"" + password + "\"}";
    return send(from, request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void spend(int tries) {
    for (int i = 0; i < tries; i++) inTransaction(() -> addresses.take(address));
  }

  @Test
  void an_address_that_tries_accounts_one_after_another_has_to_wait_and_is_told_how_long() throws Exception {
    for (int i = 0; i < allowed; i++) {
      assertThat(signIn(address, "nobody-" + i, "wrong").statusCode()).as("try " + i).isEqualTo(422);
    }
    HttpResponse<String> stopped = signIn(address, login, PASSWORD);
    assertThat(stopped.statusCode()).as("even for the right password").isEqualTo(429);
    long wait = Long.parseLong(stopped.headers().firstValue("Retry-After").orElseThrow());
    assertThat(wait).isBetween(500L, 600L);
    assertThat(stopped.headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
    assertThat(stopped.body()).contains("too_many_sign_ins", "10 分钟");
    assertThat(signIn("127.0.7.1", login, PASSWORD).statusCode()).as("from elsewhere").isEqualTo(201);
    signIn(address, login, PASSWORD);
    assertThat(
            inTransaction(
                () ->
                    jdbc.sql("select count(*) from audit_record where act = 'sign_in.address_stopped' and details ->> 'address' = :a")
                        .param("a", address)
                        .query(Integer.class)
                        .single()))
        .as("on record, once for each window")
        .isEqualTo(1);
  }

  @Test
  void the_sign_in_page_and_basic_authentication_count_with_the_api() throws Exception {
    spend(allowed);
    String basic = "Basic " + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> program = send(address, to("/api/v1/me").header("Authorization", basic));
    assertThat(program.statusCode()).isEqualTo(429);
    assertThat(program.headers().firstValue("Retry-After")).isPresent();

    HttpResponse<String> form = send(address, to("/sign-in"));
    String cookie = form.headers().allValues("Set-Cookie").stream().map(c -> c.split(";", 2)[0]).reduce((a, b) -> a + "; " + b).orElse("");
    var token = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
    assertThat(token.find()).isTrue();
    String typed = "login=" + login + "&password=" + PASSWORD + "&_csrf=" + token.group(1) + "&_key=" + UUID.randomUUID();
    HttpResponse<String> page =
        send(
            address,
            to("/sign-in").header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(typed)));
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("请等待约 10 分钟后再试", "<html");
  }

  @Test
  void signing_in_rightly_does_not_count_and_the_window_ends_by_itself() throws Exception {
    spend(allowed - 1);
    for (int i = 0; i < 3; i++) assertThat(signIn(address, login, PASSWORD).statusCode()).isEqualTo(201);
    spend(1);
    assertThat(signIn(address, login, PASSWORD).statusCode()).isEqualTo(429);
    inTransaction(() -> jdbc.sql("update sign_in_tries set ends_at = now() - interval '1 second' where address = :a").param("a", address).update());
    assertThat(signIn(address, login, PASSWORD).statusCode()).isEqualTo(201);
    inTransaction(() -> jdbc.sql("update sign_in_tries set ends_at = now() - interval '1 second' where address = :a").param("a", address).update());
    inTransaction(() -> { addresses.sweep(); return 0; });
    assertThat(inTransaction(() -> jdbc.sql("select count(*) from sign_in_tries where address = :a").param("a", address).query(Integer.class).single())).isZero();
  }

  @Test
  void a_forwarded_address_that_no_setting_trusts_is_not_believed() throws Exception {
    spend(allowed);
    assertThat(signIn(address, login, PASSWORD, "X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(429);
  }

  @Test
  void addresses_of_one_ipv6_network_count_together() {
    assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::9")).endsWith("/64");
    assertThat(ClientNetwork.of("2001:db8:1:3::9")).isNotEqualTo(ClientNetwork.of("2001:db8:1:2::9"));
    assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @Test
  void one_address_registers_only_so_many_parties_a_day() {
    String from = "192.0.2." + NEXT.incrementAndGet();
    var party = PartyFixtures.anEnterprise();
    inTransaction(() -> { for (int i = 0; i < registrations; i++) addresses.takeRegistration(from); return null; });
    assertThat(asTenant(() -> registration.register(party, login + "r", PASSWORD, from)).refusals())
        .extracting(Refusal::code).containsExactly("too_many_registrations");
    assertThat(asTenant(() -> registration.register(party, login + "r", PASSWORD, "198.51.100.1")).isDone()).isTrue();
  }
}
