package org.zhuqi.platform.redemption;

import java.util.Map;
import java.util.Optional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseEvent;

/** Where an application for redemption stands. Until it is payable it follows its case; afterwards the treasury. */
public enum RedemptionState {
  DRAFT("待申请", "To be applied for"),
  IN_REVIEW("审核审批中", "In review"),
  SENT_BACK("待补正", "To be completed"),
  APPROVED("已审批，待公示", "Approved, to be published"),
  ON_NOTICE("公示中", "On public notice"),
  PAYABLE("待拨付", "To be paid"),
  PAID("已兑付", "Paid"),
  REFUSED("不予兑现", "Refused"),
  WITHDRAWN("已撤回", "Withdrawn"),
  WITHHELD("已停止兑现", "Withheld"),
  LAPSED("逾期未申请", "Not applied for in time");

  /** What follows from what happens to the case. */
  private static final Map<CaseEvent, RedemptionState> AFTER =
      Map.ofEntries(
          Map.entry(CaseEvent.SUBMITTED, IN_REVIEW),
          Map.entry(CaseEvent.RESUBMITTED, IN_REVIEW),
          Map.entry(CaseEvent.SENT_BACK, SENT_BACK),
          Map.entry(CaseEvent.PASSED, APPROVED),
          Map.entry(CaseEvent.PUBLISHED, ON_NOTICE),
          Map.entry(CaseEvent.GRANTED, PAYABLE),
          Map.entry(CaseEvent.REFUSED, REFUSED),
          Map.entry(CaseEvent.OBJECTION_UPHELD, REFUSED),
          Map.entry(CaseEvent.STOPPED, WITHHELD),
          Map.entry(CaseEvent.WITHDRAWN, WITHDRAWN),
          Map.entry(CaseEvent.LAPSED, WITHDRAWN));

  private final Text label;

  RedemptionState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** The papers may still be changed. */
  public boolean isWithApplicant() {
    return this == DRAFT || this == SENT_BACK;
  }

  /** Its invoices are free again. */
  public boolean isDropped() {
    return this == REFUSED || this == WITHDRAWN;
  }

  /** Asked for and not yet paid out: may still be stopped. */
  public boolean isOpen() {
    return !isDropped() && this != PAID && this != WITHHELD && this != LAPSED;
  }

  static Optional<RedemptionState> after(CaseEvent event) {
    return Optional.ofNullable(AFTER.get(event));
  }
}
