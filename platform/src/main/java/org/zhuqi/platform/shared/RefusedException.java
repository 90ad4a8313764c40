package org.zhuqi.platform.shared;

import java.util.List;

/** Carries refusals out of a transaction that must roll back. Rooms return {@link Outcome} at their facade. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<Refusal> refusals;

  public RefusedException(List<Refusal> refusals) {
    super(refusals.isEmpty() ? "refused" : refusals.getFirst().code() + ": " + refusals.getFirst().sentence().en());
    this.refusals = List.copyOf(refusals);
  }

  public RefusedException(Refusal refusal) {
    this(List.of(refusal));
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
