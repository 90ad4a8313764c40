package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.listing.ListQuery;

/** Lets controller methods ask for {@link Actor} (null for visitors), {@link Fields} and {@link ListQuery}. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Arguments());
  }

  private static final class Arguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      Class<?> type = parameter.getParameterType();
      return type == Actor.class || type == Fields.class || type == ListQuery.class;
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest web,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
      Class<?> type = parameter.getParameterType();
      if (type == Actor.class) return SignedIn.current();
      return type == Fields.class ? new Fields(request) : ListQuery.of(request);
    }
  }
}
