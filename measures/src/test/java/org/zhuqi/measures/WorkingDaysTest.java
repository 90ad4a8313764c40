package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private final WorkingDays calendar = WorkingDays.bundled();

  @ParameterizedTest
  @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
  void counts_the_working_days_of_a_year(int year, long expected) {
    LocalDate first = LocalDate.of(year, 1, 1);
    assertThat(first.datesUntil(first.plusYears(1)).filter(calendar::isWorkday).count()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2024-02-07, 2024-02-20", "2025-09-25, 2025-10-09", "2026-02-12, 2026-02-26", "2026-04-29, 2026-05-09"})
  void counts_five_working_days_over_holidays_and_make_up_days(LocalDate start, LocalDate end) {
    assertThat(calendar.after(start, 5)).isEqualTo(end);
    assertThat(calendar.between(start, end)).isEqualTo(5);
    assertThat(calendar.between(start, end.minusDays(1))).isEqualTo(4);
  }

  @Test
  void no_working_days_end_on_the_day_itself() {
    LocalDate saturday = LocalDate.of(2024, 3, 2);
    assertThat(calendar.after(saturday, 0)).isEqualTo(saturday);
    assertThat(calendar.between(saturday, saturday.minusDays(3))).isZero();
  }

  @Test
  void refuses_a_year_that_is_not_loaded_and_says_how_to_load_it() {
    assertThatExceptionOfType(UnknownYearException.class)
        .isThrownBy(() -> calendar.after(LocalDate.of(2026, 12, 30), 5))
        .withMessageContaining("2027")
        .withMessageContaining("calendars/<year>.yaml")
        .withMessageContaining("管理员");
  }

  @Test
  void takes_further_years_from_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2027.yaml");
    Files.writeString(
        file,
        """
        year: 2027
        source: {zh: 测试, en: test}
        daysOff: [2027-01-01]
        workdays: [2027-01-02]
        """);
    WorkingDays more = calendar.load(file);
    assertThat(more.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(more.isWorkday(LocalDate.of(2027, 1, 2))).isTrue();
    assertThat(more.years()).containsExactly(2023, 2024, 2025, 2026, 2027);
    assertThat(calendar.years()).doesNotContain(2027);
  }

  @Test
  void names_every_error_of_a_calendar_with_its_line(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2027.yaml");
    Files.writeString(
        file,
        """
        year: 2027
        source: {zh: 测试, en: test}
        daysOff: [2026-12-31, 2027-02-03..2027-02-01]
        workdays: [soon]
        """);
    assertThatExceptionOfType(PackException.class)
        .isThrownBy(() -> calendar.load(file))
        .satisfies(e -> assertThat(e.problems()).extracting(PackException.Problem::line).containsExactly(3, 3, 4));
  }
}
