package org.zhuqi.platform.redemption;

import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Who may see an application: both sides of the contract, the officials whose area has its funder, and auditors. */
final class RedemptionSight {
  private RedemptionSight() {}

  static boolean maySee(Actor viewer, Redemption r) {
    return switch (viewer.role()) {
      case ENTERPRISE -> r.client().equals(viewer.party()) && r.state() != RedemptionState.DRAFT || r.provider().equals(viewer.party());
      case INSTITUTION -> r.provider().equals(viewer.party()) || r.client().equals(viewer.party());
      case REVIEWER, BUREAU, FINANCE, CENTRE -> viewer.covers(r.funder()) && r.state() != RedemptionState.DRAFT;
      case AUDITOR, SYSTEM -> true;
      case ADMIN -> false;
    };
  }

  static boolean isOffice(Actor viewer) {
    return viewer.is(Role.BUREAU, Role.CENTRE, Role.FINANCE, Role.REVIEWER, Role.AUDITOR);
  }
}
