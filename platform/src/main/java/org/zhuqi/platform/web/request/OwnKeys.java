package org.zhuqi.platform.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows which addresses are marked {@link KeepsOwnKeys}. */
@Component
class OwnKeys {
  private final ObjectProvider<RequestMappingHandlerMapping> handlers;
  private volatile @Nullable List<RequestMappingInfo> exempt;

  OwnKeys(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.handlers = handlers;
  }

  boolean has(HttpServletRequest request) {
    List<RequestMappingInfo> all = exempt();
    if (all.isEmpty()) return false;
    if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
    return all.stream().anyMatch(info -> info.getMatchingCondition(request) != null);
  }

  private List<RequestMappingInfo> exempt() {
    List<RequestMappingInfo> known = exempt;
    if (known == null) {
      known =
          handlers.getObject().getHandlerMethods().entrySet().stream()
              .filter(e -> e.getValue().hasMethodAnnotation(KeepsOwnKeys.class))
              .map(java.util.Map.Entry::getKey)
              .toList();
      exempt = known;
    }
    return known;
  }
}
