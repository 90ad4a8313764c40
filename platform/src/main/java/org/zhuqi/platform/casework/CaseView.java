package org.zhuqi.platform.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhuqi.measures.Stages;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.shared.Refusal;

/**
 * A case with everything that its page shows to one viewer.
 *
 * @param evidence the attached documents
 * @param hindrance why the viewer may not act in the stage; empty when they may
 * @param noSendBack why it cannot go back to the applicant; empty when it can
 * @param colleagues to whom the viewer may give it: who else may act in the stage
 */
public record CaseView(
    CaseFile file,
    CaseBody body,
    List<TimelineLine> timeline,
    List<Document> evidence,
    Optional<Stages.Stage> stage,
    Optional<Refusal> hindrance,
    Optional<Refusal> noSendBack,
    List<Colleague> colleagues) {

  /** Somebody of the same office, or a reviewer whom the bureau may name. */
  public record Colleague(UUID account, String name) {}
}
