package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where complaints go.
 *
 * @param to roles that receive and answer them; at least one
 * @param hearingDays working days that whoever is complained about has for a statement; null where it is not heard
 * @param answeredWithin working days for the answer, from the complaint on; null where no time is set
 */
public record ComplaintWay(List<String> to, @Nullable Integer hearingDays, @Nullable Integer answeredWithin) {
  public ComplaintWay {
    to = List.copyOf(to);
  }

  /** The last day for a statement; the day of the complaint where nobody is heard. */
  public LocalDate hearUntil(LocalDate filed, WorkingDays calendar) {
    return hearingDays == null ? filed : calendar.after(filed, hearingDays);
  }

  /** The last day for the answer; null where no time is set. */
  public @Nullable LocalDate answerBy(LocalDate filed, WorkingDays calendar) {
    return answeredWithin == null ? null : calendar.after(filed, answeredWithin);
  }
}
