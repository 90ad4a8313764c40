package org.zhuqi.platform.parties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a party, under the names that packs declare for holders and for applicants. What a holder states of
 * itself becomes known when an official has verified it, and is no longer known once the holder has changed it.
 */
final class PartyFacts {
  static final String INDUSTRY = "holder.industry";

  private PartyFacts() {}

  static Map<String, Object> of(Party p, List<Project> projects) {
    Map<String, Object> facts = new HashMap<>();
    if (p.isVerified()) {
      facts.put("holder.area", p.area());
      facts.put("holder.legal_person", p.legalPerson());
      facts.put("holder.tax_compliant", p.taxCompliant());
      if (p.industry() != null) facts.put(INDUSTRY, p.industry());
      chosen(projects).ifPresent(project -> facts.putAll(of(project)));
    }
    facts.put("applicant.kind", p.partyClass().code());
    facts.put("applicant.authenticated", p.isVerified());
    facts.put("applicant.area", p.area());
    facts.put("applicant.established_on", p.foundedOn());
    return facts;
  }

  static Map<String, Object> of(Project project) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("holder.project_code", project.code());
    facts.put("holder.project_area", project.area());
    if (project.filed() != null) facts.put("holder.project_filed", project.filed());
    return facts;
  }

  /** An owner of several projects is asked about a filed one, if there is any. */
  private static Optional<Project> chosen(List<Project> projects) {
    return projects.stream().filter(Project::isFiled).findFirst().or(() -> projects.stream().findFirst());
  }
}
