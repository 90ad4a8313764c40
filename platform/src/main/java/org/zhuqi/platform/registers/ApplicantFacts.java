package org.zhuqi.platform.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.parties.Areas;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;

/** What is known about an applicant: from the system's own registers, from the applicant, from an official who read the papers. */
@Component
class ApplicantFacts {
  private static final String RECOMMENDED = "applicant.recommended";
  private static final String COOPERATION = "applicant.cooperation_since";
  private final Parties parties;
  private final Areas areas;
  private final ApplicationStore store;

  ApplicantFacts(Parties parties, Areas areas, ApplicationStore store) {
    this.parties = parties;
    this.areas = areas;
    this.store = store;
  }

  /** What the system knows and so does not ask. */
  Map<String, Object> known(Application a, Pack pack) {
    Map<String, Object> known = new LinkedHashMap<>();
    parties.facts(a.party()).forEach((name, value) -> {
      if (pack.facts().containsKey(name)) known.put(name, value);
    });
    List<ApplicationStore.Recommendation> valid = valid(a);
    if (pack.facts().containsKey(RECOMMENDED)) known.put(RECOMMENDED, !valid.isEmpty());
    if (pack.facts().containsKey(COOPERATION) && !valid.isEmpty()) known.put(COOPERATION, valid.getFirst().since());
    return known;
  }

  /** Recommendations that count: from an industrial enterprise within the tenant's own territory. */
  List<ApplicationStore.Recommendation> valid(Application a) {
    List<ApplicationStore.Recommendation> all = store.recommendations(a.measure(), a.register(), a.party());
    Map<java.util.UUID, Party> by = parties.of(all.stream().map(ApplicationStore.Recommendation::byParty).toList());
    return all.stream().filter(r -> counts(by.get(r.byParty()))).toList();
  }

  private boolean counts(@org.jspecify.annotations.Nullable Party p) {
    return p != null && p.is(PartyKind.HOLDER_ENTERPRISE) && areas.find(p.area()).filter(a -> a.covered()).isPresent();
  }

  /** Everything: what the system knows goes before what was stated, what an official read from a paper before both. */
  Map<String, Object> all(Application a, Pack pack) {
    Map<String, Object> facts = new LinkedHashMap<>(a.stated());
    facts.putAll(known(a, pack));
    facts.putAll(a.verified());
    facts.values().removeIf(v -> v.toString().isEmpty());
    return facts;
  }
}
