package org.zhuqi.platform.identity;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demo: the setting {@code zhuqi.demo}, true unless the profile is production. Production cannot be
 * talked into it: an instance that is told both does not start.
 */
@Component
public class DemoMode {
  private final boolean on;

  DemoMode(Environment environment) {
    this.on = isOn(environment);
  }

  static boolean isOn(Environment environment) {
    boolean production = environment.acceptsProfiles(Profiles.of("production"));
    boolean on = environment.getProperty("zhuqi.demo", Boolean.class, !production);
    if (production && on) {
      throw new IllegalStateException(
          "zhuqi.demo=true and the profile production exclude one another: the demo lets anybody in by a click.");
    }
    return on;
  }

  public boolean on() {
    return on;
  }
}
