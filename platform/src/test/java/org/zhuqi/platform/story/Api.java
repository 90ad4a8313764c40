package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One program that speaks to the API as one person; every answer is JSON. */
final class Api {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String base;
  private final @Nullable Map<String, String> credentials;
  private @Nullable String token;

  /** Nobody in particular: the public. */
  Api(int port) {
    this("http://localhost:" + port, null);
  }

  private Api(String base, @Nullable Map<String, String> credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  Api signIn(String login, String password) {
    return new Api(base, Map.of("login", login, "password", password)).signIn();
  }

  /** Sessions end when the business clock jumps ahead: a program signs in again, as a person would. */
  private Api signIn() {
    token = null;
    token = read(send(json("/api/v1/sessions", credentials, UUID.randomUUID().toString())), 2).get("token").asString();
    return this;
  }

  private void refresh() {
    if (credentials == null || token == null) return;
    HttpRequest me = request("/api/v1/me").GET().build();
    try {
      if (HTTP.send(me, HttpResponse.BodyHandlers.ofString()).statusCode() == 401) signIn();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode get(String path) {
    return read(send(fresh(path).GET()), 200);
  }

  byte[] bytes(String path) {
    try {
      HttpResponse<byte[]> answer = HTTP.send(fresh(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Done, or the test fails with the problem that came back. */
  JsonNode post(String path, Object body) {
    return read(send(json(path, body, UUID.randomUUID().toString())), 2);
  }

  /** As {@link #post}; the id of what was made. */
  String create(String path, Object body) {
    JsonNode made = post(path, body);
    return made.isString() ? made.asString() : made.get("id").asString();
  }

  JsonNode postWithKey(String path, Object body, String key) {
    return read(send(json(path, body, key)), 2);
  }

  /** The problem with which it is refused; its {@code refusals} name every reason. */
  JsonNode refused(String path, Object body) {
    HttpResponse<String> answer = send(json(path, body, UUID.randomUUID().toString()));
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
    return JSON.readTree(answer.body());
  }

  JsonNode put(String path, Object body) {
    HttpRequest.Builder request =
        fresh(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return read(send(request), 2);
  }

  /** Uploads a real file into the caller's vault; its id. */
  String upload(String material, String name, byte[] content) {
    return file("/api/v1/documents", material, name, content).get("id").asString();
  }

  /** As {@link #upload}, with the paper's own date. */
  String upload(String material, String name, byte[] content, LocalDate issued) {
    return file("/api/v1/documents?issued=" + issued, material, name, content).get("id").asString();
  }

  /** Sends one file, and the material it serves as where that is asked. */
  JsonNode file(String path, @Nullable String material, String name, byte[] content) {
    return read(send(multipart(path, material, name, content)), 2);
  }

  JsonNode refusedFile(String path, @Nullable String material, String name, byte[] content) {
    HttpResponse<String> answer = send(multipart(path, material, name, content));
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder multipart(String path, @Nullable String material, String name, byte[] content) {
    String boundary = "zhuqi-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (material != null) {
      text(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"material\"\r\n\r\n" + material + "\r\n");
    }
    text(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(content);
    text(body, "\r\n--" + boundary + "--\r\n");
    return fresh(path)
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder json(String path, Object body, String key) {
    return fresh(path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private HttpRequest.Builder fresh(String path) {
    refresh();
    return request(path);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<String> answer, int status) {
    assertThat(status == 2 ? answer.statusCode() / 100 : answer.statusCode())
        .as(answer.request().method() + " " + answer.uri().getPath() + " → " + answer.statusCode() + " " + answer.body())
        .isEqualTo(status);
    return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }
}
