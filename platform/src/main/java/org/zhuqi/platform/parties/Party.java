package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity that the platform knows.
 *
 * @param area code of the area where it is registered, from {@link Areas}
 * @param industry code from the menu of the measures, {@code other}, or null where it does not matter
 * @param legalPerson an independent legal person
 * @param taxCompliant pays tax according to law: stated by the party, checked by the official who verifies it
 * @param contactName personal, like phone and email: show them through {@link Masked}
 * @param verifiedOn the day an official checked its licence document; null: not yet, or no longer
 */
public record Party(
    UUID id,
    CreditCode creditCode,
    String name,
    Set<PartyKind> kinds,
    PartyClass partyClass,
    String area,
    LocalDate foundedOn,
    @Nullable String industry,
    boolean legalPerson,
    boolean taxCompliant,
    String contactName,
    String phone,
    @Nullable String email,
    String address,
    LocalDate registeredOn,
    @Nullable LocalDate verifiedOn,
    int version) {

  public boolean isVerified() {
    return verifiedOn != null;
  }

  /** The same with its personal data masked, for whoever need not have it. */
  public Party masked() {
    return new Party(
        id, creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant,
        Masked.name(contactName), Masked.phone(phone), email == null ? null : Masked.email(email), address, registeredOn,
        verifiedOn, version);
  }

  /** Nothing differs that an official has verified; the contact may. */
  boolean sameAsVerified(Party old) {
    return name.equals(old.name)
        && kinds.equals(old.kinds)
        && area.equals(old.area)
        && foundedOn.equals(old.foundedOn)
        && java.util.Objects.equals(industry, old.industry)
        && legalPerson == old.legalPerson
        && taxCompliant == old.taxCompliant;
  }

  public boolean is(PartyKind kind) {
    return kinds.contains(kind);
  }
}
