package org.zhuqi.platform.registers;

import org.zhuqi.measures.Text;

/** What a register entry is. What leads from one to the other is in {@link EntryTransition}. */
public enum EntryState {
  ACTIVE("在册", "In the register"),
  HIDDEN("在册（暂不展示）", "In the register, not shown"),
  REMOVED("已清退", "Removed"),
  EXITED("已退出", "Exited"),
  EXPIRED("已到期", "Expired");

  private final Text label;

  EntryState(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** Hidden is not removed: what runs goes on, and it is still admitted. */
  public boolean isLive() {
    return this == ACTIVE || this == HIDDEN;
  }
}
