package org.zhuqi.platform.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection to one line.
 *
 * @param contact how to reach who objects; for the answering agency only
 * @param answerBy last working day for the answer, or null where the measure sets no time
 * @param answer given with the finding, shown to the public
 */
public record Objection(
    UUID id,
    String number,
    UUID notice,
    int line,
    String name,
    String contact,
    String grounds,
    Instant at,
    @Nullable LocalDate answerBy,
    State state,
    @Nullable String answer,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt) {

  /** OPEN holds the line. */
  public enum State {
    OPEN,
    UPHELD,
    REJECTED
  }

  /** Without what is not for the public: who objects and how to reach them. */
  Objection publicPart() {
    return new Objection(id, number, notice, line, "", "", "", at, answerBy, state, answer, null, answeredAt);
  }
}
