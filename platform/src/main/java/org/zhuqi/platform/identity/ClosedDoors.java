package org.zhuqi.platform.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets nothing through that does not say who may call it, and nobody who has yet to change a one-time password.
 *
 * <p>Static files say it by being static files; the description of the API is public.
 */
@Component
class ClosedDoors implements HandlerInterceptor {
  static final String PASSWORD_PAGE = "/account/password";
  private static final Set<String> WITH_ONE_TIME_PASSWORD = Set.of(PASSWORD_PAGE, "/sign-out", "/api/v1/me", "/api/v1/me/password");

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR || handler instanceof ResourceHttpRequestHandler) return true;
    if (request.getRequestURI().startsWith("/v3/api-docs")) return true;
    if (!(handler instanceof HandlerMethod method) || !saysWhoMayCall(method)) {
      throw new AccessDeniedException(request.getRequestURI() + " does not say who may call it");
    }
    return !mustChangePasswordFirst(request, response);
  }

  static boolean saysWhoMayCall(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PreAuthorize.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PreAuthorize.class);
  }

  private static boolean mustChangePasswordFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Session s) || !s.mustChangePassword()) return false;
    String path = request.getRequestURI();
    if (WITH_ONE_TIME_PASSWORD.contains(path) || path.startsWith("/language/")) return false;
    if (path.startsWith("/api/")) throw new AccessDeniedException("the one-time password must be changed first");
    response.sendRedirect(PASSWORD_PAGE);
    return true;
  }
}
