package org.zhuqi.platform.parties;

import java.util.Locale;
import java.util.Optional;
import org.zhuqi.measures.Text;

/** The legal form of a party, as far as measures ask different papers of it. Packs name the classes in lower case. */
public enum PartyClass {
  COMPANY("企业", "Company"),
  PUBLIC_INSTITUTION("事业单位", "Public institution"),
  ASSOCIATION("社会团体、行业协会", "Association or industry body");

  private final Text label;

  PartyClass(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }

  /** As packs write it: {@code public_institution}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PartyClass> of(String code) {
    for (PartyClass c : values()) if (c.code().equals(code)) return Optional.of(c);
    return Optional.empty();
  }
}
