package org.zhuqi.measures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads working-day calendars: one file per year with its source, the days off and the weekend days worked. */
final class CalendarLoader {
  private CalendarLoader() {}

  static List<WorkingDays.Year> bundled() {
    List<PackException.Problem> problems = new ArrayList<>();
    List<WorkingDays.Year> years = new ArrayList<>();
    for (String name : Files.listing("/calendars/index.txt")) {
      read(name, Files.resource("/calendars/" + name), problems, years);
    }
    return checked(years, problems);
  }

  static List<WorkingDays.Year> load(Path path) {
    List<PackException.Problem> problems = new ArrayList<>();
    List<WorkingDays.Year> years = new ArrayList<>();
    for (Path file : Files.below(path)) {
      read(file.toString(), Files.content(file), problems, years);
    }
    return checked(years, problems);
  }

  static List<WorkingDays.Year> read(String file, String content) {
    List<PackException.Problem> problems = new ArrayList<>();
    List<WorkingDays.Year> years = new ArrayList<>();
    read(file, content, problems, years);
    return checked(years, problems);
  }

  private static List<WorkingDays.Year> checked(
      List<WorkingDays.Year> years, List<PackException.Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return years;
  }

  private static void read(
      String file, String content, List<PackException.Problem> problems, List<WorkingDays.Year> years) {
    YamlNode root = YamlNode.parse(file, content, problems);
    if (root == null) {
      return;
    }
    YamlNode.Fields fields = root.fields("year", "source", "daysOff", "workdays");
    int year = fields.whole("year");
    years.add(
        new WorkingDays.Year(year, fields.text("source"), days(fields, "daysOff", year), days(fields, "workdays", year)));
  }

  /** Days written singly or as {@code first..last}. */
  private static Set<LocalDate> days(YamlNode.Fields fields, String key, int year) {
    Set<LocalDate> days = new HashSet<>();
    for (YamlNode item : fields.needList(key)) {
      String[] ends = item.string().split("\\.\\.", -1);
      try {
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        if (last.isBefore(first) || first.getYear() != year || last.getYear() != year) {
          item.problem("\"" + item.string() + "\" must be days of " + year + " in order");
        } else {
          first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
      } catch (java.time.DateTimeException e) {
        item.problem("\"" + item.string() + "\" is neither a date nor two dates with .. between");
      }
    }
    return days;
  }
}
