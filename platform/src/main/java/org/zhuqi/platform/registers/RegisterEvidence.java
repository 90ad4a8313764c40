package org.zhuqi.platform.registers;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

/** Who may read the papers of applications, filings and removals. */
@Component
class RegisterEvidence implements DocumentAccess {
  static final String REMOVAL = "register.removal";

  private final ApplicationStore applications;
  private final FilingStore filings;
  private final RemovalStore removals;
  private final ObjectProvider<Casework> casework;

  RegisterEvidence(
      ApplicationStore applications, FilingStore filings, RemovalStore removals, ObjectProvider<Casework> casework) {
    this.applications = applications;
    this.filings = filings;
    this.removals = removals;
    this.casework = casework;
  }

  @Override
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return switch (subjectKind) {
      case Applications.KIND -> seesCase(a, subject);
      case FilingChecks.KIND -> official(a) || filings.find(subject).filter(f -> f.party().equals(a.party())).isPresent();
      case REMOVAL -> official(a) || removals.find(subject).filter(r -> r.party().equals(a.party())).isPresent();
      default -> false;
    };
  }

  private static boolean official(Actor a) {
    return a.is(Role.CENTRE, Role.BUREAU);
  }

  private boolean seesCase(Actor a, UUID subject) {
    try {
      return applications.find(subject).map(x -> casework.getObject().get(a, x.caseId())).isPresent();
    } catch (NotFoundException e) {
      return false;
    }
  }
}
