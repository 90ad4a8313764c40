package org.zhuqi.platform.casework;

import org.zhuqi.measures.Text;

/** What happened to a case. Those that lead to another state stand in {@link CaseTransition}; the others only tell. */
public enum CaseEvent {
  OPENED("新建草稿", "Draft opened"),
  SUBMITTED("提交", "Submitted"),
  SENT_BACK("一次性告知补正", "Sent back for completion"),
  RESUBMITTED("补正后重新提交", "Completed and submitted again"),
  STAGE_PASSED("本环节通过", "Stage passed"),
  PASSED("审核通过", "Passed"),
  REFUSED("不予通过", "Refused"),
  WITHDRAWN("撤回", "Withdrawn"),
  /** What was sent back was not completed in time. */
  LAPSED("逾期未补正，视为撤回", "Not completed in time"),
  PUBLISHED("进入公示", "Put on public notice"),
  OBJECTION_UPHELD("异议成立", "Objection upheld"),
  /** Ended by the engine that the case belongs to, because of something outside it, such as a sanction. */
  STOPPED("终止办理", "Stopped"),
  GRANTED("办结", "Granted"),
  TAKEN("领取", "Taken"),
  ASSIGNED("分派", "Assigned"),
  HANDED_OVER("移交", "Handed over"),
  COMMENTED("备注", "Comment"),
  VISITED("实地调查", "Site visit");

  private final Text label;

  CaseEvent(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** The applicant may see it; how an office divides its work is its own affair. */
  public boolean isPublic() {
    return switch (this) {
      case TAKEN, ASSIGNED, HANDED_OVER, COMMENTED -> false;
      default -> true;
    };
  }
}
