package org.zhuqi.platform.casework;

import java.util.List;
import java.util.Optional;

/**
 * The one table of legal transitions: from, event, to, who causes it, and under which role of the pack the provision
 * stands that provides for it ({@code <procedure>.<provision>}).
 */
public record CaseTransition(CaseState from, CaseEvent event, CaseState to, By by, String provision) {

  /** Who may cause a transition. */
  public enum By {
    /** Someone of the party that applies. */
    APPLICANT,
    /** The official or reviewer whom the stage names. */
    HANDLER,
    /** The engine that the case belongs to, because of a notice or of what follows a decision. */
    ENGINE
  }

  private static final List<CaseTransition> TABLE =
      List.of(
          new CaseTransition(CaseState.DRAFT, CaseEvent.SUBMITTED, CaseState.IN_REVIEW, By.APPLICANT, "materials"),
          new CaseTransition(CaseState.DRAFT, CaseEvent.WITHDRAWN, CaseState.WITHDRAWN, By.APPLICANT, "materials"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.SENT_BACK, CaseState.SENT_BACK, By.HANDLER, "stages"),
          new CaseTransition(CaseState.SENT_BACK, CaseEvent.RESUBMITTED, CaseState.IN_REVIEW, By.APPLICANT, "materials"),
          new CaseTransition(CaseState.SENT_BACK, CaseEvent.WITHDRAWN, CaseState.WITHDRAWN, By.APPLICANT, "materials"),
          new CaseTransition(CaseState.SENT_BACK, CaseEvent.LAPSED, CaseState.WITHDRAWN, By.ENGINE, "stages"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.STAGE_PASSED, CaseState.IN_REVIEW, By.HANDLER, "stages"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.PASSED, CaseState.PASSED, By.HANDLER, "stages"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.REFUSED, CaseState.REFUSED, By.HANDLER, "stages"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.WITHDRAWN, CaseState.WITHDRAWN, By.APPLICANT, "materials"),
          new CaseTransition(CaseState.IN_REVIEW, CaseEvent.STOPPED, CaseState.REFUSED, By.ENGINE, "stages"),
          new CaseTransition(CaseState.SENT_BACK, CaseEvent.STOPPED, CaseState.REFUSED, By.ENGINE, "stages"),
          new CaseTransition(CaseState.PASSED, CaseEvent.STOPPED, CaseState.REFUSED, By.ENGINE, "stages"),
          new CaseTransition(CaseState.ON_NOTICE, CaseEvent.STOPPED, CaseState.REFUSED, By.ENGINE, "notice"),
          new CaseTransition(CaseState.PASSED, CaseEvent.PUBLISHED, CaseState.ON_NOTICE, By.ENGINE, "notice"),
          new CaseTransition(CaseState.PASSED, CaseEvent.GRANTED, CaseState.GRANTED, By.ENGINE, "stages"),
          new CaseTransition(CaseState.ON_NOTICE, CaseEvent.GRANTED, CaseState.GRANTED, By.ENGINE, "notice"),
          new CaseTransition(CaseState.ON_NOTICE, CaseEvent.OBJECTION_UPHELD, CaseState.REFUSED, By.ENGINE, "notice"));

  /** Every legal transition. */
  public static List<CaseTransition> table() {
    return TABLE;
  }

  /** The transition that an event causes, or empty where it is not legal. */
  public static Optional<CaseTransition> of(CaseState from, CaseEvent event) {
    return TABLE.stream().filter(t -> t.from == from && t.event == event).findFirst();
  }
}
