package org.zhuqi.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.web.SignedIn;
import org.zhuqi.platform.web.problem.Problem;
import org.zhuqi.platform.web.problem.Problems;

/**
 * What somebody gets who may not: a program problem+json, a reader the sign-in page or the page that says who may, and
 * somebody whose form came too late a page from which it can be sent again after signing in.
 */
@Component
class Refused implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final String HELD_FORM = "/sign-in/held";
  private static final Problem NO_TOKEN =
      Problem.of(403, "form_token", "缺少防伪标记", "No form token",
          "请求没有带上有效的 X-CSRF-TOKEN，没有执行。程序请改用 Authorization 头。",
          "The request carries no valid X-CSRF-TOKEN, and nothing was done. Programs send the Authorization header instead.");
  private final Problems problems;

  Refused(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (e instanceof TooManyTries wait) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
      problems.write(request, response, wait.problem());
    } else if (isApi(request)) problems.write(request, response, Problem.SIGN_IN);
    else if (!isForm(request)) redirect(request, response, "/sign-in?to=" + encoded(here(request)));
    else hold(request, response);
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException, ServletException {
    boolean form = e instanceof CsrfException;
    if (form && isApi(request)) problems.write(request, response, NO_TOKEN);
    else if (form) hold(request, response);
    else problems.write(request, response, problems.of(e, request));
  }

  /** Shows what was typed, so that it is not lost, with the way to sign in and to send it again. */
  private static void hold(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in?to=" + encoded(back(request)));
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    response.setStatus(SignedIn.current() == null ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
    request.getRequestDispatcher(HELD_FORM).forward(request, response);
  }

  private static void redirect(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", to);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(to);
    }
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static boolean isForm(HttpServletRequest request) {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  private static String here(HttpServletRequest request) {
    return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
  }

  private static String back(HttpServletRequest request) {
    @Nullable String page = request.getHeader("HX-Current-URL");
    if (page == null) return "/desk";
    int path = page.indexOf('/', page.indexOf("://") + 3);
    return path < 0 ? "/desk" : page.substring(path);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
