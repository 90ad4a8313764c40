package org.zhuqi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.web.SignedIn;

/**
 * What a form carries to show that it came from our own page (against cross-site request forgery).
 *
 * <p>Made of the day and of whom it was made for, under the installation's secret: nothing is stored, and any instance
 * checks it. For somebody signed in it is bound to the account rather than to the session. So a form that was left open
 * overnight can still be sent: its owner signs in again in another tab and sends it, while anybody else who signs in on
 * that browser cannot. It holds for seven days. For a visitor it is bound to a random cookie.
 */
@Component
class FormTokens implements CsrfTokenRepository, CsrfTokenRequestHandler {
  static final String HEADER = "X-CSRF-TOKEN";
  static final String FIELD = "_csrf";
  private static final String COOKIE = "zhuqi_visitor";
  private static final String SENT = COOKIE + ".sent";
  private static final int DAYS = 7;
  private static final String PURPOSE = "form";
  private final KeyedHash hash;

  FormTokens(KeyedHash hash) {
    this.hash = hash;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(today(), subject(request));
  }

  private CsrfToken token(long day, String subject) {
    return new DefaultCsrfToken(HEADER, FIELD, day + "." + hash.of(PURPOSE, day + "/" + subject));
  }

  private static long today() {
    // The machine's day, not the business clock's: a presenter who moves that must not lose the form in another tab.
    return LocalDate.now(ZoneOffset.UTC).toEpochDay();
  }

  private static String subject(HttpServletRequest request) {
    Actor actor = SignedIn.current();
    if (actor != null && actor.account() != null) return "account/" + actor.account();
    return "visitor/" + SessionContext.cookie(request, COOKIE).orElseGet(() -> newVisitor(request));
  }

  private static String newVisitor(HttpServletRequest request) {
    Object made = request.getAttribute(COOKIE);
    if (made instanceof String known) return known;
    String fresh = Token.make();
    request.setAttribute(COOKIE, fresh);
    return fresh;
  }

  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    boolean fresh = request.getAttribute(COOKIE) instanceof String && request.getAttribute(SENT) == null;
    if (!fresh || response.isCommitted()) return;
    String visitor = String.valueOf(request.getAttribute(COOKIE));
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, visitor).path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString());
    request.setAttribute(SENT, true);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return null;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> supplier) {
    CsrfToken lazy = new Lazy(supplier);
    request.setAttribute(CsrfToken.class.getName(), lazy);
    request.setAttribute(FIELD, lazy);
  }

  /** The expected token if what was sent is right for today or one of the days before, else null. */
  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken expected) {
    String header = request.getHeader(HEADER);
    String sent = header != null ? header : request.getParameter(FIELD);
    return sent != null && isValid(request, sent) ? expected.getToken() : null;
  }

  private boolean isValid(HttpServletRequest request, String sent) {
    int dot = sent.indexOf('.');
    if (dot < 1 || dot > 9 || !sent.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) return false;
    long day = Long.parseLong(sent.substring(0, dot));
    boolean recent = day <= today() && day > today() - DAYS;
    return recent && hash.matches(PURPOSE, day + "/" + subject(request), sent.substring(dot + 1));
  }

  /** Made when a page has a form, and not for pages without: those then need no cookie. */
  private record Lazy(Supplier<CsrfToken> made) implements CsrfToken {
    private static final long serialVersionUID = 1;

    @Override
    public String getHeaderName() {
      return HEADER;
    }

    @Override
    public String getParameterName() {
      return FIELD;
    }

    @Override
    public String getToken() {
      return made.get().getToken();
    }
  }
}
