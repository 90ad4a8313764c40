package org.zhuqi.platform.registers;

import org.zhuqi.measures.Text;

/** What happened to an entry. */
public enum EntryEvent {
  ADMITTED("入驻", "Admitted"),
  FILED("提交年度材料", "Yearly papers filed"),
  RETURNED("退回年度材料", "Yearly papers returned"),
  HIDDEN("暂不展示", "Hidden"),
  SHOWN_AGAIN("恢复展示", "Shown again"),
  REMOVED("清退", "Removed"),
  CARRIED_OUT("平台运营单位已执行清退", "Removal carried out by the operator"),
  EXITED("主动退出", "Exited"),
  EXPIRED("到期", "Expired");

  private final Text label;

  EntryEvent(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }
}
