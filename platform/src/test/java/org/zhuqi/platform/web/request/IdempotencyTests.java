package org.zhuqi.platform.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MultipartFile;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.RunningNumbers;
import org.zhuqi.platform.web.Answers;

/** The effect that is counted here is a running number: it moves only if the transaction commits. */
class IdempotencyTests extends PlatformTest {
  @Autowired WebApplicationContext context;
  @Autowired FilterRegistrationBean<Filter> idempotencyFilter;
  @Autowired RunningNumbers numbers;
  @Autowired KeptAnswers kept;
  @Autowired java.time.Clock clock;

  private final Actor actor = new Actor(UUID.randomUUID(), "甲", Role.BUREAU, null, "X", Set.of());
  private final String kind = "K" + UUID.randomUUID();
  private MockMvc mvc = MockMvcBuilders.standaloneSetup().build();

  @RestController
  static class Probe {
    private final RunningNumbers numbers;
    private final org.springframework.transaction.support.TransactionTemplate inner;

    Probe(RunningNumbers numbers, org.springframework.transaction.support.TransactionTemplate inner) {
      this.numbers = numbers;
      this.inner = inner;
    }

    /** Counts one up, then does what the body says. */
    @PostMapping("/api/probe")
    Object count(@RequestParam String kind, @RequestBody(required = false) String what) {
      long number = inner.execute(s -> numbers.reserve(kind, java.time.LocalDate.EPOCH, 1));
      return switch (String.valueOf(what)) {
        case "throw" ->
            inner.execute(s -> Outcome.refused(Refusal.of("no_luck", "不行。", "No.")).orThrow());
        case "refuse" -> Answers.of(Outcome.refused(Refusal.of("no_luck", "不行。", "No.")));
        case "break" -> throw new IllegalStateException("broken");
        default -> Answers.created(Outcome.done(number), n -> "/api/probe/" + n);
      };
    }

    @PostMapping("/probe/upload")
    String upload(@RequestParam String kind, @RequestParam MultipartFile file) {
      return kind + inner.<Long>execute(s -> numbers.reserve(kind, java.time.LocalDate.EPOCH, 1)) + file.getSize();
    }
  }

  @BeforeEach
  void wire() {
    mvc =
        MockMvcBuilders.standaloneSetup(new Probe(numbers, transactions))
            .setControllerAdvice(context.getBean("problemAdvice"))
            .addFilters(idempotencyFilter.getFilter())
            .build();
  }

  @Test
  void a_request_without_a_key_is_refused_and_does_nothing() throws Exception {
    MockHttpServletResponse answer = send(MockMvcRequestBuilders.post("/api/probe?kind=" + kind).content("x"));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(answer.getContentAsString()).contains("idempotency_key_required");
    assertThat(effects()).isZero();
  }

  @Test
  void the_same_key_and_body_gets_the_same_answer_and_one_effect() throws Exception {
    MockHttpServletResponse first = post("k1", "x");
    MockHttpServletResponse second = post("k1", "x");
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location")).isNotNull();
    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString()).isEqualTo("1");
    assertThat(first.getHeader("Idempotent-Replayed")).isNull();
    assertThat(second.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() throws Exception {
    post("k1", "x");
    MockHttpServletResponse other = post("k1", "y");
    assertThat(other.getStatus()).isEqualTo(422);
    assertThat(other.getContentAsString()).contains("idempotency_key_reused");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void another_account_may_use_the_same_key() throws Exception {
    post("k1", "x");
    Actor other = new Actor(UUID.randomUUID(), "乙", Role.BUREAU, null, "X", Set.of());
    assertThat(as(other, () -> mvc.perform(request("k1", "x")).andReturn().getResponse()).getStatus()).isEqualTo(201);
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void twenty_at_once_have_one_effect_and_all_get_its_answer() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MockHttpServletResponse>> all =
          IntStream.range(0, 20).mapToObj(i -> pool.submit(() -> { go.await(); return post("same", "x"); })).toList();
      go.countDown();
      for (Future<MockHttpServletResponse> one : all) {
        assertThat(one.get().getStatus()).isEqualTo(201);
        assertThat(one.get().getContentAsString()).isEqualTo("1");
      }
    }
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void what_rolls_back_keeps_nothing_and_can_be_tried_again_under_the_same_key() throws Exception {
    MockHttpServletResponse refused = post("k1", "throw");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("no_luck");
    assertThat(post("k2", "break").getStatus()).isEqualTo(500);
    assertThat(effects()).isZero();
    assertThat(post("k1", "x").getStatus()).isEqualTo(201);
    assertThat(post("k2", "x").getStatus()).isEqualTo(201);
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void a_refusal_that_is_an_answer_keeps_what_was_recorded_with_it() throws Exception {
    assertThat(post("k1", "refuse").getStatus()).isEqualTo(422);
    MockHttpServletResponse again = post("k1", "refuse");
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(again.getContentType()).startsWith("application/problem+json");
    assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void an_upload_is_the_same_only_with_the_same_file() throws Exception {
    assertThat(upload("k1", "a").getContentAsString()).isEqualTo(kind + "11");
    assertThat(upload("k1", "a").getContentAsString()).isEqualTo(kind + "11");
    assertThat(upload("k1", "b").getStatus()).isEqualTo(422);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void a_visitor_needs_a_key_that_nobody_guesses() throws Exception {
    assertThat(asTenant(() -> mvc.perform(request("short", "x")).andReturn().getResponse().getStatus())).isEqualTo(400);
    String key = UUID.randomUUID().toString();
    assertThat(asTenant(() -> mvc.perform(request(key, "x")).andReturn().getResponse().getStatus())).isEqualTo(201);
  }

  @Test
  void answers_are_forgotten_after_thirty_days() throws Exception {
    post("k1", "x");
    java.time.LocalDate today = java.time.LocalDate.now(clock);
    inTransaction(() -> { kept.run(today.plusDays(30)); return null; });
    assertThat(post("k1", "x").getHeader("Idempotent-Replayed")).isEqualTo("true");
    inTransaction(() -> { kept.run(today.plusDays(31)); return null; });
    assertThat(post("k1", "x").getHeader("Idempotent-Replayed")).isNull();
  }

  private MockHttpServletResponse post(String key, String body) throws Exception {
    return send(request(key, body));
  }

  private AbstractMockHttpServletRequestBuilder<?> request(String key, String body) {
    return MockMvcRequestBuilders.post("/api/probe?kind=" + kind)
        .contentType(MediaType.TEXT_PLAIN)
        .content(body)
        .header("Idempotency-Key", key);
  }

  private MockHttpServletResponse upload(String key, String content) throws Exception {
    return send(
        MockMvcRequestBuilders.multipart("/probe/upload")
            .part(new MockPart("file", "a.txt", content.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .contentType("multipart/form-data; boundary=x")
            .param("kind", kind)
            .param("_key", key));
  }

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return as(actor, () -> mvc.perform(request).andReturn().getResponse());
  }

  private static <T> T as(Actor who, Callable<T> work) {
    SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, ""));
    try {
      return asTenant(work);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private long effects() {
    return inTransaction(
        () -> jdbc.sql("select coalesce(max(last), 0) from running_number where kind = :k").param("k", kind).query(Long.class).single());
  }
}
