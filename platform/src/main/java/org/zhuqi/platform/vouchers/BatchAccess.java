package org.zhuqi.platform.vouchers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** The guide of a released batch is for everybody who is signed in; the plan for officials of its funder. */
@Component
class BatchAccess implements DocumentAccess {
  static final String GUIDE = "batch_guide";
  static final String PLAN = "batch_plan";

  private final BatchStore store;

  BatchAccess(BatchStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return switch (subjectKind) {
      case GUIDE -> Batches.mayBeSeen(a, store.get(subject));
      case PLAN ->
          a.is(Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR) && a.covers(store.get(subject).funder());
      default -> false;
    };
  }
}
