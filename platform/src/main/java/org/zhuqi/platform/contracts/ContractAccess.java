package org.zhuqi.platform.contracts;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;

/** The papers of a contract are for both sides and for the officials that may see the contract. */
@Component
class ContractAccess implements DocumentAccess {
  private final ContractStore store;

  ContractAccess(ContractStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return subjectKind.equals(Steps.SUBJECT) && store.find(subject).filter(c -> Contracts.maySee(a, c)).isPresent();
  }
}
