package org.zhuqi.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, reads the form token of the page it is on, does not follow redirects. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;
  private String token = "";

  public Visitor(int port) {
    this.base = "http://localhost:" + port;
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpResponse<String> answer = send(request(path, headers).GET().build());
    remember(answer);
    return answer;
  }

  /** Sends a form with the token of the last page and a fresh key. */
  public HttpResponse<String> post(String path, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("_csrf", token, "_key", UUID.randomUUID().toString()));
    return postPlain(path, all.toArray(String[]::new));
  }

  /** Sends a form with exactly these fields. */
  public HttpResponse<String> postPlain(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> answer = send(request.POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    remember(answer);
    return answer;
  }

  /** Sends JSON with a fresh idempotency key. */
  public HttpResponse<String> json(String path, String json, String... headers) {
    return jsonWithKey(path, json, UUID.randomUUID().toString(), headers);
  }

  /** Sends JSON with this idempotency key. */
  public HttpResponse<String> jsonWithKey(String path, String json, String key, String... headers) {
    HttpRequest.Builder request =
        request(path, headers).header("Content-Type", "application/json").header("Idempotency-Key", key);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  public HttpResponse<String> signIn(String login, String password) {
    get("/sign-in");
    HttpResponse<String> answer = post("/sign-in", "login", login, "password", password, "to", "/account");
    if (answer.statusCode() / 100 == 3) get("/account");
    return answer;
  }

  public String token() {
    return token;
  }

  public void forgetCookies() {
    cookies.getCookieStore().removeAll();
  }

  public void forgetCookie(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .toList()
        .forEach(c -> cookies.getCookieStore().remove(URI.create(base), c));
  }

  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name)).map(c -> c.getValue()).findFirst().orElse("");
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void remember(HttpResponse<String> answer) {
    Matcher m = TOKEN.matcher(answer.body());
    if (m.find()) token = m.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
