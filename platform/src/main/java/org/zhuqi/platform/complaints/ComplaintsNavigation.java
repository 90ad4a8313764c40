package org.zhuqi.platform.complaints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.NavItem;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class ComplaintsNavigation {
  @Bean
  NavItem complaintsEntry() {
    return NavItem.of("投诉", "Complaints", "/complaints", 740, Role.ENTERPRISE, Role.INSTITUTION, Role.BUREAU, Role.AUDITOR);
  }
}
