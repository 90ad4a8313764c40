package org.zhuqi.platform.complaints;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;

/** Papers of a complaint about a service, and of the statement on it, are for those who may see the complaint. */
@Component
class ServiceComplaintPapers implements DocumentAccess {
  private final ServiceComplaintStore store;

  ServiceComplaintPapers(ServiceComplaintStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return switch (subjectKind) {
      case ServiceComplaints.KIND, ServiceComplaints.STATEMENT -> store.find(subject, false).filter(c -> ServiceComplaints.maySee(a, c)).isPresent();
      default -> false;
    };
  }
}
