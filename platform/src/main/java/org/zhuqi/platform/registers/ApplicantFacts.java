package org.zhuqi.platform.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Fact;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;

/** What is known about an applicant: from the system's own registers, from the applicant, from an official who read the papers. */
@Component
class ApplicantFacts {
  private static final String RECOMMENDED = "applicant.recommended";
  private static final String AREA = "applicant.area";
  private static final String COOPERATION = "applicant.cooperation_since";
  private final Parties parties;
  private final ApplicationStore store;

  ApplicantFacts(Parties parties, ApplicationStore store) {
    this.parties = parties;
    this.store = store;
  }

  /** What the system knows and so does not ask. */
  Map<String, Object> known(Application a, Pack pack) {
    Map<String, Object> known = new LinkedHashMap<>();
    parties.facts(a.party()).forEach((name, value) -> {
      if (pack.facts().containsKey(name)) known.put(name, value);
    });
    List<ApplicationStore.Recommendation> valid = valid(a, pack);
    if (pack.facts().containsKey(RECOMMENDED)) known.put(RECOMMENDED, !valid.isEmpty());
    if (pack.facts().containsKey(COOPERATION) && !valid.isEmpty()) known.put(COOPERATION, valid.getFirst().since());
    return known;
  }

  /** Recommendations that count: from an enterprise within the area that the measure covers. */
  List<ApplicationStore.Recommendation> valid(Application a, Pack pack) {
    List<ApplicationStore.Recommendation> all = store.recommendations(a.measure(), a.register(), a.party());
    Map<UUID, Party> by = parties.of(all.stream().map(ApplicationStore.Recommendation::byParty).toList());
    return all.stream().filter(r -> counts(by.get(r.byParty()), pack)).toList();
  }

  private static boolean counts(@Nullable Party p, Pack pack) {
    if (p == null || !p.is(PartyKind.HOLDER_ENTERPRISE)) return false;
    Fact area = pack.facts().get(AREA);
    List<Menu.Item> covered = area == null ? List.of() : pack.options(area);
    return covered.isEmpty() || covered.stream().anyMatch(i -> i.code().equals(p.area()));
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
