package org.zhuqi.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Json;

/**
 * A picture of numbers, drawn in the browser and readable as a table without it.
 *
 * <p>Numbers are shown as they are; for money give fen and {@link Unit#MONEY}: the axis then counts in 万元 and the table in
 * yuan.
 */
public record Chart(Kind kind, Unit unit, List<Text> categories, List<Series> series) {
  public enum Kind {
    BAR,
    /** Bars lying on their side: for names that are long. */
    ROWS,
    /** Bars on top of one another. */
    STACK,
    /** One row that shows how a whole is divided: budget = issued + left + … */
    SHARE,
    LINE
  }

  public enum Unit {
    COUNT,
    /** Values are fen. */
    MONEY
  }

  /** One number per category. */
  public record Series(Text name, List<Long> values) {}

  public Chart {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (Series s : series) {
      if (s.values().size() != categories.size()) {
        throw new IllegalArgumentException("series " + s.name().en() + " needs " + categories.size() + " values");
      }
    }
  }

  public static Chart of(Kind kind, Unit unit, List<Text> categories) {
    return new Chart(kind, unit, categories, List.of());
  }

  public Chart with(String zh, String en, List<Long> values) {
    List<Series> more = new ArrayList<>(series);
    more.add(new Series(new Text(zh, en), values));
    return new Chart(kind, unit, categories, more);
  }

  /** Nothing to draw. */
  public boolean isEmpty() {
    return series.stream().allMatch(s -> s.values().stream().allMatch(v -> v == 0));
  }

  /** For the drawing script, in the language of the page. */
  String json(boolean english) {
    return Json.write(
        Map.of(
            "kind", kind.name().toLowerCase(Locale.ROOT),
            "unit", unit.name().toLowerCase(Locale.ROOT),
            "english", english,
            "categories", categories.stream().map(c -> c.in(english)).toList(),
            "series",
                series.stream().map(s -> Map.of("name", s.name().in(english), "values", s.values())).toList()));
  }
}
