package org.zhuqi.platform.inspections;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.documents.DocumentAccess;
import org.zhuqi.platform.shared.Actor;

/** Evidence of inspections is for those who may see the inspection; what a side handed in, and that of a finding, also for the party. */
@Component
class InspectionPapers implements DocumentAccess {
  private final InspectionStore inspections;
  private final FindingStore findings;

  InspectionPapers(InspectionStore inspections, FindingStore findings) {
    this.inspections = inspections;
    this.findings = findings;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(Actor a, String subjectKind, UUID subject) {
    return switch (subjectKind) {
      case Inspections.FROM_PROVIDER ->
          inspections.find(subject, false).filter(i -> i.provider().equals(a.party()) || Inspections.maySee(a, i)).isPresent();
      case Inspections.FROM_CLIENT ->
          inspections.find(subject, false).filter(i -> i.client().equals(a.party()) || Inspections.maySee(a, i)).isPresent();
      case Inspections.KIND -> inspections.find(subject, false).filter(i -> Inspections.maySee(a, i)).isPresent();
      case Findings.KIND -> findings.find(subject, false).filter(f -> Findings.maySee(a, f)).isPresent();
      default -> false;
    };
  }
}
