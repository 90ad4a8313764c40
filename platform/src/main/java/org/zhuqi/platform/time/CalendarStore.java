package org.zhuqi.platform.time;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years that administrators loaded: one set for the installation. */
@Repository
class CalendarStore {
  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Loaded(int year, String yaml, String by, OffsetDateTime at) {}

  void save(int year, String yaml, OffsetDateTime at, String by) {
    jdbc.sql(
            """
            insert into calendar_year (year, yaml, loaded_at, loaded_by) values (:year, :yaml, :at, :by)
            on conflict (year) do update set yaml = excluded.yaml, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by""")
        .param("year", year)
        .param("yaml", yaml)
        .param("at", at)
        .param("by", by)
        .update();
  }

  Map<Integer, Loaded> loaded() {
    Map<Integer, Loaded> years = new TreeMap<>();
    jdbc.sql("select year, yaml, loaded_by, loaded_at from calendar_year")
        .query(
            (rs, row) ->
                new Loaded(
                    rs.getInt(1), rs.getString(2), rs.getString(3), Objects.requireNonNull(rs.getObject(4, OffsetDateTime.class))))
        .list()
        .forEach(l -> years.put(l.year(), l));
    return years;
  }
}
