package org.zhuqi.platform.inspections;

import org.zhuqi.measures.Text;

/** Where a finding stands. */
public enum FindingState {
  OPEN("待听取意见", "Party to be heard"),
  HEARING("听取意见中", "Party being heard"),
  UPHELD("认定成立", "Upheld"),
  DISMISSED("不予认定", "Dismissed");

  private final Text label;

  FindingState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  public boolean isDecided() {
    return this == UPHELD || this == DISMISSED;
  }
}
