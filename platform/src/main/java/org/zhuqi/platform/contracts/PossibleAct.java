package org.zhuqi.platform.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/**
 * Something a viewer can do to a contract, or cannot at present.
 *
 * @param why why not; null when it can be done now
 */
public record PossibleAct(ContractEvent event, @Nullable Refusal why) {
  public boolean allowed() {
    return why == null;
  }

  /** By the same checks that the commands make. Officials other than the handling office only look. */
  static List<PossibleAct> of(Actor by, Contract c, Performance performance) {
    boolean side = c.client().equals(by.party()) || c.provider().equals(by.party());
    if (!side && !c.isHandledBy(by)) return List.of();
    Side as = Steps.sideOf(by, c);
    return Transition.TABLE.stream()
        .filter(t -> t.from() == c.state() && t.by().contains(as))
        .map(Transition::event)
        .distinct()
        .filter(event -> event != ContractEvent.AGREED || c.signedHash() != null)
        .filter(event -> event != ContractEvent.CONFIRMED || as != Side.OFFICE || performance.isSilent(c))
        .filter(event -> event != endForm(c, as, performance))
        .map(event -> new PossibleAct(event, Steps.refusal(as, c, event)))
        .filter(act -> act.why() == null || as != Side.OFFICE)
        .toList();
  }

  /** Ending is one button: either it ends, or it proposes to. The form that does not apply is left out. */
  private static ContractEvent endForm(Contract c, Side as, Performance performance) {
    boolean ends = performance.mayEndAlone(as, c) || c.endProposedBy() == as.other();
    return ends ? ContractEvent.END_PROPOSED : ContractEvent.ENDED;
  }
}
