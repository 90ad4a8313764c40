package org.zhuqi.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.web.SignedIn;

/**
 * What somebody gets who may not: a program problem+json, a reader the sign-in page or the page that says who may, and
 * somebody whose form came too late a page from which it can be sent again after signing in.
 */
@Component
class Refused implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final String HELD_FORM = "/sign-in/held";

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (isApi(request)) problem(response, HttpServletResponse.SC_UNAUTHORIZED, "not_signed_in", "请先登录。", "Sign in first.");
    else if (!isForm(request)) redirect(request, response, "/sign-in?to=" + encoded(here(request)));
    else hold(request, response);
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException, ServletException {
    boolean form = e instanceof CsrfException;
    if (isApi(request) && form) {
      problem(response, HttpServletResponse.SC_FORBIDDEN, "form_token",
          "请求缺少防伪标记：请带上 X-CSRF-TOKEN，或改用 Authorization 头。",
          "The request carries no valid form token: send X-CSRF-TOKEN, or use the Authorization header.");
    } else if (isApi(request)) {
      problem(response, HttpServletResponse.SC_FORBIDDEN, "forbidden", "该账号无权这样做。", "This account may not do that.");
    } else if (form) {
      hold(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
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

  static void problem(HttpServletResponse response, int status, String code, String zh, String en) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", zh);
    body.put("status", status);
    body.put("code", code);
    body.put("detail", zh);
    body.put("detailEn", en);
    response.setStatus(status);
    response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
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
