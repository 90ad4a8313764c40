package org.zhuqi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language for a year, and goes back to where one was. */
@Controller
class LanguageSwitch {

  @GetMapping("/language/{code:zh|en}")
  @PreAuthorize("permitAll()")
  String use(@PathVariable String code, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(Page.LANGUAGE, code).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return Pages.go(isOurs(back) ? back : "/");
  }

  /** Only a path on this site: never a way out to somewhere else. */
  static boolean isOurs(String back) {
    return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") && !back.contains("\n") && !back.contains("\r");
  }
}
