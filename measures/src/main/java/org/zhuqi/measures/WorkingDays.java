package org.zhuqi.measures;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Working days by the yearly notices of the State Council: weekends and public holidays off, make-up days on. Immutable,
 * but for a {@linkplain #following view} of another; a year that is not loaded is refused with {@link
 * UnknownYearException}.
 */
public final class WorkingDays {
  private final Supplier<Map<Integer, Year>> years;

  private WorkingDays(Supplier<Map<Integer, Year>> years) {
    this.years = years;
  }

  /** One year's departures from plain weeks. */
  record Year(int year, Text source, Set<LocalDate> daysOff, Set<LocalDate> workdays) {}

  /** The years shipped with this jar. */
  public static WorkingDays bundled() {
    return of(CalendarLoader.bundled());
  }

  /**
   * Further years, from one file or from every {@code <year>.yaml} of a folder; a year loaded again replaces the former.
   *
   * @throws PackException naming every error with file and line
   */
  public WorkingDays load(Path path) {
    List<Year> more = new ArrayList<>(years.get().values());
    more.addAll(CalendarLoader.load(path));
    return of(more);
  }

  /**
   * The one year that a text describes, in the form of the files shipped with this jar.
   *
   * @param file named in the errors
   * @throws PackException naming every error with file and line
   */
  public static WorkingDays read(String file, String content) {
    return of(CalendarLoader.read(file, content));
  }

  /** The years of both; of a year in both, the other's. */
  public WorkingDays and(WorkingDays others) {
    List<Year> both = new ArrayList<>(years.get().values());
    both.addAll(others.years.get().values());
    return of(both);
  }

  /** A view that answers by whichever calendar the supplier then holds: for years that are loaded while running. */
  public static WorkingDays following(Supplier<WorkingDays> current) {
    return new WorkingDays(() -> current.get().years.get());
  }

  static WorkingDays of(Iterable<Year> years) {
    Map<Integer, Year> byYear = new HashMap<>();
    years.forEach(y -> byYear.put(y.year(), y));
    Map<Integer, Year> fixed = Map.copyOf(byYear);
    return new WorkingDays(() -> fixed);
  }

  /** The years that are loaded, ascending. */
  public java.util.SortedSet<Integer> years() {
    return new java.util.TreeSet<>(years.get().keySet());
  }

  /** The notice that a year's calendar rests on. */
  public Text source(int year) {
    return year(year).source();
  }

  public boolean isWorkday(LocalDate day) {
    Year year = year(day.getYear());
    boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? year.workdays().contains(day) : !year.daysOff().contains(day);
  }

  /** The n-th working day after a day, which itself does not count; the day itself for n = 0. */
  public LocalDate after(LocalDate start, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("Working days must not be negative: " + workingDays);
    }
    LocalDate day = start;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkday(day)) {
        left--;
      }
    }
    return day;
  }

  /** How many working days lie after the first day, up to and including the second; 0 if it is not later. */
  public int between(LocalDate fromExclusive, LocalDate toInclusive) {
    int count = 0;
    for (LocalDate day = fromExclusive.plusDays(1); !day.isAfter(toInclusive); day = day.plusDays(1)) {
      count += isWorkday(day) ? 1 : 0;
    }
    return count;
  }

  private Year year(int year) {
    Year known = years.get().get(year);
    if (known == null) {
      throw new UnknownYearException(year);
    }
    return known;
  }
}
