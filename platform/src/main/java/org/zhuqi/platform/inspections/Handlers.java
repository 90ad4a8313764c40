package org.zhuqi.platform.inspections;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Table;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** The centre of a contract that another agency handles sees and comments; it does not act. */
@Component
class Handlers {
  private final Contracts contracts;
  private final Measures measures;

  Handlers(Contracts contracts, Measures measures) {
    this.contracts = contracts;
    this.measures = measures;
  }

  boolean assistsOnly(Actor by, UUID contract) {
    return by.is(Role.CENTRE) && !contracts.get(contract).isHandledBy(by);
  }

  Refusal refusal(String measure, String version) {
    return Refusal.of(
            "not_the_handler", "该企业的事项由另一单位办理，您所在单位可以查看，不能决定。",
            "Another agency handles this enterprise: yours may see it, not decide.")
        .by(measures.version(measure, version).orElseThrow().one(Table.class, "routing").id());
  }
}
