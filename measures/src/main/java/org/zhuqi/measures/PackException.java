package org.zhuqi.measures;

import java.util.List;

/** A pack cannot be loaded. Holds every error found, not the first. */
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  PackException(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** What is wrong, and where. Lines count from 1. */
  public record Problem(String file, int line, String reason) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + reason;
    }
  }
}
