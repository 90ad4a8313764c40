package org.zhuqi.platform.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.TenantFiles;

/** What people read for the codes of a city: its funders, areas and authorities, from the files of the installation. */
@Component
public class Names {
  /** With the number of their columns. */
  private static final Map<String, Integer> FILES = Map.of("funders", 3, "areas", 4, "agencies", 4);
  private final TenantFiles files;

  Names(TenantFiles files) {
    this.files = files;
  }

  /** A code that no file knows reads as the label that is given for it. */
  public Text of(String code, Text otherwise) {
    return FILES.entrySet().stream()
        .flatMap(f -> files.rows(f.getKey(), f.getValue()).stream())
        .filter(r -> r.getFirst().equals(code))
        .map(r -> new Text(r.get(1), r.get(2)))
        .findFirst()
        .orElse(otherwise);
  }
}
