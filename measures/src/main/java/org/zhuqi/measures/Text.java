package org.zhuqi.measures;

import java.util.Objects;

/** A sentence or a label in Chinese and English. Chinese comes first; neither may be blank. */
public record Text(String zh, String en) {
  public Text {
    Objects.requireNonNull(zh);
    Objects.requireNonNull(en);
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text needs both languages: zh=\"" + zh + "\", en=\"" + en + "\"");
    }
  }

  public String in(boolean english) {
    return english ? en : zh;
  }
}
