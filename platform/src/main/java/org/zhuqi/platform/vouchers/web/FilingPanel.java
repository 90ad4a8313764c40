package org.zhuqi.platform.vouchers.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractPanel;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.shared.Actor;

/** Vouchers on the contract's page: to be filed, or what they pay of it. */
@Component
class FilingPanel implements ContractPanel {
  @Override
  public Optional<Panel> panel(Actor viewer, Contract contract) {
    boolean relevant = contract.state() == ContractState.AGREED || contract.filingNumber() != null;
    return relevant
        ? Optional.of(
            new Panel(new Text("备案与用券", "Filing and vouchers"), "/contracts/" + contract.id() + "/filing/panel"))
        : Optional.empty();
  }
}
