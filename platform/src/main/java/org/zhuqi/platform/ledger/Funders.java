package org.zhuqi.platform.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;

/** Funders in words: called after the widest area whose cases they pay, as the measure's routing table has it. */
@Component
public class Funders {
  private final Measures measures;

  Funders(Measures measures) {
    this.measures = measures;
  }

  /** The code itself where no measure knows it. */
  public Text label(String funder) {
    return measures.all().stream()
        .flatMap(p -> rows(p).stream())
        .filter(r -> r.get("funder").filter(funder::equals).isPresent())
        .map(Table.Row::label)
        .findFirst()
        .orElse(new Text(funder, funder));
  }

  /** Every funder that some measure knows. */
  public List<String> codes() {
    return measures.all().stream()
        .flatMap(p -> rows(p).stream())
        .flatMap(r -> r.get("funder").stream())
        .distinct()
        .toList();
  }

  private static List<Table.Row> rows(Pack pack) {
    return Optional.of(pack.byRole(Table.class, "routing")).stream()
        .flatMap(List::stream)
        .flatMap(t -> t.rows().stream())
        .toList();
  }
}
