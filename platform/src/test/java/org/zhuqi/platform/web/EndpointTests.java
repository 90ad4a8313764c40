package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhuqi.platform.PlatformTest;

class EndpointTests extends PlatformTest {
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

  @Test
  void every_endpoint_says_who_may_call_it() {
    List<String> silent =
        mappings.getHandlerMethods().values().stream()
            .filter(m -> m.getBeanType().getPackageName().startsWith("org.zhuqi"))
            .filter(m -> !says(m))
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    assertThat(silent).isEmpty();
    assertThat(mappings.getHandlerMethods()).as("there is something to look at").isNotEmpty();
  }

  private static boolean says(HandlerMethod m) {
    return AnnotatedElementUtils.hasAnnotation(m.getMethod(), PreAuthorize.class)
        || AnnotatedElementUtils.hasAnnotation(m.getBeanType(), PreAuthorize.class);
  }
}
