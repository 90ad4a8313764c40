package org.zhuqi.platform.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import org.zhuqi.platform.web.problem.Problem;

/** This address has to wait; {@link Refused} says so, to pages and programs alike, whichever way the password came. */
final class TooManyTries extends AuthenticationException {
  private static final long serialVersionUID = 1;
  private final Duration wait;

  TooManyTries(Duration wait) {
    super("too many failed sign-ins from this address");
    this.wait = wait;
  }

  long seconds() {
    return wait.toSeconds();
  }

  Problem problem() {
    long minutes = Math.ceilDiv(seconds(), 60);
    return Problem.of(
        429, "too_many_sign_ins", "请稍后再登录", "Please sign in later",
        "您所在的网络地址登录失败次数过多，请等待约 " + minutes + " 分钟后再试。已登录的人不受影响。",
        "Too many sign-ins from your network address have failed. Wait about " + minutes
            + (minutes == 1 ? " minute" : " minutes") + " and try again. Whoever is signed in is not affected.");
  }
}
