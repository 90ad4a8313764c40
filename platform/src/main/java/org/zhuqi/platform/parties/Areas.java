package org.zhuqi.platform.parties;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.TenantFiles;

/** The areas of the current tenant: data of the installation, not code. */
@Component
public class Areas {
  private final TenantFiles files;

  Areas(TenantFiles files) {
    this.files = files;
  }

  /** In the order of the table. */
  public List<Area> all() {
    return files.rows("areas", 4).stream().map(r -> new Area(r.get(0), new Text(r.get(1), r.get(2)))).toList();
  }

  public Optional<Area> find(String code) {
    return all().stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** Its name, or the code itself where the table no longer has it. */
  public Text label(String code) {
    return find(code).map(Area::label).orElseGet(() -> new Text(code, code));
  }
}
