package org.zhuqi.platform.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails outside of controllers (in a filter, in the container) comes here. */
@Controller
class ErrorPages implements ErrorController {
  private final Problems problems;

  ErrorPages(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  @PreAuthorize("permitAll()")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(request, response, problem(request));
  }

  private Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return problems.of(failure, request);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (Integer.valueOf(HttpServletResponse.SC_FORBIDDEN).equals(status)
        && request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof RuntimeException denied) {
      return problems.of(denied, request);
    }
    return ProblemOf.status(status instanceof Integer s ? s : 404);
  }
}
