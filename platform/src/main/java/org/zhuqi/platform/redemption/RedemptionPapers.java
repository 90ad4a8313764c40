package org.zhuqi.platform.redemption;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;

/** The papers of an application are for those who may see it. */
@Component
class RedemptionPapers implements DocumentAccess {
  private final RedemptionStore store;

  RedemptionPapers(RedemptionStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return subjectKind.equals(Redemptions.KIND) && store.find(subject, false).filter(r -> RedemptionSight.maySee(a, r)).isPresent();
  }
}
