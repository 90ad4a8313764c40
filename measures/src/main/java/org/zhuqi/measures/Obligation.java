package org.zhuqi.measures;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something due every year by a fixed day.
 *
 * @param due last day on which it is in time
 * @param consequenceFrom first day of the consequence where it was not done
 * @param materials role of the {@link Materials} that define its papers, or null
 * @param items codes of those papers that are due; each class of applicant owes those that apply to it
 * @param sameYear whether an entry that began in a year already owes it in that year
 * @param remindDaysAhead days before the due day on which to remind, largest first
 * @param checkedBy role that looks at what was filed, or null
 * @param checkedWithin working days for it, or null where none are set
 */
public record Obligation(
    Head head,
    MonthDay due,
    Consequence consequence,
    MonthDay consequenceFrom,
    @Nullable String materials,
    List<String> items,
    boolean sameYear,
    List<Integer> remindDaysAhead,
    @Nullable String checkedBy,
    @Nullable Integer checkedWithin)
    implements Provision {
  public Obligation {
    items = List.copyOf(items);
    remindDaysAhead = List.copyOf(remindDaysAhead);
  }

  /** What follows from missing it. */
  public enum Consequence {
    HIDDEN,
    FLAGGED
  }

  /** The last day for looking at what was filed on a day; null where no time is set. */
  public @Nullable LocalDate checkBy(LocalDate filed, WorkingDays calendar) {
    return checkedWithin == null ? null : calendar.after(filed, checkedWithin);
  }

  public int dueMonth() {
    return due.getMonthValue();
  }

  public int dueDay() {
    return due.getDayOfMonth();
  }

  public LocalDate dueIn(int year) {
    return due.atYear(year);
  }

  public LocalDate consequenceFromIn(int year) {
    return consequenceFrom.atYear(year);
  }

  public List<LocalDate> remindersIn(int year) {
    return remindDaysAhead.stream().map(days -> dueIn(year).minusDays(days)).toList();
  }

  /** The first year in which an entry that began on the given day owes it. */
  public int firstYear(LocalDate entryBegan) {
    boolean stillAhead = sameYear && !entryBegan.isAfter(dueIn(entryBegan.getYear()));
    return stillAhead ? entryBegan.getYear() : entryBegan.getYear() + 1;
  }

  /**
   * Whether the consequence holds on a day.
   *
   * @param entryBegan first day of the entry
   * @param lastFiledYear year of the latest filing accepted, or null for none yet
   */
  public boolean isMissed(LocalDate entryBegan, @Nullable Integer lastFiledYear, LocalDate on) {
    int owed = on.isBefore(consequenceFromIn(on.getYear())) ? on.getYear() - 1 : on.getYear();
    return owed >= firstYear(entryBegan) && (lastFiledYear == null || lastFiledYear < owed);
  }
}
