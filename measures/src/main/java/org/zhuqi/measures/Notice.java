package org.zhuqi.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A public notice: for how many working days it stands, and what an objection holds back.
 *
 * @param answerWithin working days for answering an objection, or null where none are set
 */
public record Notice(Head head, int workingDays, Holds objectionHolds, @Nullable Integer answerWithin)
    implements Provision {
  /** What an open objection holds back. */
  public enum Holds {
    LINE,
    LIST
  }

  /** The last day on which the notice stands and objections are taken. */
  public LocalDate lastDay(LocalDate published, WorkingDays calendar) {
    return calendar.after(published, workingDays);
  }

  /** The last day for answering an objection made on a day; null where no time is set. */
  public @Nullable LocalDate answerBy(LocalDate objected, WorkingDays calendar) {
    return answerWithin == null ? null : calendar.after(objected, answerWithin);
  }

  /** Whether the notice has run its full time: true from the day after {@link #lastDay}. */
  public boolean isOver(LocalDate published, LocalDate today, WorkingDays calendar) {
    return today.isAfter(lastDay(published, calendar));
  }
}
