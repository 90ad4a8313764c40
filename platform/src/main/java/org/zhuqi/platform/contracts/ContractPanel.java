package org.zhuqi.platform.contracts;

import java.util.Optional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;

/** A part of the contract page that a room above contributes as an htmx fragment: vouchers to file, the rating. */
public interface ContractPanel {
  /** @return empty when there is nothing for this viewer in this state */
  Optional<Panel> panel(Actor viewer, Contract contract);

  /** @param href path of the fragment, loaded into the page */
  record Panel(Text title, String href) {}
}
