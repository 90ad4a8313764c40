package org.zhuqi.platform.vouchers;

import java.util.Arrays;
import java.util.List;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.parties.PartyKind;

/** As what a party claims: the classes of applicant that measures distinguish. */
enum HolderClass {
  ENTERPRISE(PartyKind.HOLDER_ENTERPRISE, "holder.area"),
  PROJECT_OWNER(PartyKind.HOLDER_PROJECT, "holder.project_area");

  private final PartyKind kind;
  private final String areaFact;

  HolderClass(PartyKind kind, String areaFact) {
    this.kind = kind;
    this.areaFact = areaFact;
  }

  /** As packs name it. */
  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The fact that decides which funder is competent. */
  String areaFact() {
    return areaFact;
  }

  /** Every class that a party may claim as; one that is no holder at all is judged, and refused, as an enterprise. */
  static List<HolderClass> of(Party party) {
    List<HolderClass> classes = Arrays.stream(values()).filter(c -> party.is(c.kind)).toList();
    return classes.isEmpty() ? List.of(ENTERPRISE) : classes;
  }
}
