package org.zhuqi.platform.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Deny by default: a controller method says by {@code @PreAuthorize} who may call it, and what says nothing is closed
 * ({@link ClosedDoors}). Everything that is no controller method is denied here unless it is listed.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration implements WebMvcConfigurer {
  private final ClosedDoors closed;

  SecurityConfiguration(ClosedDoors closed) {
    this.closed = closed;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(closed);
  }

  @Bean
  AuthenticationManager authenticationManager(PasswordProvider passwords) {
    return new ProviderManager(passwords);
  }

  @Bean
  SecurityFilterChain doors(HttpSecurity http, SessionContext sessions, FormTokens forms, Refused refused) throws Exception {
    return http
        .securityContext(c -> c.securityContextRepository(sessions))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(r -> r.disable())
        .logout(l -> l.disable())
        .httpBasic(b -> b.authenticationEntryPoint(refused).securityContextRepository(new org.springframework.security.web.context.NullSecurityContextRepository()))
        .csrf(
            c ->
                c.csrfTokenRepository(forms)
                    .csrfTokenRequestHandler(forms)
                    .sessionAuthenticationStrategy((authentication, request, response) -> {})
                    .ignoringRequestMatchers(carriesItsOwnProof()))
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/actuator/health")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    // What it is depends on the controller method: ClosedDoors and @PreAuthorize decide.
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(e -> e.authenticationEntryPoint(refused).accessDeniedHandler(refused))
        .headers(h -> h.frameOptions(f -> f.sameOrigin()).referrerPolicy(r -> r.policy(
            org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /**
   * No form token is needed where no browser could lend somebody's session to another site's page: the request proves itself
   * by a header that browsers do not add, or it is a program's without any session (signing in, registering, objecting).
   */
  private static RequestMatcher carriesItsOwnProof() {
    return (HttpServletRequest request) ->
        request.getHeader(HttpHeaders.AUTHORIZATION) != null
            || (request.getRequestURI().startsWith("/api/v1/") && SessionContext.cookie(request, SessionContext.COOKIE).isEmpty());
  }
}
