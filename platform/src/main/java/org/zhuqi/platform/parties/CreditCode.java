package org.zhuqi.platform.parties;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * A unified social credit code 统一社会信用代码 (GB 32100-2015), with both of its check characters right.
 *
 * <p>18 characters: registering authority, body type, six digits of region, nine of organisation code (GB 11714, its own
 * check character last), one check character.
 *
 * <p>What the check catches: every single wrong character, every swap of two neighbours, and indeed of any two
 * characters but one pair. What it cannot catch: the first and the last character swapped, for both weigh 1 modulo 31;
 * one in 31 of arbitrary double errors (the inner check then catches ten in eleven of those within the organisation
 * code). And a right code says nothing about whether anybody bears it: that is why an official verifies the party.
 */
public record CreditCode(String value) implements Comparable<CreditCode> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int LENGTH = 18;
  private static final int INNER_FROM = 8;
  private static final Pattern REGION = Pattern.compile("..\\d{6}.*");

  /** @throws IllegalArgumentException when it is not a right code; for people's input use {@link #parse} */
  public CreditCode {
    String wrong = value;
    problem(value)
        .ifPresent(
            p -> {
              throw new IllegalArgumentException(wrong + ": " + p.sentence().en());
            });
  }

  /** Reads what somebody typed: spaces and hyphens are dropped, full-width and lower-case letters understood. */
  public static Outcome<CreditCode> parse(String typed) {
    String plain = normalise(typed);
    Optional<Refusal> problem = problem(plain);
    return problem.isPresent() ? Outcome.refused(problem.get()) : Outcome.done(new CreditCode(plain));
  }

  static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private static Optional<Refusal> problem(String code) {
    if (code.length() != LENGTH) {
      return wrong(
          "credit_code_length",
          "统一社会信用代码应为 18 位，现为 " + code.length() + " 位。",
          "A unified social credit code has 18 characters; this has " + code.length() + ".");
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return wrong(
            "credit_code_character",
            "第 " + (i + 1) + " 位不能是“" + code.charAt(i) + "”：代码只含数字和除 I、O、S、V、Z 以外的大写字母。",
            "Character " + (i + 1) + " cannot be \"" + code.charAt(i)
                + "\": only digits and capital letters other than I, O, S, V and Z occur.");
      }
    }
    if (!REGION.matcher(code).matches()) {
      return wrong(
          "credit_code_region",
          "第 3 至 8 位是登记机关行政区划码，只能是数字。",
          "Characters 3 to 8 are the region of the registering authority: digits only.");
    }
    if (ALPHABET.charAt(check(code)) != code.charAt(LENGTH - 1)) {
      return wrong(
          "credit_code_check",
          "统一社会信用代码的校验码不对，至少有一位写错。",
          "The check character is wrong: at least one character is mistaken.");
    }
    if (innerCheck(code) != code.charAt(LENGTH - 2)) {
      return wrong(
          "credit_code_organisation",
          "第 9 至 17 位（组织机构代码）的校验码不对，至少有一位写错。",
          "The check character of the organisation code (characters 9 to 17) is wrong.");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> wrong(String code, String zh, String en) {
    return Optional.of(
        Refusal.of(code, zh, en)
            .remedy("请对照营业执照或法人证书重新填写。", "Please copy it again from the licence or certificate.")
            .at("creditCode"));
  }

  private static int check(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
    return (31 - sum % 31) % 31;
  }

  /** GB 11714 counts letters A = 10 to Z = 35, unlike the outer alphabet. */
  private static char innerCheck(String code) {
    int sum = 0;
    for (int i = 0; i < INNER_WEIGHTS.length; i++) {
      sum += INNER_WEIGHTS[i] * Character.digit(code.charAt(INNER_FROM + i), 36);
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  /**
   * Makes a right code from its free parts, for invented parties.
   *
   * @param head eight characters: authority, body type, region
   * @param organisation eight characters of the organisation code, without its check character
   */
  public static CreditCode complete(String head, String organisation) {
    String body = head + organisation + "00";
    String inner = head + organisation + innerCheck(body) + "0";
    return new CreditCode(inner.substring(0, LENGTH - 1) + ALPHABET.charAt(check(inner)));
  }

  @Override
  public int compareTo(CreditCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
