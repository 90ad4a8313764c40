package org.zhuqi.platform.catalogue.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What was asked, for the form and for the links to other pages. */
public record SearchQuery(
    @Nullable String q, @Nullable String category, @Nullable String area, @Nullable String mode, @Nullable String max) {

  public String page(int number) {
    var link = UriComponentsBuilder.fromPath("/services");
    if (q != null && !q.isBlank()) link.queryParam("q", "{q}");
    if (category != null && !category.isBlank()) link.queryParam("category", "{category}");
    if (area != null && !area.isBlank()) link.queryParam("area", "{area}");
    if (mode != null && !mode.isBlank()) link.queryParam("mode", "{mode}");
    if (max != null && !max.isBlank()) link.queryParam("max", "{max}");
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("q", q);
    values.put("category", category);
    values.put("area", area);
    values.put("mode", mode);
    values.put("max", max);
    return link.queryParam("page", number).encode().buildAndExpand(values).toUriString();
  }
}
