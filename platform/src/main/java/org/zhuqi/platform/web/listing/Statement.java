package org.zhuqi.platform.web.listing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.web.listing.Column.Kind;

/** A listing and a query made SQL. Names come from the definition only; whatever the URL says is a parameter. */
final class Statement {
  private final Listing<?> listing;
  private final ListQuery query;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters;

  Statement(Listing<?> listing, ListQuery query, Map<String, ?> fixed) {
    this.listing = listing;
    this.query = query;
    this.parameters = new HashMap<>(fixed);
    listing.filters().forEach(this::narrow);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  String rows() {
    return "select l.* from (" + listing.sql() + ") l" + where() + " order by " + order();
  }

  String page() {
    parameters.put("zq_limit", query.size());
    parameters.put("zq_offset", (long) (query.page() - 1) * query.size());
    return rows() + " limit :zq_limit offset :zq_offset";
  }

  String totals() {
    StringBuilder sums = new StringBuilder("select count(*) as n");
    for (Column<?> c : listing.columns()) {
      if (c.totalled()) sums.append(", coalesce(sum(l.").append(c.key()).append("), 0)::bigint as ").append(c.key());
    }
    return sums + " from (" + listing.sql() + ") l" + where();
  }

  private String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private void narrow(Filter filter) {
    switch (filter) {
      case Filter.Search s -> search(s, query.get("q"));
      case Filter.Select s -> equal(s, query.get(s.column()));
      case Filter.Days d -> {
        day(d, ">=", query.get(d.column() + ".from"));
        day(d, "<=", query.get(d.column() + ".to"));
      }
    }
  }

  private void search(Filter.Search search, @Nullable String words) {
    if (words == null) return;
    int n = 0;
    for (String word : words.split("\\s+")) {
      String name = "zq_q" + n++;
      parameters.put(name, "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
      conditions.add(
          "(" + String.join(" or ", search.columns().stream().map(c -> "l." + c + "::text ilike :" + name).toList()) + ")");
    }
  }

  private void equal(Filter.Select select, @Nullable String value) {
    if (value == null) return;
    String name = "zq_" + select.column();
    parameters.put(name, value);
    conditions.add("l." + select.column() + "::text = :" + name);
  }

  private void day(Filter.Days days, String operator, @Nullable String value) {
    Optional<LocalDate> day = parse(value);
    if (day.isEmpty()) return;
    String name = "zq_" + days.column() + (operator.equals(">=") ? "_from" : "_to");
    parameters.put(name, day.get());
    String column = "l." + days.column();
    boolean time = listing.columns().stream().anyMatch(c -> c.key().equals(days.column()) && c.kind() == Kind.TIME);
    conditions.add((time ? "(" + column + " at time zone 'Asia/Shanghai')::date" : column) + " " + operator + " :" + name);
  }

  private static Optional<LocalDate> parse(@Nullable String value) {
    try {
      return value == null ? Optional.empty() : Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As asked where that is a column of the listing; ties by id, so that pages neither repeat nor lose a row. */
  private String order() {
    String asked = Optional.ofNullable(query.get("sort")).filter(s -> column(name(s)) != null).orElse(listing.order());
    Column<?> column = column(name(asked));
    boolean text = column != null && column.kind() == Kind.TEXT;
    return "l." + name(asked) + (text ? " collate \"zh-x-icu\"" : "") + (asked.startsWith("-") ? " desc nulls last" : " nulls last")
        + (name(asked).equals("id") ? "" : ", l.id");
  }

  private @Nullable Column<?> column(String key) {
    return listing.columns().stream().filter(c -> c.key().equals(key)).findFirst().orElse(null);
  }

  private static String name(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
