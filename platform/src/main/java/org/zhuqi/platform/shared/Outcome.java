package org.zhuqi.platform.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to: done with a value, or refused with every reason.
 *
 * <p>A refusal is an answer, not an accident: facades return it, and the web maps it once to RFC 9457 or to a page.
 * Inside a transaction that has already written something, use {@link #orThrow()} so that it rolls back.
 */
public sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) throw new IllegalArgumentException("a refusal needs a reason");
    }
  }

  /** @param value null only for {@code Outcome<Void>}: done, with nothing to tell */
  @SuppressWarnings("NullAway")
  static <T> Outcome<T> done(@Nullable T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal... refusals) {
    return new Refused<>(List.of(refusals));
  }

  static <T> Outcome<T> refused(List<Refusal> refusals) {
    return new Refused<>(refusals);
  }

  default boolean isDone() {
    return this instanceof Done;
  }

  /** Empty when done. */
  default List<Refusal> refusals() {
    return this instanceof Refused<T>(var refusals) ? refusals : List.of();
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
    return switch (this) {
      case Done<T>(var value) -> done(f.apply(value));
      case Refused<T>(var refusals) -> refused(refusals);
    };
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> f) {
    return switch (this) {
      case Done<T>(var value) -> f.apply(value);
      case Refused<T>(var refusals) -> refused(refusals);
    };
  }

  /**
   * The value.
   *
   * @throws RefusedException when refused; it rolls the transaction back and the web shows the same refusals
   */
  default T orThrow() {
    return switch (this) {
      case Done<T>(var value) -> value;
      case Refused<T>(var refusals) -> throw new RefusedException(refusals);
    };
  }
}
