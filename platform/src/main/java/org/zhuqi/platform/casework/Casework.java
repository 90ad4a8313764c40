package org.zhuqi.platform.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;

/**
 * The way of a case from draft to outcome.
 *
 * <p>Each act checks who may do it, moves the case along {@link CaseTransition}, writes the timeline, tells the
 * {@link CaseKind} and the audit trail, all in one transaction. Repeating an act that was done is refused by the state.
 * Where the kind refuses a transition, {@link org.zhuqi.platform.shared.RefusedException} rolls everything back.
 */
@Service
@Transactional
public class Casework {

  /** Opens a draft and returns its id. */
  public UUID open(Actor by, OpenCase command) {
    throw new UnsupportedOperationException();
  }

  /** Hands a draft in: gives the receipt number, enters the first stage, starts its clock. */
  public Outcome<CaseFile> submit(Actor by, UUID caseId) {
    throw new UnsupportedOperationException();
  }

  /** Sends it back with a list of everything missing; as often per stage as the pack allows (once). */
  public Outcome<CaseFile> sendBack(Actor by, UUID caseId, long revision, List<Missing> missing, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Hands it in again after completion; the stage's clock starts anew. */
  public Outcome<CaseFile> resubmit(Actor by, UUID caseId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decides the present stage.
   *
   * @param revision what the decider saw; if somebody else was faster, refused with who, what and when
   * @param reason shown to the applicant and in the timeline; must not be blank
   */
  public Outcome<CaseFile> decide(Actor by, UUID caseId, long revision, StageDecision decision, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Decides several: each line by itself, each with its own reason and answer. */
  public List<BulkAnswer> decideAll(Actor by, List<BulkLine> lines) {
    throw new UnsupportedOperationException();
  }

  /** The applicant takes it back, until the last stage has passed. */
  public Outcome<CaseFile> withdraw(Actor by, UUID caseId, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Takes an unassigned case. */
  public Outcome<CaseFile> take(Actor by, UUID caseId) {
    throw new UnsupportedOperationException();
  }

  /** Gives a case to somebody who may decide it. */
  public Outcome<CaseFile> assign(Actor by, UUID caseId, UUID toAccount) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #assign}, from the one who has it, with a reason. */
  public Outcome<CaseFile> handOver(Actor by, UUID caseId, UUID toAccount, String reason) {
    throw new UnsupportedOperationException();
  }

  /** A remark of an official who may see it, the assisting agency included. */
  public Outcome<Void> comment(Actor by, UUID caseId, String text) {
    throw new UnsupportedOperationException();
  }

  /** Records a site visit where the stage provides for one. */
  public Outcome<Void> visit(Actor by, UUID caseId, SiteVisit visit) {
    throw new UnsupportedOperationException();
  }

  /**
   * For the engine that owns the case: PUBLISHED, GRANTED, OBJECTION_UPHELD.
   *
   * @throws IllegalStateException when the transition is not legal or not the engine's
   */
  public CaseFile move(Actor by, UUID caseId, CaseEvent event, String reason) {
    throw new UnsupportedOperationException();
  }

  /** @throws org.zhuqi.platform.shared.NotFoundException when it does not exist or is not for the viewer to see */
  @Transactional(readOnly = true)
  public CaseFile get(Actor viewer, UUID caseId) {
    throw new UnsupportedOperationException();
  }

  /** The latest case about something. */
  @Transactional(readOnly = true)
  public CaseFile ofSubject(String kind, UUID subject) {
    throw new UnsupportedOperationException();
  }

  /** What waits for the caller, soonest due first. */
  @Transactional(readOnly = true)
  public List<CaseFile> inbox(Actor viewer, InboxFilter filter) {
    throw new UnsupportedOperationException();
  }

  /** What a party has applied for, latest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> ofApplicant(Actor viewer, UUID party) {
    throw new UnsupportedOperationException();
  }

  /** Who did what and when, oldest first. */
  @Transactional(readOnly = true)
  public List<TimelineLine> timeline(Actor viewer, UUID caseId) {
    throw new UnsupportedOperationException();
  }
}
