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
    @Nullable String projectArea,
    boolean projectFiled) {

  public RegisterParty {
    kinds = Set.copyOf(kinds);
  }

  /** An enterprise that may claim vouchers, with the fields that are the same for most. */
  public static RegisterParty enterprise(
      String creditCode, String name, String area, String industry, LocalDate foundedOn, String phone) {
    return plain(creditCode, name, PartyKind.HOLDER_ENTERPRISE, area, industry, foundedOn, phone);
  }

  /** A company that offers services. */
  public static RegisterParty institution(
      String creditCode, String name, String area, LocalDate foundedOn, String phone) {
    return plain(creditCode, name, PartyKind.INSTITUTION, area, null, foundedOn, phone);
  }

  /** The owner of an industrial project. */
  public static RegisterParty projectOwner(
      String creditCode, String name, String area, LocalDate foundedOn, String phone, String projectCode) {
    return plain(creditCode, name, PartyKind.HOLDER_PROJECT, area, null, foundedOn, phone)
        .with(projectCode, name + "项目", area, true);
  }

  private static RegisterParty plain(
      String creditCode, String name, PartyKind kind, String area, @Nullable String industry, LocalDate foundedOn,
      String phone) {
    return new RegisterParty(
        creditCode, name, Set.of(kind), PartyClass.COMPANY.code(), area, foundedOn, industry, true, true, "联系人", phone,
        null, "工业园区 1 号", null, null, null, null, null, false);
  }

  public RegisterParty with(PartyClass partyClass) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass.code(), area, foundedOn, industry, legalPerson, taxCompliant, contactName,
        phone, email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }

  public RegisterParty with(Set<PartyKind> kinds) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant, contactName, phone,
        email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }

  public RegisterParty with(boolean legalPerson, boolean taxCompliant) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant, contactName, phone,
        email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }

  public RegisterParty withContact(String contactName, String phone, @Nullable String email, String address) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant, contactName, phone,
        email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }

  public RegisterParty withLegalRep(String legalRepName, String legalRepId) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant, contactName, phone,
        email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }

  public RegisterParty with(String projectCode, String projectName, String projectArea, boolean projectFiled) {
    return new RegisterParty(
        creditCode, name, kinds, partyClass, area, foundedOn, industry, legalPerson, taxCompliant, contactName, phone,
        email, address, legalRepName, legalRepId, projectCode, projectName, projectArea, projectFiled);
  }
}
