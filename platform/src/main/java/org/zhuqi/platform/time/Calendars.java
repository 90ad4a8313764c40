package org.zhuqi.platform.time;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.PackException;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/**
 * The working-day calendars: those shipped with the measures, and years that an administrator loads when the State Council
 * has published them. Other instances follow within half a minute.
 */
@Service
public class Calendars {
  private final CalendarStore store;
  private final LiveCalendar live;
  private final AuditTrail audit;
  private final Clock clock;

  Calendars(CalendarStore store, LiveCalendar live, AuditTrail audit, Clock clock) {
    this.store = store;
    this.live = live;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One year as it counts now.
   *
   * @param loadedBy who loaded it; null for a year shipped with the measures
   */
  public record CalendarYear(
      int year, Text source, int workdays, @Nullable String loadedBy, @Nullable OffsetDateTime loadedAt) {}

  /**
   * Loads a year, or replaces it. Dates already promised (the end of a notice) stay as they were counted.
   *
   * @param yaml in the form of the files shipped with the measures: year, source, daysOff, workdays
   * @return the year; or {@code calendar_invalid} with line and reason for each error
   */
  @Transactional
  public Outcome<Integer> load(Actor by, String fileName, String yaml) {
    by.mustBe(Role.ADMIN);
    int year;
    try {
      year = WorkingDays.read(fileName, yaml).years().first();
    } catch (PackException e) {
      return Outcome.refused(e.problems().stream().map(Calendars::refusal).toList());
    }
    store.save(year, yaml, OffsetDateTime.now(clock), by.name());
    audit.record(by, "calendar.loaded", "calendar", Ids.next(), null, "载入 " + year + " 年工作日历", Map.of("year", year));
    live.reloadAfterCommit();
    return Outcome.done(year);
  }

  private static Refusal refusal(PackException.Problem p) {
    return new Refusal(
        "calendar_invalid",
        null,
        new Text("第 %d 行：%s".formatted(p.line(), p.reason()), "Line %d: %s".formatted(p.line(), p.reason())),
        null,
        "yaml");
  }

  /** Every year that counts, ascending. */
  @Transactional(readOnly = true)
  public List<CalendarYear> years() {
    WorkingDays days = live.view();
    Map<Integer, CalendarStore.Loaded> loaded = store.loaded();
    return days.years().stream()
        .map(
            y -> {
              CalendarStore.Loaded own = loaded.get(y);
              return new CalendarYear(
                  y, days.source(y), CalendarText.workdays(days, y), own == null ? null : own.by(), own == null ? null : own.at());
            })
        .toList();
  }

  /** An example of the file that {@link #load} takes. */
  public String example() {
    return CalendarText.EXAMPLE;
  }
}
