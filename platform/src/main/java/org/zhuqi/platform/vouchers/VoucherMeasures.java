package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.measures.Text;

/** The measures that issue vouchers: those that say how voucher money may move. For pages and forms. */
@Component
public class VoucherMeasures {
  private final Measures measures;
  private final Clock clock;

  VoucherMeasures(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** In force today. */
  public List<Pack> inForce() {
    LocalDate today = LocalDate.now(clock);
    return measures.all().stream()
        .filter(p -> !p.byRole(Menu.class, "voucher.flows").isEmpty() && p.isInForce(today))
        .toList();
  }

  /** Those under which a budget can be planned or, after the end, reduced. */
  public List<Pack> forBudgets() {
    List<Pack> now = inForce();
    return now.isEmpty() ? current().stream().toList() : now;
  }

  /** In force, else the last one that was: pages go on when a measure has ended. */
  public Optional<Pack> current() {
    return inForce().stream()
        .findFirst()
        .or(
            () ->
                measures.all().stream()
                    .filter(p -> !p.byRole(Menu.class, "voucher.flows").isEmpty())
                    .reduce((older, newer) -> newer));
  }

  /** The provision under a role, for citing on a page; empty where the measure has none. */
  public Optional<String> article(String role) {
    return current().flatMap(p -> p.byRole(Provision.class, role).stream().findFirst()).map(Provision::id);
  }

  /** What the measure calls a record that is filed for each batch: its plan, its guide. */
  public Text record(String code) {
    return current().stream()
        .flatMap(p -> p.one(RecordDuty.class, Budgets.PLAN_ROLE).records().stream())
        .filter(i -> i.code().equals(code))
        .map(Menu.Item::label)
        .findFirst()
        .orElse(new Text(code, code));
  }

  /** Service categories, with their names. */
  public List<Menu.Item> categories() {
    return current().map(p -> p.one(Menu.class, FilingChecks.CATEGORIES).items()).orElse(List.of());
  }

  /** A category in words; empty stands for all. */
  public Text category(String code) {
    if (code.isEmpty()) return new Text("不限类别", "any category");
    return categories().stream()
        .filter(i -> i.code().equals(code))
        .map(Menu.Item::label)
        .findFirst()
        .orElse(new Text(code, code));
  }
}
