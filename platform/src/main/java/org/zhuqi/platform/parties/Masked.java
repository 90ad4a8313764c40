package org.zhuqi.platform.parties;

import org.jspecify.annotations.Nullable;

/** Personal data as it is shown by default: enough to recognise, not enough to use. */
public final class Masked {
  private Masked() {}

  /** {@code 张**}. */
  public static String name(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** {@code 138****5678}. */
  public static String phone(String phone) {
    return keep(phone, 3, 4);
  }

  /** {@code l***@example.cn}. */
  public static String email(@Nullable String email) {
    if (email == null) return "";
    int at = email.indexOf('@');
    return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
  }

  /** {@code 6222****1234}. */
  public static String bankAccount(String number) {
    return keep(number, 4, 4);
  }

  /** {@code 5201****1234}: identity number or credit code of somebody else. */
  public static String identity(String number) {
    return keep(number, 4, 4);
  }

  private static String keep(String value, int head, int tail) {
    if (value.length() <= head + tail) return "*".repeat(value.length());
    return value.substring(0, head) + "****" + value.substring(value.length() - tail);
  }
}
