package org.zhuqi.measures;

import java.util.Arrays;
import java.util.Locale;

/** A figure with its unit as packs write it: {@code 5000000 CNY}, {@code 5 working_days}, {@code 20 percent}. CNY in fen. */
record Quantity(long value, Unit unit) {

  /** Every unit that a pack may use. */
  enum Unit {
    CNY,
    PERCENT,
    WORKING_DAYS,
    DAYS,
    MONTHS,
    YEARS,
    HOURS,
    TIMES,
    PERSONS,
    FIRMS,
    ORDERS,
    CASES,
    RATINGS,
    EVENTS
  }

  /** @throws IllegalArgumentException saying what is wrong */
  static Quantity parse(String written) {
    String[] parts = written.strip().split("\\s+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "\"" + written + "\" needs a figure and a unit, such as 5 working_days; units: " + names(Unit.values()));
    }
    Unit unit =
        Arrays.stream(Unit.values())
            .filter(u -> name(u).equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the unit \"" + parts[1] + "\" is not known; known: " + names(Unit.values())));
    if (unit == Unit.CNY) {
      return new Quantity(Money.of(parts[0]).fen(), unit);
    }
    try {
      long value = Long.parseLong(parts[0]);
      if (value >= 0) {
        return new Quantity(value, unit);
      }
    } catch (NumberFormatException e) {
      // told below, with the negative ones
    }
    throw new IllegalArgumentException("\"" + parts[0] + "\" is not a whole number from 0");
  }

  Money money() {
    return new Money(value);
  }

  static String names(Unit... units) {
    return String.join(", ", Arrays.stream(units).map(Quantity::name).toList());
  }

  static String name(Unit unit) {
    return unit == Unit.CNY ? "CNY" : unit.name().toLowerCase(Locale.ROOT);
  }
}
