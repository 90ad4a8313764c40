package org.zhuqi.platform.casework;

import org.zhuqi.measures.Text;

/** Where a case stands. What leads from one to the other is in {@link CaseTransition}, and nowhere else. */
public enum CaseState {
  DRAFT("草稿", "Draft"),
  IN_REVIEW("办理中", "In review"),
  SENT_BACK("待补正", "To be completed"),
  PASSED("审核通过，待公示", "Passed, awaiting publication"),
  ON_NOTICE("公示中", "On public notice"),
  GRANTED("已办结", "Granted"),
  REFUSED("未通过", "Refused"),
  WITHDRAWN("已撤回", "Withdrawn");

  private final Text label;

  CaseState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Nothing follows. */
  public boolean isClosed() {
    return this == GRANTED || this == REFUSED || this == WITHDRAWN;
  }

  /** The applicant's papers and statements may still be changed. */
  public boolean isWithApplicant() {
    return this == DRAFT || this == SENT_BACK;
  }
}
