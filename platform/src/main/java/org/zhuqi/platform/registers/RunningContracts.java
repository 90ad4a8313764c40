package org.zhuqi.platform.registers;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contracts;

/** Filed contracts that an institution has not finished. */
@Component
class RunningContracts implements OpenServices {
  private final Contracts contracts;

  RunningContracts(Contracts contracts) {
    this.contracts = contracts;
  }

  @Override
  public List<OpenService> of(UUID party) {
    return contracts.running(party).stream()
        .map(
            c ->
                new OpenService(
                    c.number(),
                    new Text(c.clientName() + "：" + c.title(), c.clientName() + ": " + c.title()),
                    c.deliveredOn() != null,
                    "/contracts/" + c.id()))
        .toList();
  }
}
