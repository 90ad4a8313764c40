package org.zhuqi.platform.ledger;

import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** A hold and what it still holds. */
record Held(UUID id, UUID line, UUID debit, UUID credit, Money remaining) {
  Transfer capture(Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    return then(Phase.CAPTURE, amount, movement, subjectKind, subject, by);
  }

  Transfer release(Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    return then(Phase.RELEASE, amount, movement, subjectKind, subject, by);
  }

  private Transfer then(Phase phase, Money amount, Movement movement, String subjectKind, UUID subject, Actor by) {
    return new Transfer(Ids.next(), line, debit, credit, amount, phase, id, movement, subjectKind, subject, by);
  }
}
