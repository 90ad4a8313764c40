package org.zhuqi.platform.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.NavItem;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityNavigation {
  @Bean
  NavItem accountsEntry() {
    return NavItem.of("账号", "Accounts", "/admin/accounts", 900, Role.ADMIN);
  }
}
