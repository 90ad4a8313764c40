package org.zhuqi.measures;

import java.util.List;
import java.util.Optional;

/**
 * What people must do and file, and who may see it. In packs: kind "record".
 *
 * @param by roles that must do it
 * @param viewers roles that may see it
 * @param records what is kept, by code
 */
public record RecordDuty(Head head, List<String> by, List<String> viewers, List<Menu.Item> records)
    implements Provision {
  public RecordDuty {
    by = List.copyOf(by);
    viewers = List.copyOf(viewers);
    records = List.copyOf(records);
  }

  public Optional<Menu.Item> record(String code) {
    return records.stream().filter(r -> r.code().equals(code)).findFirst();
  }
}
