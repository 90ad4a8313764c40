package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;

/** Turns what Java passes as facts into the plain values that a stored decision holds. */
final class FactValues {
  private FactValues() {}

  static Object plain(Object value) {
    return switch (value) {
      case String s -> s;
      case Boolean b -> b;
      case Long n -> n;
      case Integer n -> (long) n;
      case Money m -> m.fen();
      case LocalDate d -> d.toString();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> throw new IllegalArgumentException(
          "A fact must be String, Boolean, Long, Money, LocalDate or a list of String, not " + value.getClass());
    };
  }
}
