package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhuqi.platform.PlatformTest;

/** Everything that a form does, {@code /api/v1} does: under the same path, or under the one that is said here. */
class ApiParityTests extends PlatformTest {
  private static final String API = "/api/v1";

  /** Forms that change nothing: a step between two pages, the gallery of the page kit. */
  private static final Set<String> ONLY_PAGES = Set.of("/inbox/bulk", "/sign-in/held", "/demo/kit");

  private static final String ELSEWHERE =
      """
      /admin/accounts                                   POST   /accounts
      /admin/accounts/{}/disable                        POST   /accounts/{}/disable
      /admin/accounts/{}/enable                         POST   /accounts/{}/enable
      /admin/accounts/{}/unlock                         POST   /accounts/{}/unlock
      /admin/accounts/{}/assign                         PUT    /accounts/{}/office
      /admin/accounts/{}/reset                          POST   /accounts/{}/password
      /admin/accounts/{}/token                          POST   /accounts/{}/tokens
      /sign-in                                          POST   /sessions
      /sign-out                                         DELETE /sessions/current
      /account/role                                     POST   /me/role
      /account/password                                 POST   /me/password
      /account/colleagues                               POST   /colleagues
      /account/colleagues/disable                       POST   /colleagues/{}/disable
      /account/colleagues/reset                         POST   /colleagues/{}/password
      /register                                         POST   /registrations
      /party                                            PUT    /parties/{}
      /party/bank-account                               PUT    /parties/{}/bank-account
      /party/projects                                   POST   /parties/{}/projects
      /party/relations                                  POST   /parties/{}/relations
      /parties/{}/verify                                POST   /parties/{}/verification
      /parties/{}/unverify                              POST   /parties/{}/verification/withdrawal
      /parties/{}/projects/{}                           POST   /parties/{}/projects/{}/check
      /batches/{}/edit                                  PUT    /batches/{}
      /cases/{}/decide                                  POST   /cases/{}/decision
      /cases/{}/comment                                 POST   /cases/{}/comments
      /cases/{}/visit                                   POST   /cases/{}/visits
      /inbox/decide                                     POST   /inbox/decisions
      /audit/chain                                      POST   /audit/checks
      /registers/{}/{}/publish                          POST   /registers/{}/{}/notices
      /registers/{}/{}/recommend                        POST   /registers/{}/{}/recommendations
      /registers/{}/{}/apply                            POST   /registers/{}/{}/applications
      /registers/applications/{}                        PUT    /registers/applications/{}
      /registers/applications/{}/save                   PUT    /registers/applications/{}
      /registers/applications/{}/submit                 POST   /registers/applications/{}/submission
      /registers/entries/{}/yearly                      POST   /registers/entries/{}/filings
      /registers/entries/{}/removal                     POST   /registers/entries/{}/removals
      /registers/removals/{}/waive                      POST   /registers/removals/{}/waiver
      /registers/removals/contracts                     POST   /registers/removals/{}/contracts/{}
      /registers/removals/{}/decide                     POST   /registers/removals/{}/decision
      /registers/exits/{}/withdraw                      POST   /registers/exits/{}/withdrawal
      /registers/exits/{}/decide                        POST   /registers/exits/{}/decision
      /redemptions/{}/invoices/{}/remove                DELETE /redemptions/{}/invoices/{}
      /redemptions/{}/receipts/{}/remove                DELETE /redemptions/{}/receipts/{}
      /redemptions/{}/results/{}/remove                 DELETE /redemptions/{}/results/{}
      /redemptions/{}/again                             POST   /redemptions
      /red-letter                                       POST   /redemptions/red-letter
      /draws/{}                                         POST   /draws/{}/draw
      /findings/{}/receivables/{}                       POST   /receivables/{}/receipts
      /inspections/{}/papers                            POST   /inspections/{}/evidence
      /admin/calendars                                  POST   /calendars
      /payouts/return                                   POST   /payouts/returns
      /contracts/{}/terms                               PUT    /contracts/{}/terms
      /notices/{}/object                                POST   /notices/{}/lines/{}/objections
      /notices/{}/objections/{}                         POST   /objections/{}/answer
      /items/{}                                         PUT    /items/{}
      /papers                                           POST   /documents
      /documents/choose                                 POST   /documents
      /views/{}/remove                                  DELETE /views/{}
      """;

  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  /** "POST /contracts/{}/offer" for every change that some of our controllers takes. */
  private Set<String> changes(Predicate<HandlerMethod> which) {
    Set<String> found = new TreeSet<>();
    mappings.getHandlerMethods().entrySet().stream()
        .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.zhuqi.platform") && which.test(e.getValue()))
        .forEach(e -> found.addAll(changes(e.getKey())));
    return found;
  }

  private static Set<String> changes(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().stream()
        .filter(m -> m != RequestMethod.GET)
        .flatMap(m -> info.getPatternValues().stream().map(path -> m + " " + path.replaceAll("\\{[^}]*}", "{}")))
        .collect(Collectors.toSet());
  }

  private static boolean isApi(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
  }

  @Test
  void every_form_has_its_counterpart_in_the_api() {
    Map<String, String> elsewhere = new TreeMap<>();
    ELSEWHERE.lines().map(l -> l.split("\\s+")).forEach(l -> elsewhere.put(l[0], l[1] + " " + API + l[2]));
    Set<String> api = changes(ApiParityTests::isApi);
    Set<String> pages = changes(m -> !isApi(m)).stream().map(p -> p.substring("POST ".length())).collect(Collectors.toCollection(TreeSet::new));
    assertThat(pages).as("there is something to compare").hasSizeGreaterThan(100);
    Map<String, String> missing = new TreeMap<>();
    for (String page : pages) {
      String counterpart = elsewhere.getOrDefault(page, "POST " + API + page);
      if (!ONLY_PAGES.contains(page) && !api.contains(counterpart)) missing.put(page, counterpart);
    }
    assertThat(missing).isEmpty();
    assertThat(pages).as("no line here is out of date").containsAll(elsewhere.keySet());
  }
}
