package org.zhuqi.platform.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Finding;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;

/** What is known about an applicant: from the system's own registers, from the applicant, from an official who read the papers. */
@Component
class ApplicantFacts {
  private static final String RECOMMENDED = "applicant.recommended";
  private final Parties parties;
  private final ApplicationStore store;
  private final Clock clock;

  ApplicantFacts(Parties parties, ApplicationStore store, Clock clock) {
    this.parties = parties;
    this.store = store;
    this.clock = clock;
  }

  /** The day as of which the conditions are decided: that of the submission, today for a draft. */
  LocalDate asOf(Application a) {
    LocalDate submitted = a.submittedOn();
    return submitted == null ? LocalDate.now(clock) : submitted;
  }

  /** What the system knows and so does not ask. */
  Map<String, Object> known(Application a, RegisterRules rules) {
    Map<String, Object> known = new LinkedHashMap<>(parties.facts(a.party()));
    List<Recommender> all = recommenders(a);
    known.put(RECOMMENDED, !all.isEmpty());
    best(a, rules, known, all).ifPresent(r -> known.putAll(r.facts()));
    known.keySet().retainAll(rules.pack().facts().keySet());
    return known;
  }

  /** Everybody who recommends it, the longest cooperation first. */
  List<Recommender> recommenders(Application a) {
    List<ApplicationStore.Recommendation> all = store.recommendations(a.measure(), a.register(), a.party());
    Map<UUID, Party> by = parties.of(all.stream().map(ApplicationStore.Recommendation::byParty).toList());
    List<Recommender> found = new ArrayList<>();
    for (ApplicationStore.Recommendation r : all) {
      Party p = by.get(r.byParty());
      if (p != null && p.is(PartyKind.HOLDER_ENTERPRISE)) found.add(recommender(a, r, p));
    }
    return found;
  }

  private Recommender recommender(Application a, ApplicationStore.Recommendation r, Party p) {
    boolean related = !parties.related(p.id(), a.party()).isEmpty();
    return new Recommender(
        p.id(), p.name(), p.creditCode().value(), r.since(), r.statement(), p.area(), p.industry(), p.isVerified(), related);
  }

  /** The one that serves the applicant best: with it most of the conditions hold. */
  private Optional<Recommender> best(
      Application a, RegisterRules rules, Map<String, Object> known, List<Recommender> all) {
    if (all.size() < 2) return all.stream().findFirst();
    return all.stream().max(Comparator.comparingLong(r -> holding(a, rules, known, r)));
  }

  private long holding(Application a, RegisterRules rules, Map<String, Object> known, Recommender r) {
    Map<String, Object> facts = new LinkedHashMap<>(known);
    facts.putAll(r.facts());
    facts.keySet().retainAll(rules.pack().facts().keySet());
    Map<String, Object> all = merged(a, facts);
    return rules.pack().decide(rules.eligibility(), a.partyClass(), all, asOf(a)).findings().stream()
        .filter(Finding::holds)
        .count();
  }

  /** Everything: what the system knows goes before what was stated, what an official read from a paper before both. */
  Map<String, Object> all(Application a, RegisterRules rules) {
    return merged(a, known(a, rules));
  }

  private static Map<String, Object> merged(Application a, Map<String, Object> known) {
    Map<String, Object> facts = new LinkedHashMap<>(a.stated());
    facts.putAll(known);
    facts.putAll(a.verified());
    facts.values().removeIf(v -> v.toString().isEmpty());
    return facts;
  }
}
