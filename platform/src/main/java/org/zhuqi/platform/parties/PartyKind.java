package org.zhuqi.platform.parties;

import org.zhuqi.measures.Text;

/** What a party is on the platform. One legal entity can be several. */
public enum PartyKind {
  HOLDER_ENTERPRISE("企业", "Enterprise"),
  HOLDER_PROJECT("项目业主", "Project owner"),
  INSTITUTION("服务机构", "Service institution");

  private final Text label;

  PartyKind(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** May be given vouchers, if a measure says so. */
  public boolean isHolder() {
    return this != INSTITUTION;
  }
}
