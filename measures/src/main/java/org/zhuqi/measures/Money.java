package org.zhuqi.measures;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact amount of CNY, counted in fen. Every operation is checked for overflow and throws {@link ArithmeticException}
 * rather than wrapping around.
 */
public record Money(long fen) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);
  private static final Pattern UNSIGNED = Pattern.compile("\\d+(\\.\\d+)?");

  /**
   * Reads yuan such as {@code "5000000"} or {@code "12.50"}: digits and at most two decimals, no sign, no separators.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Money of(String yuan) {
    if (!UNSIGNED.matcher(yuan).matches()) {
      throw new IllegalArgumentException(
          "\"" + yuan + "\" is not an amount in yuan: write digits and at most two decimals, such as 1234.50");
    }
    BigDecimal amount = new BigDecimal(yuan);
    if (amount.scale() > 2) {
      throw new IllegalArgumentException("\"" + yuan + "\" has more than two decimals: the smallest unit is the fen");
    }
    try {
      return new Money(amount.movePointRight(2).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + yuan + "\" is larger than the system can hold", e);
    }
  }

  /** As {@link #of}, but a leading minus is allowed: for corrections and differences only. */
  public static Money signed(String yuan) {
    return yuan.startsWith("-") ? of(yuan.substring(1)).negate() : of(yuan);
  }

  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money min(Money other) {
    return fen <= other.fen ? this : other;
  }

  public Money max(Money other) {
    return fen >= other.fen ? this : other;
  }

  public Money negate() {
    return new Money(Math.negateExact(fen));
  }

  /** The given percentage of this amount, rounded down to the fen (toward minus infinity for negative amounts). */
  public Money share(int percent) {
    return part(percent, 100);
  }

  /** The part numerator/denominator of this amount, rounded down to the fen. */
  public Money part(int numerator, int denominator) {
    return new Money(Math.floorDiv(Math.multiplyExact(fen, (long) numerator), (long) denominator));
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isPositive() {
    return fen > 0;
  }

  public boolean isNegative() {
    return fen < 0;
  }

  public boolean isMoreThan(Money other) {
    return fen > other.fen;
  }

  public BigDecimal yuan() {
    return BigDecimal.valueOf(fen, 2);
  }

  /** For people: {@code 1,234,567.00 元}. */
  public String format() {
    return format(false);
  }

  /** For people: {@code 1,234,567.00 元}, in English {@code CNY 1,234,567.00}. */
  public String format(boolean english) {
    String digits = digits();
    return english ? "CNY " + digits : digits + " 元";
  }

  /** Thousands apart, two decimals: by hand, because sentences hold many amounts and a formatter takes a microsecond each. */
  private String digits() {
    StringBuilder digits = new StringBuilder(BigDecimal.valueOf(fen, 2).toPlainString());
    int first = fen < 0 ? 1 : 0;
    for (int at = digits.length() - 6; at > first; at -= 3) digits.insert(at, ',');
    return digits.toString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  @Override
  public String toString() {
    return format();
  }
}
