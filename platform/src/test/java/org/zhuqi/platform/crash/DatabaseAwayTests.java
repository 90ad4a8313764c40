package org.zhuqi.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Role;

/** The database goes away for ten seconds, over real HTTP: clear answers in bounded time, and then everything goes on. */
@TestPropertySource(properties = "zhuqi.home=target/away-home")
@DirtiesContext
class DatabaseAwayTests extends PeopleTest {
  private static final Duration AWAY = Duration.ofSeconds(10);
  /** A connection that nobody answers on, and the same once more for the page that says so. */
  private static final Duration BOUND = Duration.ofSeconds(12);
  private static final String REGISTER = "/api/v1/registrations";

  private static final List<String> ASKED = new ArrayList<>();

  /** @param took from sending to the whole answer */
  private record Timed(HttpResponse<String> answer, Duration took) {}

  private record SessionBody(String token) {}

  @LocalServerPort int port;
  @Autowired ApplicationContext app;
  private final Postmaster postmaster = new Postmaster(Path.of("target", "away-home"));
  private Visitor browser;
  private Visitor program;
  private String bearer;

  @BeforeEach
  void signedIn() {
    String login = "away" + System.nanoTime();
    asTenant(
        () -> {
          UUID party = parties.register(Actor.SYSTEM, PartyFixtures.anEnterprise()).orThrow();
          return accounts.open(Actor.SYSTEM, OpenAccount.ofParty(login, "联系人", party, Set.of(Role.ENTERPRISE)).withPassword(PASSWORD)).orThrow();
        });
    browser = new Visitor(port);
    program = new Visitor(port);
    bearer = "Bearer " + Json.read(program.json("/api/v1/sessions", Json.write(Map.of("login", login, "password", PASSWORD)), "Authorization", "Bearer none").body(), SessionBody.class).token();
    assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  @AfterEach
  void awake() {
    postmaster.signal("CONT", true);
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void frozen_for_ten_seconds_it_says_so_in_time_and_then_the_same_requests_work() throws Exception {
    List<ProcessHandle> all = postmaster.processes();
    away(true, () -> Postmaster.signal("STOP", all), () -> Postmaster.signal("CONT", all));
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void killed_it_is_started_again_and_the_same_requests_work() throws Exception {
    away(false, () -> postmaster.signal("KILL", false), () -> {});
  }

  private void away(boolean frozen, Runnable gone, Runnable back) throws Exception {
    try (ClaimingThreads claims = new ClaimingThreads(app); ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      claims.awaitAcknowledged(100);
      String key = UUID.randomUUID().toString();
      String body = registration();
      gone.run();
      long since = System.nanoTime();
      Future<Timed> page = pool.submit(() -> timed(() -> browser.get("/account")));
      Future<Timed> open = pool.submit(() -> timed(() -> program.get("/services")));
      Future<Timed> list = pool.submit(() -> timed(() -> program.get("/api/v1/services", "Authorization", bearer)));
      Future<Timed> command = pool.submit(() -> timed(() -> program.jsonWithKey(REGISTER, body, key, "Authorization", bearer)));
      toldInTime(frozen, page.get(), "text/html", "暂时连不上数据库");
      toldInTime(frozen, open.get(), "text/html", "暂时连不上数据库");
      toldInTime(frozen, list.get(), "application/problem+json", "暂时连不上数据库");
      toldInTime(frozen, command.get(), "application/problem+json", "没有生效");
      TimeUnit.NANOSECONDS.sleep(Math.max(0, AWAY.toNanos() - (System.nanoTime() - since)));
      back.run();
      Timed first = untilAnswered(() -> program.jsonWithKey(REGISTER, body, key, "Authorization", bearer));
      System.out.println("database away: works again after " + Duration.ofNanos(System.nanoTime() - since));
      assertThat(first.answer().statusCode()).as(first.answer().body()).isEqualTo(201);
      HttpResponse<String> again = program.jsonWithKey(REGISTER, body, key, "Authorization", bearer);
      assertThat(again.body()).isEqualTo(first.answer().body());
      assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(untilAnswered(() -> browser.get("/account")).answer().statusCode()).isEqualTo(200);
      System.out.println("database away: " + asTenant(() -> new Aftermath(app).check(asked(claims))));
    }
  }

  /** Of both tests: they share the database. */
  private static List<String> asked(ClaimingThreads claims) throws InterruptedException {
    ASKED.addAll(claims.stop());
    return ASKED;
  }

  private static void toldInTime(boolean frozen, Timed timed, String type, String sentence) {
    System.out.println("database away: " + timed.answer().request().uri() + " " + timed.answer().statusCode() + " after " + timed.took());
    assertThat(timed.took()).isLessThan(BOUND);
    // One that was killed may be back before a request loses patience; one that is frozen is not.
    if (!frozen && timed.answer().statusCode() / 100 == 2) return;
    assertThat(timed.answer().statusCode()).as(timed.answer().body()).isEqualTo(503);
    assertThat(timed.answer().headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(timed.answer().headers().firstValue("Retry-After")).isPresent();
    assertThat(timed.answer().body()).contains(sentence);
    if (type.contains("json")) assertThat(timed.answer().body()).contains("database_unreachable");
  }

  private static Timed timed(Supplier<HttpResponse<String>> request) {
    long start = System.nanoTime();
    HttpResponse<String> answer = request.get();
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Asks as the message says: again, a little later. */
  private static Timed untilAnswered(Supplier<HttpResponse<String>> request) throws InterruptedException {
    Timed last = timed(request);
    for (int i = 0; i < 60 && last.answer().statusCode() == 503; i++) {
      TimeUnit.MILLISECONDS.sleep(500);
      last = timed(request);
    }
    return last;
  }

  private static String registration() {
    var party = PartyFixtures.anEnterprise();
    return Json.write(
        Map.of("party", party, "login", "new" + System.nanoTime(), "password", PASSWORD));
  }
}
