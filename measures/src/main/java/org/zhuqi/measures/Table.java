package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by key (area, class): who funds, who handles, which effect. Column values are codes. */
public record Table(Head head, Map<String, Text> columns, List<Row> rows) implements Provision {
  public Table {
    columns = Map.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row; a column that is absent has no value there.
   *
   * @param workingDays time allowed for what the row asks of somebody, or null where none is set
   */
  public record Row(String key, Text label, Map<String, String> columns, @Nullable Integer workingDays) {
    public Row {
      columns = Map.copyOf(columns);
    }

    /** The last day for it, counted from the day on which it was asked for; null where no time is set. */
    public @Nullable LocalDate lastDay(LocalDate asked, WorkingDays calendar) {
      return workingDays == null ? null : calendar.after(asked, workingDays);
    }

    public Optional<String> get(String column) {
      return Optional.ofNullable(columns.get(column));
    }
  }

  public Optional<Row> row(String key) {
    return rows.stream().filter(r -> r.key().equals(key)).findFirst();
  }

  public Optional<String> value(String key, String column) {
    return row(key).flatMap(r -> r.get(column));
  }
}
