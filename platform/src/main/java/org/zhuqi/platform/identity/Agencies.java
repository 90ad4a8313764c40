package org.zhuqi.platform.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.TenantFiles;

/** The authorities and the funders of the current tenant: data of the installation, not code. */
@Component
public class Agencies {
  private final TenantFiles files;

  Agencies(TenantFiles files) {
    this.files = files;
  }

  public List<Agency> all() {
    return files.rows("agencies", 4).stream()
        .map(r -> new Agency(r.get(0), new Text(r.get(1), r.get(2)), Set.of(r.get(3).split("\\|"))))
        .toList();
  }

  public Optional<Agency> find(String code) {
    return all().stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** The name of an agency, or its code where the table no longer has it. */
  public Text label(String code) {
    return find(code).map(Agency::label).orElseGet(() -> new Text(code, code));
  }

  /** The funders and their names. */
  public Map<String, Text> funders() {
    Map<String, Text> funders = new LinkedHashMap<>();
    files.rows("funders", 3).forEach(r -> funders.put(r.get(0), new Text(r.get(1), r.get(2))));
    return funders;
  }
}
