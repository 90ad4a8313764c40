package org.zhuqi.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values by key (area, class): who funds, who handles, which effect. Column values are codes. */
public record Table(Head head, Map<String, Text> columns, List<Row> rows) implements Provision {
  public Table {
    columns = Map.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One row; a column that is absent has no value there. */
  public record Row(String key, Text label, Map<String, String> columns) {
    public Row {
      columns = Map.copyOf(columns);
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
