package org.zhuqi.platform.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.shared.Tenancy;

/** Asks a line's measure whether money may move that way, and by which provision. */
@Component
class Flows {
  static final String ROLE = "voucher.flows";

  private final Measures measures;
  private final LedgerStore store;
  /** Lines never change their measure, so they are read once. */
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  Flows(Measures measures, LedgerStore store) {
    this.measures = measures;
    this.store = store;
  }

  List<String> provisions(List<Transfer> transfers) {
    List<String> provisions = new ArrayList<>(transfers.size());
    UUID last = null;
    Menu menu = null;
    for (Transfer t : transfers) {
      if (menu == null || !t.line().equals(last)) menu = menu(t.line());
      last = t.line();
      if (!menu.contains(t.movement().code())) {
        throw new IllegalArgumentException(menu.id() + " knows no movement \"" + t.movement().code() + "\"");
      }
      provisions.add(menu.id());
    }
    return provisions;
  }

  private Menu menu(UUID id) {
    Line line = lines.computeIfAbsent(Tenancy.current() + id, k -> store.line(id));
    Pack pack =
        measures
            .version(line.measure(), line.version())
            .orElseThrow(() -> new IllegalStateException("no pack for " + line));
    return pack.one(Menu.class, ROLE);
  }
}
