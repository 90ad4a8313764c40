package org.zhuqi.platform.registers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Services that run, by party, as the rooms above would tell; empty unless a test says otherwise. */
@Component
class ServicesOfTests implements OpenServices {
  final Map<UUID, List<OpenService>> open = new ConcurrentHashMap<>();

  @Override
  public List<OpenService> of(UUID party) {
    return open.getOrDefault(party, List.of());
  }
}
