package org.zhuqi.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

class CalendarsTests extends PlatformTest {
  private static final Actor ADMIN = new Actor(Ids.next(), "管理员", Role.ADMIN, null, "ADMIN", Set.of());
  @Autowired Calendars calendars;
  @Autowired WorkingDays workingDays;

  @Test
  void an_unknown_year_is_refused_until_the_administrator_loads_it() throws Exception {
    assertThatThrownBy(() -> workingDays.after(LocalDate.of(2030, 12, 31), 1)).isInstanceOf(UnknownYearException.class);
    String yaml =
        """
        year: 2031
        source: { zh: 二〇三一年通知, en: Notice of 2031 }
        daysOff: [2031-01-01..2031-01-03]
        workdays: [2031-01-04]
        """;
    assertThat(asTenant(() -> calendars.load(ADMIN, "2031.yaml", yaml))).isEqualTo(Outcome.done(2031));
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!workingDays.years().contains(2031) && System.nanoTime() < deadline) Thread.sleep(20);
    assertThat(workingDays.after(LocalDate.of(2031, 1, 2), 1)).as("a Saturday that is worked").isEqualTo(LocalDate.of(2031, 1, 4));
    assertThat(asTenant(calendars::years))
        .filteredOn(y -> y.year() == 2031)
        .singleElement()
        .satisfies(y -> assertThat(y.loadedBy()).isEqualTo("管理员"));
  }

  @Test
  void every_error_of_a_file_is_named_with_its_line_and_nothing_is_stored() {
    String yaml =
        """
        year: 2032
        source: { zh: 通知, en: Notice }
        daysOff: [2032-02-30, 2031-12-31]
        workdays: [soon]
        """;
    Outcome<Integer> outcome = asTenant(() -> calendars.load(ADMIN, "2032.yaml", yaml));
    assertThat(outcome.refusals()).hasSize(3).allMatch(r -> r.code().equals("calendar_invalid"));
    assertThat(outcome.refusals().getLast().sentence().en()).startsWith("Line 4:");
    assertThat(asTenant(calendars::years)).noneMatch(y -> y.year() == 2032);
  }

  @Test
  void nobody_but_the_administrator_loads_a_calendar() {
    Actor bureau = new Actor(Ids.next(), "局", Role.BUREAU, null, "B", Set.of());
    assertThatThrownBy(() -> asTenant(() -> calendars.load(bureau, "x", CalendarText.EXAMPLE)))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void the_example_that_is_shown_can_be_read() {
    assertThat(WorkingDays.read("example", calendars.example()).years()).containsExactly(2027);
  }
}
