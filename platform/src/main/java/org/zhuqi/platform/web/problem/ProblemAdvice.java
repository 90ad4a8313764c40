package org.zhuqi.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Whatever a controller throws, answered as {@link Problems} says. */
@ControllerAdvice(name = "problemAdvice")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  /** Spring Security asks visitors to sign in and turns others away; it must see these itself. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void security(RuntimeException e, HttpServletRequest request) {
    // Kept for the error page, which then can say whom this is for.
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, e);
    throw e;
  }

  /** Nobody is listening any more. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone(AsyncRequestNotUsableException e, HttpServletRequest request) {
    request.setAttribute(Problems.FAILED, true);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ModelAndView any(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem problem = problems.of(e, request);
    if (!Problems.wantsJson(request)) return problems.page(problem, request, response);
    problems.writeJson(request, response, problem);
    return null;
  }
}
