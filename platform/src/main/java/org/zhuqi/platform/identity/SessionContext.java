package org.zhuqi.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.database.Tenants;

/**
 * Finds out who a request is from: by the cookie of a browser, or by the header {@code Authorization: Bearer} of a program.
 *
 * <p>Nothing is kept in this instance. Each request that needs to know asks the database, once; a request for a picture
 * does not need to know. A request with an Authorization header is never known by its cookie, because such requests need
 * no CSRF token.
 */
@Component
public class SessionContext implements SecurityContextRepository {
  static final String COOKIE = "zhuqi_session";
  static final String BEARER = "Bearer ";
  private static final String AWAY = SessionContext.class.getName() + ".away";
  private final SessionStore sessions;
  private final Tenants tenants;

  SessionContext(SessionStore sessions, Tenants tenants) {
    this.sessions = sessions;
    this.tenants = tenants;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Once(request);
  }

  @Override
  @SuppressWarnings("deprecation") // still abstract in the interface
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Sessions begin and end by SignIn alone.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return token(request).isPresent();
  }

  private SecurityContext load(HttpServletRequest request) {
    // Once the database did not answer, the error page of the same request is drawn as for a visitor, and at once.
    if (request.getAttribute(AWAY) != null) return new SecurityContextImpl();
    Optional<Session> session = token(request).flatMap(t -> find(request, t));
    return session.<SecurityContext>map(s -> new SecurityContextImpl(authenticated(s))).orElseGet(SecurityContextImpl::new);
  }

  private Optional<Session> find(HttpServletRequest request, String token) {
    try {
      return sessions.find(tenants.forHost(request.getServerName()).code(), token);
    } catch (DataAccessException e) {
      request.setAttribute(AWAY, true);
      throw e;
    }
  }

  static Authentication authenticated(Session session) {
    return UsernamePasswordAuthenticationToken.authenticated(
        session, null, AuthorityUtils.createAuthorityList("ROLE_" + session.actor().role().name()));
  }

  private static Optional<String> token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return header.startsWith(BEARER) ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }
    return cookie(request, COOKIE);
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    return Arrays.stream(cookies).filter(c -> c.getName().equals(name)).map(Cookie::getValue).filter(v -> !v.isEmpty()).findFirst();
  }

  /** Hands a session's token to the browser; null takes it back. It ends with the browser, or earlier in the database. */
  public static void give(HttpServletRequest request, HttpServletResponse response, @Nullable String token) {
    var cookie =
        ResponseCookie.from(COOKIE, token == null ? "" : token)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax");
    response.addHeader(HttpHeaders.SET_COOKIE, (token == null ? cookie.maxAge(0) : cookie).build().toString());
  }

  /** Asks the database when somebody first wants to know, and then never again for this request. */
  private final class Once implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Once(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      SecurityContext known = context;
      if (known == null) context = known = load(request);
      return known;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
