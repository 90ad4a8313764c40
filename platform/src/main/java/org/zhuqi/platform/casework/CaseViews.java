package org.zhuqi.platform.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/** Cases as pages and the API show them. */
@Service
@Transactional(readOnly = true)
public class CaseViews {
  private final Casework casework;
  private final CaseMoves moves;
  private final CaseRules rules;
  private final Procedures procedures;
  private final Documents documents;
  private final Accounts accounts;
  private final Measures measures;

  CaseViews(
      Casework casework,
      CaseMoves moves,
      CaseRules rules,
      Procedures procedures,
      Documents documents,
      Accounts accounts,
      Measures measures) {
    this.casework = casework;
    this.moves = moves;
    this.rules = rules;
    this.procedures = procedures;
    this.documents = documents;
    this.accounts = accounts;
    this.measures = measures;
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when it is not for the viewer to see */
  public CaseView of(Actor viewer, UUID caseId) {
    CaseFile file = casework.get(viewer, caseId);
    CaseBody body = moves.kind(file).body(viewer, file);
    List<Document> evidence =
        body.documents().stream().flatMap(e -> documents.attachedTo(e.subjectKind(), e.subject()).stream()).toList();
    Optional<Refusal> noSendBack =
        file.state() == CaseState.IN_REVIEW ? casework.sentBackEnough(file) : Optional.empty();
    return new CaseView(
        file,
        body,
        casework.timeline(viewer, caseId),
        evidence,
        procedures.stage(file),
        rules.hindrance(viewer, file),
        noSendBack,
        colleagues(viewer, file));
  }

  private List<CaseView.Colleague> colleagues(Actor viewer, CaseFile file) {
    if (file.state() != CaseState.IN_REVIEW || !rules.mayGive(viewer, file)) return List.of();
    String within = rules.givesWithin(viewer, file);
    return accounts.withRole(rules.givesTo(viewer, file), file.funder()).stream()
        .filter(a -> !a.id().equals(viewer.account()) && (within == null || within.equals(a.agency())))
        .map(CaseViews::colleague)
        .toList();
  }

  private static CaseView.Colleague colleague(Account a) {
    return new CaseView.Colleague(a.id(), a.name());
  }

  /** What a stage is called in the version of the measure under which a case was filed; its code where it has no name. */
  public Text stageName(String measure, String version, String stage) {
    return measures.version(measure, version).stream()
        .flatMap(p -> p.provisions().stream())
        .filter(Stages.class::isInstance)
        .map(Stages.class::cast)
        .flatMap(s -> s.stage(stage).stream())
        .findFirst()
        .map(Stages.Stage::name)
        .orElse(new Text(stage.toUpperCase(Locale.ROOT), stage.toUpperCase(Locale.ROOT)));
  }
}
