package org.zhuqi.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTests extends PlatformTest {
  @Autowired Problems problems;
  @LocalServerPort int port;

  private static final Refusal OVER =
      new Refusal(
          "claim_over_ceiling", "GYV-7-2", new Text("超出年度上限。", "Over the yearly ceiling."),
          new Text("请将金额改为不超过 12,000.00 元。", "Ask for at most 12,000.00."), "amount");

  @Test
  void a_refusal_tells_machines_code_article_sentence_and_remedy() throws IOException {
    JsonNode body = json(new RefusedException(List.of(OVER, Refusal.of("batch_shut", "批次已结束。", "The batch is over."))));
    assertThat(body.path("status").asInt()).isEqualTo(422);
    assertThat(body.path("code").asString()).isEqualTo("claim_over_ceiling");
    assertThat(body.path("provision").asString()).isEqualTo("GYV-7-2");
    assertThat(body.path("refusals").size()).isEqualTo(2);
    JsonNode first = body.path("refusals").get(0);
    assertThat(first.at("/sentence/en").asString()).isEqualTo("Over the yearly ceiling.");
    assertThat(first.at("/remedy/zh").asString()).contains("12,000.00");
    assertThat(first.path("field").asString()).isEqualTo("amount");
    assertThat(body.path("refusals").get(1).has("provision")).isFalse();
  }

  @Test
  void a_refusal_tells_people_the_article_and_what_to_do() throws IOException {
    MockHttpServletResponse page = write("/contracts", new RefusedException(OVER));
    assertThat(page.getStatus()).isEqualTo(422);
    assertThat(page.getContentAsString()).contains("超出年度上限。", "请将金额改为不超过", "/measures/GYV#GYV-7-2");
  }

  @Test
  void whoever_may_not_is_told_who_may() throws IOException {
    Actor firm = new Actor(UUID.randomUUID(), "甲", Role.ENTERPRISE, null, null, Set.of());
    JsonNode body = json(new ForbiddenException(firm, Role.BUREAU, Role.FINANCE));
    assertThat(body.path("status").asInt()).isEqualTo(403);
    assertThat(body.path("detail").asString()).contains("主管部门", "财政部门");
  }

  @Test
  void each_kind_of_failure_has_its_status() throws IOException {
    Map<Throwable, Integer> expected =
        Map.of(
            new NotFoundException("case"), 404,
            new OptimisticLockingFailureException("x"), 409,
            new RefusedException(Refusal.of("decided_meanwhile", "已被他人办理。", "Decided by somebody else.")), 409,
            new CannotGetJdbcConnectionException("gone"), 503,
            new CannotCreateTransactionException("gone"), 503,
            new TransactionSystemException("commit", new SQLException("terminated", "57P01")), 503,
            new org.springframework.web.multipart.MaxUploadSizeExceededException(1), 413,
            unknownYear(), 422,
            new IllegalStateException("a secret: /etc/passwd"), 500);
    expected.forEach((failure, status) -> assertThat(ProblemOf.exception(failure).status()).as(failure.toString()).isEqualTo(status));
    MockHttpServletResponse away = write("/contracts", new CannotGetJdbcConnectionException("gone"));
    assertThat(away.getHeader("Retry-After")).isEqualTo("5");
  }

  @Test
  void a_form_can_be_sent_again_under_its_key_when_the_database_is_back() throws IOException {
    MockHttpServletRequest request = request("/contracts");
    request.setContentType("application/x-www-form-urlencoded");
    request.addParameter("title", "合同<一>");
    request.addParameter("_key", "the-same-key");
    MockHttpServletResponse page = new MockHttpServletResponse();
    problems.write(request, page, problems.of(new CannotGetJdbcConnectionException("gone"), request));
    assertThat(page.getContentAsString())
        .contains("action=\"/contracts\"", "value=\"the-same-key\"", "合同&lt;一", "再提交一次");
  }

  @Test
  void an_error_of_ours_has_a_reference_and_tells_nothing_else() throws IOException {
    JsonNode body = json(new IllegalStateException("a secret: /etc/passwd"));
    assertThat(body.path("reference").asString()).hasSize(8);
    assertThat(body.toString()).doesNotContain("secret", "Exception");
  }

  @Test
  void what_is_not_there_is_told_to_people_as_a_page_and_to_machines_as_a_problem() throws Exception {
    HttpResponse<String> page = get("/nowhere/at/all", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<!doctype html>", "没有找到");
    HttpResponse<String> machine = get("/api/v1/nowhere", "application/json");
    assertThat(machine.statusCode()).isEqualTo(404);
    assertThat(machine.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(machine.body()).contains("\"code\":\"not_found\"");
  }

  @Test
  void an_upload_over_the_limit_is_told_so_and_not_that_its_form_expired() throws Exception {
    byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] body = java.util.Arrays.copyOf(head, 21 * 1024 * 1024);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/documents"))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(body, "\r\n--b--\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("每个文件不超过 20 MB");
    }
  }

  @Test
  void every_answer_forbids_what_is_not_ours() throws Exception {
    for (String path : List.of("/", "/zhuqi/zhuqi.css", "/nowhere")) {
      var headers = get(path, "text/html").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'").doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }
  }

  private JsonNode json(Throwable failure) throws IOException {
    return JsonMapper.shared().readTree(write("/api/v1/x", failure).getContentAsString());
  }

  private MockHttpServletResponse write(String path, Throwable failure) throws IOException {
    MockHttpServletRequest request = request(path);
    MockHttpServletResponse response = new MockHttpServletResponse();
    problems.write(request, response, problems.of(failure, request));
    return response;
  }

  private static MockHttpServletRequest request(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.addHeader("Accept", "text/html");
    return request;
  }

  private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static RuntimeException unknownYear() {
    try {
      WorkingDays.bundled().isWorkday(LocalDate.of(2031, 1, 1));
      throw new AssertionError("2031 is not known");
    } catch (RuntimeException e) {
      return e;
    }
  }
}
