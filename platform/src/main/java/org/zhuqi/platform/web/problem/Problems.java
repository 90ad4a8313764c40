package org.zhuqi.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.Language;

/** Tells a problem to whoever asked: a page to people, {@code application/problem+json} to machines. */
@Component
public class Problems {
  /** Set on a request that failed, so that nothing of it is kept. */
  public static final String FAILED = Problems.class.getName() + ".failed";

  public static final String TYPE = "application/problem+json";
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ViewResolver views;

  Problems(@org.springframework.beans.factory.annotation.Qualifier("jteViews") ViewResolver views) {
    this.views = views;
  }

  /** What an exception means; errors of ours are logged under a reference. */
  public Problem of(Throwable e, HttpServletRequest request) {
    Problem problem = ProblemOf.exception(e);
    if (problem.status() == 500) {
      String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
      LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
      return problem.withReference(reference);
    }
    if (problem.temporary()) LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), e.toString());
    return problem;
  }

  /** Whether the caller is a program. */
  public static boolean wantsJson(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = failed instanceof String s ? s : request.getRequestURI();
    String accept = request.getHeader("Accept");
    return path.startsWith("/api/")
        || path.startsWith("/v3/")
        || (accept != null && accept.contains("json") && !accept.contains("text/html"));
  }

  /** The page of a problem; a fragment where only part of a page is being replaced. */
  public ModelAndView page(Problem problem, HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(FAILED, true);
    status(problem, response);
    boolean part = request.getHeader("HX-Request") != null;
    return new ModelAndView(part ? "kit/problempart" : "kit/problem", Map.of("problem", problem));
  }

  /** Answers from outside a controller. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
    request.setAttribute(FAILED, true);
    if (wantsJson(request)) {
      writeJson(request, response, problem);
      return;
    }
    ModelAndView page = page(problem, request, response);
    try {
      var view = views.resolveViewName(String.valueOf(page.getViewName()), Locale.ROOT);
      if (view == null) throw new IllegalStateException("no template " + page.getViewName());
      view.render(page.getModel(), request, response);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void writeJson(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
    request.setAttribute(FAILED, true);
    status(problem, response);
    response.setContentType(TYPE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(Json.write(body(problem, request, Language.isEnglish(request))));
    response.getWriter().flush();
  }

  private static void status(Problem problem, HttpServletResponse response) {
    response.setStatus(problem.status());
    if (problem.temporary()) response.setHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
  }

  /** Members of RFC 9457, then ours. */
  static Map<String, Object> body(Problem p, HttpServletRequest request, boolean english) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:zhuqi:problem:" + p.code());
    body.put("title", p.title().in(english));
    body.put("status", p.status());
    body.put("detail", p.detail().in(english));
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    body.put("instance", failed instanceof String s ? s : request.getRequestURI());
    body.put("code", p.code());
    if (!p.refusals().isEmpty()) {
      Refusal first = p.refusals().getFirst();
      if (first.provision() != null) body.put("provision", first.provision());
      body.put("refusals", p.refusals().stream().map(Problems::refusal).toList());
    }
    if (p.reference() != null) body.put("reference", p.reference());
    return body;
  }

  private static Map<String, Object> refusal(Refusal r) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", r.code());
    if (r.provision() != null) map.put("provision", r.provision());
    map.put("sentence", text(r.sentence()));
    Text remedy = r.remedy();
    if (remedy != null) map.put("remedy", text(remedy));
    if (r.field() != null) map.put("field", r.field());
    return map;
  }

  private static Map<String, String> text(Text text) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("zh", text.zh());
    both.put("en", text.en());
    return both;
  }

  /** The body of a refusal, for answers that are no exception. */
  public static Map<String, Object> refused(List<Refusal> refusals, HttpServletRequest request) {
    return body(ProblemOf.refusals(refusals), request, Language.isEnglish(request));
  }

  public static int statusOf(List<Refusal> refusals) {
    return ProblemOf.refusals(refusals).status();
  }
}
