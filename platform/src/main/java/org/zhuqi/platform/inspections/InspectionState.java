package org.zhuqi.platform.inspections;

import org.zhuqi.measures.Text;

/** Where an inspection stands. */
public enum InspectionState {
  OPEN("待指派", "To be assigned"),
  ASSIGNED("检查中", "Under inspection"),
  CLEAN("未发现问题", "Nothing found"),
  FINDING("发现问题", "Finding raised");

  private final Text label;

  InspectionState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  public boolean isClosed() {
    return this == CLEAN || this == FINDING;
  }
}
