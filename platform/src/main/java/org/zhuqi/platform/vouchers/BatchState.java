package org.zhuqi.platform.vouchers;

import org.zhuqi.measures.Text;

/** Where a batch stands; follows from its date-times on the business clock once it was released. */
public enum BatchState {
  /** Written, no money allotted. */
  DRAFT("草拟", "Draft"),
  /** Released: money is set apart, claims begin at its minute. */
  PLANNED("待开放", "Planned"),
  OPEN("申领中", "Open"),
  CLOSED("已截止", "Closed");

  private final Text label;

  BatchState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }
}
