package org.zhuqi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.web.request.KeepsOwnKeys;
import org.zhuqi.platform.web.Pages;

/** Signs in by a click, without a password. Exists in the demo only: elsewhere there is no such address. */
@Controller
@Conditional(DemoDoor.OnlyInTheDemo.class)
class DemoDoor {
  private final SignIn signIn;

  DemoDoor(SignIn signIn) {
    this.signIn = signIn;
  }

  @PostMapping("/demo/sign-in")
  @KeepsOwnKeys
  @PreAuthorize("permitAll()")
  String enter(@RequestParam String login, HttpServletRequest request, HttpServletResponse response) {
    return switch (signIn.byName(login)) {
      case Outcome.Done<String>(String token) -> {
        SessionContext.give(request, response, token);
        yield Pages.go("/desk");
      }
      case Outcome.Refused<String>(var refusals) -> Pages.go("/sign-in");
    };
  }

  static final class OnlyInTheDemo implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return DemoMode.isOn(context.getEnvironment());
    }
  }
}
