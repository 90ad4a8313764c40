package org.zhuqi.platform.time;

import java.time.LocalDate;
import org.zhuqi.measures.WorkingDays;

/** What people see and write of a calendar year. */
final class CalendarText {
  static final String EXAMPLE =
      """
      year: 2027
      source:
        zh: 国务院办公厅关于2027年部分节假日安排的通知
        en: State Council General Office, notice on the holidays of 2027
      # Days off, single or first..last; weekends need not be named.
      daysOff:
        - 2027-01-01..2027-01-03
      # Weekend days worked instead.
      workdays:
        - 2027-01-09
      """;

  private CalendarText() {}

  static int workdays(WorkingDays days, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return (int) first.datesUntil(first.plusYears(1)).filter(days::isWorkday).count();
  }
}
