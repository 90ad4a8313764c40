package org.zhuqi.platform.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Refusal;

/** Argon2id (RFC 9106; 19 MiB, two passes, one lane), the rules for a new password, and one-time passwords. */
@Component
class Passwords {
  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = 128;
  private static final int LONG_ENOUGH = 20;
  private static final int KINDS_NEEDED = 3;
  private static final int ONE_TIME_LENGTH = 16;
  /** Without what is mistaken for something else when read out. */
  private static final String ONE_TIME_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final Set<String> COMMON = Set.of("password", "admin", "qwerty", "123456", "woaini", "zhuqi", "guiyang");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  /** Checked when there is no such account, so that the answer takes as long. */
  private final String nobody = argon.encode("nobody has this password");

  String hash(String password) {
    return argon.encode(password);
  }

  boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
    boolean right = argon.matches(password.substring(0, Math.min(password.length(), MAX_LENGTH)), hash == null ? nobody : hash);
    return right && hash != null;
  }

  /** Every rule that a new password breaks, as refusals at the field. */
  List<Refusal> problems(String password, String login, String field) {
    List<Refusal> wrong = new ArrayList<>();
    if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
      wrong.add(refusal("password_length", "密码须为 " + MIN_LENGTH + " 至 " + MAX_LENGTH + " 个字符。",
          "A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters.", field));
    }
    if (password.length() < LONG_ENOUGH && kinds(password) < KINDS_NEEDED) {
      wrong.add(refusal("password_kinds", "密码须含大写字母、小写字母、数字、符号中的三种（满 " + LONG_ENOUGH + " 个字符的除外）。",
          "Use three of: capital letters, small letters, digits, signs (unless it has " + LONG_ENOUGH + " characters).", field));
    }
    String small = password.toLowerCase(Locale.ROOT);
    if (!login.isEmpty() && small.contains(login.toLowerCase(Locale.ROOT))) {
      wrong.add(refusal("password_login", "密码不能包含登录名。", "The password must not contain the login name.", field));
    }
    if (COMMON.stream().anyMatch(small::contains)) {
      wrong.add(refusal("password_common", "密码过于常见，请换一个别人猜不到的。", "That is among the passwords tried first; choose another.", field));
    }
    return wrong;
  }

  private static Refusal refusal(String code, String zh, String en, String field) {
    return Refusal.of(code, zh, en).at(field);
  }

  private static long kinds(String password) {
    Stream<IntPredicate> kinds =
        Stream.of(Character::isUpperCase, Character::isLowerCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));
    return kinds.filter(k -> password.chars().anyMatch(k)).count();
  }

  /** Shown once, changed at the first sign-in. */
  String oneTime() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH; i++) made.append(ONE_TIME_ALPHABET.charAt(RANDOM.nextInt(ONE_TIME_ALPHABET.length())));
    return made.toString();
  }
}
