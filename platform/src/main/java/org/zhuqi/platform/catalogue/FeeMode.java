package org.zhuqi.platform.catalogue;

import java.util.Locale;
import org.zhuqi.measures.Text;

/** How the fee of an item comes about. Packs name the modes in lower case. */
public enum FeeMode {
  GOVERNMENT("政府定价或指导价", "Government-set or guided price"),
  MARKET("市场调节价", "Market price");

  private final Text label;

  FeeMode(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** As the pack's facts name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
