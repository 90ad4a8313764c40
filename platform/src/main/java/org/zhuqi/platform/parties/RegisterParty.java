package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a party states when it registers. Read by {@link Parties#register}, which refuses with one sentence per field.
 *
 * @param partyClass {@code company}, {@code public_institution} or {@code association}
 * @param area code from {@link Areas}
 * @param industry code from the measures' menu or {@code other}; asked of enterprises that hold vouchers
 * @param phone mobile or landline
 * @param legalRepId identity number of the legal representative; only its keyed hash is kept
 * @param projectCode number on the provincial platform; asked of project owners only, as are the other project fields
 */
public record RegisterParty(
    String creditCode,
    String name,
    Set<PartyKind> kinds,
    String partyClass,
    String area,
    @Nullable LocalDate foundedOn,
    @Nullable String industry,
    boolean legalPerson,
    boolean taxCompliant,
    String contactName,
    String phone,
    @Nullable String email,
    String address,
    @Nullable String legalRepName,
    @Nullable String legalRepId,
    @Nullable String projectCode,
    @Nullable String projectName,
    @Nullable String projectArea) {

  public RegisterParty {
    kinds = Set.copyOf(kinds);
  }
}
