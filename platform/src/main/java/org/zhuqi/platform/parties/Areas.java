package org.zhuqi.platform.parties;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The areas of the current tenant: data of the installation, not code. */
@Component
public class Areas {
  public List<Area> all() {
    throw new UnsupportedOperationException();
  }

  public Optional<Area> find(String code) {
    throw new UnsupportedOperationException();
  }
}
