package org.zhuqi.platform.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/** Binds the tenant by host name around everything that a request does, error pages included. */
final class TenantFilter extends OncePerRequestFilter {
  private final Tenants tenants;

  TenantFilter(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Tenancy.call(
          tenants.forHost(request.getServerName()).code(),
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
