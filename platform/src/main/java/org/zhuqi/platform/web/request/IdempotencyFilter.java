package org.zhuqi.platform.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.web.SignedIn;
import org.zhuqi.platform.web.problem.Problem;
import org.zhuqi.platform.web.problem.Problems;

/**
 * One effect per key: a state-changing request runs in one transaction together with the record of its answer.
 *
 * <p>The same key with the same request gets the same answer again; with another request it is refused. What fails or is
 * rolled back leaves neither effect nor record, so that it can be tried again under the same key. The answer leaves only
 * after the commit.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  static final String FIELD = "_key";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final UUID VISITOR = new UUID(0, 0);
  private static final int MAX_BODY = 4 * 1024 * 1024;
  /** A page that is kept holds no session's token. */
  private static final String TOKEN_PLACE = "\u0001csrf\u0001";
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

  private final KeptAnswers answers;
  private final PlatformTransactionManager transactions;
  private final Problems problems;
  private final OwnKeys ownKeys;
  private final KeyedHash secret;

  IdempotencyFilter(KeptAnswers answers, PlatformTransactionManager transactions, Problems problems, OwnKeys ownKeys, KeyedHash secret) {
    this.answers = answers;
    this.transactions = transactions;
    this.problems = problems;
    this.ownKeys = ownKeys;
    this.secret = secret;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return SAFE.contains(request.getMethod()) || ownKeys.has(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = SignedIn.current();
    UUID account = actor == null || actor.account() == null ? VISITOR : actor.account();
    String key = key(request);
    if (key == null || key.length() > 100 || (account.equals(VISITOR) && key.length() < 16)) {
      problems.write(request, response, Problem.KEY_REQUIRED);
      return;
    }
    HttpServletRequest readable = request;
    byte[] hash;
    if (isForm(request)) {
      hash = RequestDigest.ofForm(request, request.getContentType().startsWith("multipart/"));
    } else {
      byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        problems.write(request, response, Problem.TOO_LARGE);
        return;
      }
      readable = new HeldRequest(request, body);
      hash = RequestDigest.ofBody(request, body);
    }
    // Under the installation's secret: a form may hold a password, and a plain hash of it could be guessed offline.
    byte[] keyed = HexFormat.of().parseHex(secret.of("request", HexFormat.of().formatHex(hash)));
    new Once(account, key, keyed).answer(readable, response, chain);
  }

  private static @Nullable String key(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    String key = header != null ? header : isForm(request) ? request.getParameter(FIELD) : null;
    return key == null || key.isBlank() ? null : key.strip();
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
  }

  /** One request under one key. */
  private final class Once {
    private final UUID account;
    private final String key;
    private final byte[] hash;

    Once(UUID account, String key, byte[] hash) {
      this.account = account;
      this.key = key;
      this.hash = hash;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
      HeldResponse held = new HeldResponse(response);
      KeptAnswers.@Nullable Kept before = null;
      try {
        if (answers.take(account, key, hash)) {
          chain.doFilter(request, held);
        } else {
          before = answers.answer(account, key);
        }
        if (before != null || failed(request, held, transaction)) {
          rollBack(transaction);
        } else {
          answers.keep(account, key, held.answered(), held.keptHeaders(), withoutToken(request, held));
          transactions.commit(transaction);
        }
      } catch (ServletException | IOException | RuntimeException | Error e) {
        rollBack(transaction);
        throw e;
      }
      if (before != null) {
        repeat(request, response, before);
      } else {
        held.release();
      }
    }

    private void repeat(HttpServletRequest request, HttpServletResponse response, KeptAnswers.Kept kept) throws IOException {
      if (!MessageDigest.isEqual(kept.requestHash(), hash)) {
        problems.write(request, response, Problem.KEY_REUSED);
        return;
      }
      response.setStatus(kept.status());
      response.setHeader("Idempotent-Replayed", "true");
      kept.headers().forEach(response::setHeader);
      byte[] body = withToken(request, kept);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private static boolean failed(HttpServletRequest request, HeldResponse held, TransactionStatus transaction) {
    return transaction.isRollbackOnly()
        || held.isError()
        || held.answered() >= 500
        || request.getAttribute(Problems.FAILED) != null;
  }

  /** A connection that is gone cannot be rolled back and need not be; what failed first is what is told. */
  private void rollBack(TransactionStatus transaction) {
    if (transaction.isCompleted()) return;
    try {
      transactions.rollback(transaction);
    } catch (TransactionException e) {
      LOG.warn("could not roll back: {}", e.getMessage());
    }
  }

  private static byte[] withoutToken(HttpServletRequest request, HeldResponse held) {
    String token = token(request);
    if (token == null || !isPage(held.getContentType())) return held.body();
    return new String(held.body(), StandardCharsets.UTF_8).replace(token, TOKEN_PLACE).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withToken(HttpServletRequest request, KeptAnswers.Kept kept) {
    String token = token(request);
    if (token == null || !isPage(kept.headers().get("Content-Type"))) return kept.body();
    return new String(kept.body(), StandardCharsets.UTF_8).replace(TOKEN_PLACE, token).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isPage(@Nullable String type) {
    return type != null && type.startsWith("text/html");
  }

  private static @Nullable String token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken t ? t.getToken() : null;
  }
}
