package org.zhuqi.measures;

/** A deposit: a part of a base, rounded down to the fen, at most a cap; may be asked past a number of months. */
public record Deposit(Head head, int numerator, int denominator, Money cap, int expectedMonthsOver)
    implements Provision {
  public Money amount(Money base) {
    return base.part(numerator, denominator).min(cap);
  }
}
