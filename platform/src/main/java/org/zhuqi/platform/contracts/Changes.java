package org.zhuqi.platform.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of a contract that a step changes beside its state. Column names come from code, never from input. */
final class Changes {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  static Changes none() {
    return new Changes();
  }

  Changes set(String column, @Nullable Object value) {
    values.put(column, value instanceof Side side ? side.name() : value);
    return this;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  String assignments() {
    StringBuilder sql = new StringBuilder();
    values.keySet().forEach(column -> sql.append(", ").append(column).append(" = :").append(column));
    return sql.toString();
  }
}
