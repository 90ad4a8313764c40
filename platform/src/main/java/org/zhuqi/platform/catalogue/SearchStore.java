package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds published items by words and filters, ordered by their institutions' place in the ranking. */
@Component
class SearchStore {
  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Institutions with something that is published and not lapsed. */
  List<UUID> providers(LocalDate today) {
    return jdbc.sql(
            """
            select distinct party_id from service_item
             where state = 'PUBLISHED' and (qualification_until is null or qualification_until >= :today)""")
        .param("today", today)
        .query(UUID.class)
        .list();
  }

  record Found(ServiceItem service, long total) {}

  /** @param positions place in the ranking of each live institution; the others are left out */
  List<Found> search(ServiceSearch s, Map<UUID, Integer> positions, LocalDate today) {
    Map<String, @Nullable Object> params = new HashMap<>();
    List<String> where = filters(s, params);
    List<UUID> parties = List.copyOf(positions.keySet());
    params.put("parties", array(parties));
    params.put("positions", array(parties.stream().map(positions::get).toList()));
    params.put("today", today);
    params.put("limit", s.size());
    params.put("offset", (long) s.page() * s.size());
    return jdbc.sql(
            """
            select i.*, v.item as shown, count(*) over () as total
              from service_item i
              join service_item_version v on v.tenant = i.tenant and v.item_id = i.id and v.version = i.version
              join unnest(cast(:parties as uuid[]), cast(:positions as int[])) as r (party_id, position) using (party_id)
             where i.state = 'PUBLISHED' and (i.qualification_until is null or i.qualification_until >= :today)
            """
                + String.join("", where)
                + " order by r.position, i.published_at desc, i.id limit :limit offset :offset")
        .params(params)
        .query((rs, n) -> new Found(ItemStore.read(rs, n), rs.getLong("total")))
        .list();
  }

  private static List<String> filters(ServiceSearch s, Map<String, @Nullable Object> params) {
    List<String> where = new ArrayList<>();
    int n = 0;
    for (String word : words(s.text())) {
      params.put("word" + n, "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
      where.add(" and i.search_text like :word" + n++);
    }
    equal("category", s.category(), where, params);
    equal("scope", s.scope(), where, params);
    equal("area", s.area(), where, params);
    equal("fee_mode", s.feeMode(), where, params);
    if (s.maxFeeFen() != null) {
      where.add(" and i.fee_fen <= :maxFee");
      params.put("maxFee", s.maxFeeFen());
    }
    return where;
  }

  private static void equal(
      String column, @Nullable String value, List<String> where, Map<String, @Nullable Object> params) {
    if (value == null || value.isBlank()) return;
    where.add(" and i." + column + " = :" + column);
    params.put(column, value);
  }

  /** Lower case, split at spaces and punctuation of both languages. */
  static List<String> words(@Nullable String text) {
    if (text == null) return List.of();
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,，。、;；]+")).filter(w -> !w.isEmpty()).distinct().limit(8).toList();
  }

  private static String array(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }
}
