package org.zhuqi.platform.registers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that recommends an applicant, as it is known now; whether its word counts is the measure's to say.
 *
 * @param since first day of their cooperation, as it says
 * @param industry code from the measures' menu, or null
 * @param related to the applicant, by the relations on record
 */
public record Recommender(
    UUID party,
    String name,
    String creditCode,
    LocalDate since,
    String statement,
    String area,
    @Nullable String industry,
    boolean authenticated,
    boolean related) {

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("recommender.name", name);
    facts.put("recommender.code", creditCode);
    facts.put("recommender.area", area);
    facts.put("recommender.industry", industry == null ? "other" : industry);
    facts.put("recommender.authenticated", authenticated);
    facts.put("recommender.related", related);
    facts.put("applicant.cooperation_since", since);
    return facts;
  }
}
