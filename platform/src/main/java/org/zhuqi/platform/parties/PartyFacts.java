package org.zhuqi.platform.parties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a party, under the names that packs declare for holders and for applicants. What a holder states of
 * itself becomes known when an official has verified it, and is no longer known once the holder has changed it.
 */
public final class PartyFacts {
  static final String INDUSTRY = "holder.industry";

  private PartyFacts() {}

  /** @param project the one in question, as {@link #chosen} or as its owner named it; null for none */
  public static Map<String, Object> of(Party p, @Nullable Project project) {
    Map<String, Object> facts = new HashMap<>();
    if (p.isVerified()) {
      facts.put("holder.area", p.area());
      facts.put("holder.legal_person", p.legalPerson());
      facts.put("holder.tax_compliant", p.taxCompliant());
      if (p.industry() != null) facts.put(INDUSTRY, p.industry());
      if (project != null) facts.putAll(of(project));
    }
    facts.put("applicant.kind", p.partyClass().code());
    facts.put("applicant.authenticated", p.isVerified());
    facts.put("applicant.area", p.area());
    facts.put("applicant.established_on", p.foundedOn());
    return facts;
  }

  private static Map<String, Object> of(Project project) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("holder.project_code", project.code());
    facts.put("holder.project_area", project.area());
    if (project.filed() != null) facts.put("holder.project_filed", project.filed());
    return facts;
  }

  /** The project that is meant: the one that is named, else a filed one, if there is any. */
  public static @Nullable Project chosen(List<Project> projects, @Nullable UUID named) {
    if (named != null) return projects.stream().filter(p -> p.id().equals(named)).findFirst().orElse(null);
    return projects.stream().filter(Project::isFiled).findFirst().or(() -> projects.stream().findFirst()).orElse(null);
  }
}
