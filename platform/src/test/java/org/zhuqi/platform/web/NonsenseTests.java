package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to whatever address of the API, by whomever: it is answered as the sender's mistake, never as ours. */
class NonsenseTests extends PeopleTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> BODIES =
      List.of("{}", "[]", "null", "\"\"", "{\"", "{\"reason\":null,\"decision\":null,\"words\":null}", "[null]");
  @LocalServerPort int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> send(String token, String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "application/json")
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String token(Actor who) {
    String login = asTenant(() -> accounts.get(who.account())).login();
    HttpResponse<String> answer =
        send("", "POST", "/api/v1/sessions", "application/json", "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}");
    return JSON.readTree(answer.body()).get("token").asString();
  }

  private Map<String, String> everybody() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("visitor", "");
    tokens.put("enterprise", token(anEnterprise()));
    tokens.put("institution", token(anInstitution()));
    tokens.put("centre", token(centre()));
    tokens.put("bureau", token(official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG")));
    tokens.put("finance", token(official(Role.FINANCE, "GUIYANG_FINANCE", "GUIYANG")));
    tokens.put("reviewer", token(official(Role.REVIEWER, "REVIEW", "GUIYANG")));
    tokens.put("auditor", token(official(Role.AUDITOR, "SUPERVISION")));
    return tokens;
  }

  /** Method and address of every change, ids filled in with one that nothing has. */
  private List<String[]> changes() {
    List<String[]> changes = new ArrayList<>();
    String api = send("", "GET", "/v3/api-docs", "application/json", "").body();
    JSON.readTree(api).path("paths").forEachEntry(
        (path, methods) -> methods.forEachEntry(
            (method, operation) -> {
              if (!method.equals("get")) changes.add(new String[] {method.toUpperCase(java.util.Locale.ROOT), filled(path)});
            }));
    assertThat(changes).hasSizeGreaterThan(80);
    // Signing out would end the rest; whoever is signed in stays.
    changes.removeIf(c -> c[1].endsWith("/sessions/current"));
    return changes;
  }

  private static String filled(String path) {
    return path.replace("{measure}", "GYI").replace("{register}", "institutions").replaceAll("\\{[^}]*}", "0190a000-0000-7000-8000-000000000000");
  }

  @Test
  void no_body_makes_the_server_fail() {
    List<String> failed = new ArrayList<>();
    Map<String, String> everybody = everybody();
    List<String[]> changes = changes();
    everybody.forEach((name, token) -> {
      for (String[] c : changes) {
        for (String body : BODIES) {
          HttpResponse<String> answer = send(token, c[0], c[1], "application/json", body);
          if (answer.statusCode() >= 500) failed.add(name + " " + c[0] + " " + c[1] + " " + body + " → " + answer.statusCode());
        }
        HttpResponse<String> cut = send(token, c[0], c[1], "multipart/form-data", "--x");
        if (cut.statusCode() >= 500) failed.add(name + " " + c[0] + " " + c[1] + " cut multipart → " + cut.statusCode());
      }
    });
    assertThat(failed).isEmpty();
  }

  @Test
  void a_nul_character_or_a_number_beyond_every_range_is_the_senders_mistake() {
    String centre = token(centre());
    for (String path : List.of(
        "/parties?q=%00", "/contracts?state=%00", "/dashboard?year=2147483647", "/dashboard?year=-1",
        "/api/v1/inbox?page=2147483647", "/registers/GYI/institutions?q=%00")) {
      assertThat(send(centre, "GET", path, "application/json", "").statusCode()).as(path).isLessThan(500);
    }
    HttpResponse<String> answer = send("", "POST", "/api/v1/sessions", "application/json", "{\"login\":\"a\\u0000\",\"password\":\"x\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("unreadable_body").contains("login");
  }

  @Test
  void a_text_that_never_ends_and_a_field_that_is_missing_are_named() {
    String centre = token(centre());
    String path = "/api/v1/cases/0190a000-0000-7000-8000-000000000000/decision";
    String missing = send(centre, "POST", path, "application/json", "{\"reason\":\"x\",\"revision\":1}").body();
    assertThat(missing).contains("unreadable_body").contains("decision");
    String endless = "{\"decision\":\"" + StageDecision.PASS + "\",\"reason\":\"" + "长".repeat(20_001) + "\",\"revision\":1}";
    assertThat(send(centre, "POST", path, "application/json", endless).body()).contains("unreadable_body").contains("reason");
  }
}
