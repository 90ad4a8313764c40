package org.zhuqi.platform.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.web.NavItem;

/** The entries that belong to no room in particular. */
@Configuration(proxyBeanMethods = false)
class PortalNavigation {

  @Bean
  NavItem homeEntry() {
    return NavItem.open("首页", "Home", "/", 10);
  }
}
