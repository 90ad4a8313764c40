package org.zhuqi.platform.decisions.web;

import org.zhuqi.measures.Text;

/** One figure or list of a provision, in words, with its unit. */
public record Figure(Text name, Text value) {
  static Figure of(String zh, String en, String zhValue, String enValue) {
    return new Figure(new Text(zh, en), new Text(zhValue.isBlank() ? "—" : zhValue, enValue.isBlank() ? "—" : enValue));
  }

  static Figure of(String zh, String en, Object value) {
    return of(zh, en, value.toString(), value.toString());
  }

  static Figure yes(String zh, String en) {
    return of(zh, en, "是", "yes");
  }
}
