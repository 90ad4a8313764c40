package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.zhuqi.measures.Text;

/**
 * One sentence that the next page says. It travels in a cookie for a minute, because any instance may serve the next page.
 */
final class Said {
  private static final String COOKIE = "zhuqi-said";
  private static final String BETWEEN = "\u0000";

  private Said() {}

  static void write(HttpServletResponse response, Text text) {
    byte[] both = (text.zh() + BETWEEN + text.en()).getBytes(StandardCharsets.UTF_8);
    set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(both), Duration.ofMinutes(1));
  }

  static void clear(HttpServletResponse response) {
    set(response, "", Duration.ZERO);
  }

  /** What is to be said, or null; anything that is not ours is nothing. */
  static @Nullable Text read(HttpServletRequest request) {
    var cookies = request.getCookies();
    if (cookies == null) return null;
    for (var cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) return decode(cookie.getValue());
    }
    return null;
  }

  private static @Nullable Text decode(String value) {
    try {
      String[] both = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(BETWEEN, 2);
      return both.length == 2 ? new Text(both[0], both[1]) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void set(HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie = ResponseCookie.from(COOKIE, value).path("/").maxAge(age).httpOnly(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
