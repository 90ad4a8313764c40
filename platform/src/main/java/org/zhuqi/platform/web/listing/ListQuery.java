package org.zhuqi.platform.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the URL asks of a list. An argument of controller methods; nothing in it is trusted. */
public record ListQuery(String path, Map<String, String> parameters) {
  static final int MAX_SIZE = 100;
  static final int MAX_PAGE = 10_000;
  private static final int MAX_LENGTH = 100;

  public static ListQuery of(HttpServletRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> {
      if (values.length > 0 && !values[0].isBlank()) parameters.put(name, values[0].strip());
    });
    return new ListQuery(request.getRequestURI(), parameters);
  }

  /** For tests and for callers without a request. */
  public static ListQuery of(Map<String, String> parameters) {
    return new ListQuery("", parameters);
  }

  @Nullable String get(String name) {
    String value = parameters.get(name);
    return value == null ? null : value.substring(0, Math.min(value.length(), MAX_LENGTH));
  }

  int page() {
    return bounded("page", 1, MAX_PAGE, 1);
  }

  int size() {
    return bounded("size", 1, MAX_SIZE, 25);
  }

  boolean wantsSpreadsheet() {
    return "xlsx".equals(parameters.get("export"));
  }

  /** The same list with one thing changed; null takes it away. Leads back to the first page unless the page is changed. */
  String with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.remove("export");
    if (!name.equals("page")) changed.remove("page");
    if (value == null) changed.remove(name);
    else changed.put(name, value);
    String query =
        changed.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private int bounded(String name, int min, int max, int otherwise) {
    try {
      String value = parameters.get(name);
      return value == null ? otherwise : Math.clamp(Integer.parseInt(value), min, max);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
