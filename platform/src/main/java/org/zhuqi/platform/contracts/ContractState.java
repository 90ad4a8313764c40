package org.zhuqi.platform.contracts;

import org.zhuqi.measures.Text;

/** Where a contract stands. {@link Transition} says how it gets from one to the next. */
public enum ContractState {
  DRAFT("起草中", "Draft"),
  OFFERED("待对方答复", "Awaiting answer"),
  ACCEPTED("条款已定，待签章", "Terms agreed, to be signed"),
  AGREED("双方已确认，待备案", "Agreed, to be filed"),
  FILED("已备案", "Filed"),
  IN_SERVICE("服务中", "In service"),
  DELIVERED("已交付，待确认", "Delivered, to be confirmed"),
  COMPLETED("已完成", "Completed"),
  DECLINED("已谢绝", "Declined"),
  WITHDRAWN("已撤回", "Withdrawn"),
  ENDED("已终止", "Ended early");

  private final Text label;

  ContractState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Filed and not yet over: the service is owed, and vouchers may be locked on it. */
  public boolean isRunning() {
    return this == FILED || this == IN_SERVICE || this == DELIVERED;
  }

  /** Nothing more can happen. */
  public boolean isOver() {
    return this == COMPLETED || this == DECLINED || this == WITHDRAWN || this == ENDED;
  }
}
