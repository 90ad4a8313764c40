package org.zhuqi.platform.shared;

import java.util.Locale;
import org.zhuqi.measures.Text;

/** Who somebody is to the system. Packs name the same roles in lower case. */
public enum Role {
  ENTERPRISE("企业", "Enterprise"),
  INSTITUTION("服务机构", "Service institution"),
  CENTRE("服务中心", "Service centre"),
  BUREAU("主管部门", "Bureau"),
  FINANCE("财政部门", "Finance"),
  REVIEWER("第三方评审", "Third-party reviewer"),
  AUDITOR("审计监察", "Auditor"),
  ADMIN("系统管理员", "System administrator"),
  SYSTEM("系统", "System");

  private final Text label;

  Role(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** As rows of the database name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role that a pack names; its "operator" is whoever runs the platform, its "supervisor" audits.
   *
   * @throws IllegalArgumentException for a role that does not exist
   */
  public static Role named(String inPack) {
    return switch (inPack) {
      case "operator" -> ADMIN;
      case "supervisor" -> AUDITOR;
      default -> valueOf(inPack.toUpperCase(Locale.ROOT));
    };
  }

  /** Works for a party (claims, applies) rather than for an authority. */
  public boolean isParty() {
    return this == ENTERPRISE || this == INSTITUTION;
  }

  /** Reads everything of the tenant, changes nothing. */
  public boolean seesAll() {
    return this == AUDITOR || this == SYSTEM;
  }
}
