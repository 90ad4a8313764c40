package org.zhuqi.platform.parties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.NavItem;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class PartiesNavigation {
  @Bean
  NavItem ownPartyEntry() {
    return NavItem.of("本单位", "Our organisation", "/party", 700, Role.ENTERPRISE, Role.INSTITUTION);
  }

  @Bean
  NavItem partiesEntry() {
    return NavItem.of("单位", "Parties", "/parties", 500, Role.CENTRE, Role.BUREAU, Role.AUDITOR);
  }

  @Bean
  NavItem interestsEntry() {
    return NavItem.of("我的关联申报", "My interests", "/interests", 720, Role.CENTRE, Role.BUREAU, Role.FINANCE, Role.REVIEWER, Role.AUDITOR);
  }
}
