package org.zhuqi.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void rooms_use_only_rooms_below_them() {
    ApplicationModules.of(ZhuqiApplication.class).verify();
  }
}
