package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Chinese unless the visitor switched. */
public final class Language {
  private Language() {}

  public static boolean isEnglish(HttpServletRequest request) {
    return Page.isEnglish(request);
  }
}
