package org.zhuqi.platform.parties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;

/** The industries that any measure distinguishes, and everything else as one. */
@Component
public class Industries {
  static final String OTHER = "other";
  private final Measures measures;

  Industries(Measures measures) {
    this.measures = measures;
  }

  /** Code and label, in the order of the measures. */
  public Map<String, Text> all() {
    Map<String, Text> found = new LinkedHashMap<>();
    for (Pack pack : measures.all()) {
      for (Menu.Item item : options(pack)) found.put(item.code(), item.label());
    }
    found.put(OTHER, new Text("其他产业", "Other industry"));
    return found;
  }

  private static List<Menu.Item> options(Pack pack) {
    Fact fact = pack.facts().get(PartyFacts.INDUSTRY);
    return fact == null ? new ArrayList<>() : pack.options(fact);
  }
}
