package org.zhuqi.measures;

import java.time.LocalDate;

/** A public notice: for how many working days it stands, and what an objection holds back. */
public record Notice(Head head, int workingDays, Holds objectionHolds) implements Provision {
  /** What an open objection holds back. */
  public enum Holds {
    LINE,
    LIST
  }

  /** The last day on which the notice stands and objections are taken. */
  public LocalDate lastDay(LocalDate published, WorkingDays calendar) {
    return calendar.after(published, workingDays);
  }

  /** Whether the notice has run its full time: true from the day after {@link #lastDay}. */
  public boolean isOver(LocalDate published, LocalDate today, WorkingDays calendar) {
    return today.isAfter(lastDay(published, calendar));
  }
}
