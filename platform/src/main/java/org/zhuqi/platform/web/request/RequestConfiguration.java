package org.zhuqi.platform.web.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.KeyedHash;
import org.zhuqi.platform.web.problem.Problems;

/** The order of what surrounds a request: headers, tenant, upload limit, Spring Security (at −100), idempotency. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

  @Bean
  FilterRegistrationBean<Filter> headersFilter() {
    return at(-400, new HeadersFilter(), EnumSet.of(DispatcherType.REQUEST));
  }

  @Bean
  FilterRegistrationBean<Filter> tenantFilter(Tenants tenants) {
    return at(-300, new TenantFilter(tenants), EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
  }

  @Bean
  FilterRegistrationBean<Filter> uploadFilter() {
    return at(-200, new UploadFilter(), EnumSet.of(DispatcherType.REQUEST));
  }

  @Bean
  FilterRegistrationBean<Filter> idempotencyFilter(
      KeptAnswers answers, PlatformTransactionManager transactions, Problems problems, OwnKeys ownKeys, KeyedHash secret) {
    return at(-50, new IdempotencyFilter(answers, transactions, problems, ownKeys, secret), EnumSet.of(DispatcherType.REQUEST));
  }

  /** Papers are shown in a frame of our own pages; the headers filter says so, and Spring Security must not undo it. */
  @Bean
  Customizer<HeadersConfigurer<HttpSecurity>> headers() {
    return headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
  }

  private static FilterRegistrationBean<Filter> at(int order, Filter filter, EnumSet<DispatcherType> dispatches) {
    FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>(filter);
    bean.setOrder(order);
    bean.setDispatcherTypes(dispatches);
    return bean;
  }
}
