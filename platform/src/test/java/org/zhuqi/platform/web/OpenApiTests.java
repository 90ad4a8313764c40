package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.PlatformTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code -Dzhuqi.openapi=write} writes the description anew. */
class OpenApiTests extends PlatformTest {
  private static final Path KEPT = Path.of("..", "docs", "openapi.json");
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  @LocalServerPort int port;

  @Test
  void the_description_in_the_repository_is_that_of_the_code() throws IOException, InterruptedException {
    JsonNode now = JSON.readTree(get("/v3/api-docs"));
    if ("write".equals(System.getProperty("zhuqi.openapi"))) {
      Files.createDirectories(KEPT.getParent());
      Files.writeString(KEPT, JSON.writeValueAsString(now) + "\n");
    }
    assertThat(KEPT).as("written by: ./mvnw test -Dtest=OpenApiTests -Dzhuqi.openapi=write").exists();
    assertThat(JSON.writeValueAsString(now) + "\n").isEqualTo(Files.readString(KEPT));
  }

  @Test
  void every_change_asks_for_a_key_and_every_refusal_is_a_problem() throws IOException, InterruptedException {
    JsonNode api = JSON.readTree(get("/v3/api-docs"));
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.path("paths").size()).isPositive();
    api.path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) -> {
                      assertThat(path).startsWith("/api/v1/");
                      assertThat(operation.at("/responses/4XX/content").has("application/problem+json")).as(path).isTrue();
                      if (!method.equals("get")) {
                        assertThat(operation.path("parameters").toString()).as(method + " " + path).contains("Idempotency-Key");
                      }
                    }));
  }

  @Test
  void records_that_share_a_short_name_are_described_apart() throws IOException, InterruptedException {
    JsonNode schemas = JSON.readTree(get("/v3/api-docs")).at("/components/schemas");
    assertThat(schemas.propertyNames()).contains("AuditListRow", "ListPageSliceAuditListRow").doesNotContain("Row", "View", "ReasonBody");
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
