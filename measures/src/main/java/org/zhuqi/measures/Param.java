package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;

/** A figure or a list inside a condition, as data with its unit. */
public sealed interface Param {
  /** An exact amount. */
  record Amount(Money money) implements Param {}

  /** A whole number with its unit, such as 5 persons. */
  record Count(long value, String unit) implements Param {}

  /** A date. */
  record Day(LocalDate date) implements Param {}

  /** A word or code. */
  record Word(String value) implements Param {}

  /** A closed list; expressions see its codes, people its labels. */
  record Options(List<Menu.Item> items) implements Param {
    public Options {
      items = List.copyOf(items);
    }
  }
}
