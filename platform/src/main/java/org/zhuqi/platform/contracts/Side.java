package org.zhuqi.platform.contracts;

import org.zhuqi.measures.Text;

/** Who acts on a contract: its two sides, the room that files it, or the office that handles it. */
public enum Side {
  CLIENT("企业", "Enterprise"),
  PROVIDER("服务机构", "Institution"),
  ENGINE("备案系统", "Filing"),
  OFFICE("办理机构", "Handling office");

  private final Text label;

  Side(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  public Side other() {
    return this == CLIENT ? PROVIDER : CLIENT;
  }
}
