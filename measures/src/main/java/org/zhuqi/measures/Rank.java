package org.zhuqi.measures;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** An order of precedence: keys with directions; the last is the tie-breaker, which no two candidates share. */
public record Rank(Head head, List<Key> order) implements Provision {
  public Rank {
    order = List.copyOf(order);
  }

  /** Smallest or largest first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  /** One key of the order, such as {@code arrived} ascending. */
  public record Key(String name, Direction direction, Text label, boolean tieBreaker) {}

  /**
   * A comparator over candidates.
   *
   * @param value reads a key by name from a candidate
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public <T> Comparator<T> comparator(BiFunction<T, String, ? extends Comparable> value) {
    return order.stream()
        .map(
            key -> {
              Comparator<T> one = (a, b) -> value.apply(a, key.name()).compareTo(value.apply(b, key.name()));
              return key.direction() == Direction.ASCENDING ? one : one.reversed();
            })
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }
}
