package org.zhuqi.platform.ratings;

import java.util.regex.Pattern;

/** Takes personal data that somebody typed into a free text out of what the public sees. */
final class PublicText {
  private static final Pattern NUMBERS = Pattern.compile("(?<![0-9A-Za-z])\\+?\\d[\\d\\- ]{5,}[\\dXx]");
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  private PublicText() {}

  static String of(String text) {
    return MAIL.matcher(NUMBERS.matcher(text).replaceAll("***")).replaceAll("***");
  }
}
