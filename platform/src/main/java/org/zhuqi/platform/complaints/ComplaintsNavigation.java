package org.zhuqi.platform.complaints;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.measures.ComplaintWay;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Separation;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.NavItem;

/** What this room adds to the navigation. */
@Configuration(proxyBeanMethods = false)
class ComplaintsNavigation {
  @Bean
  NavItem serviceComplaintsEntry() {
    return NavItem.of("服务投诉", "Complaints about services", "/service-complaints", 735, Role.ENTERPRISE, Role.INSTITUTION, Role.CENTRE, Role.BUREAU, Role.AUDITOR);
  }

  @Bean
  NavItem complaintsEntry(Measures measures) {
    Set<Role> roles = EnumSet.of(Role.ENTERPRISE, Role.INSTITUTION);
    for (Pack pack : measures.all()) {
      for (Separation s : pack.byRole(Separation.class, Supervision.ROLE)) {
        ComplaintWay way = s.complaints();
        if (way != null) roles.addAll(Supervision.roles(way.to()));
      }
    }
    return NavItem.of("投诉工作人员", "Complaints about officials", "/complaints", 740, roles.toArray(Role[]::new));
  }
}
