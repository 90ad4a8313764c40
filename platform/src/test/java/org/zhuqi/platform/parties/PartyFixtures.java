package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

/** Parties that are right by default; each call another one. */
public final class PartyFixtures {
  private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

  private PartyFixtures() {}

  /** A right code that no other test has. */
  public static String creditCode() {
    return CreditCode.complete("91520102", "MA%06d".formatted(NEXT.incrementAndGet() % 1_000_000)).value();
  }

  public static String projectCode() {
    return "2024-520102-41-03-%06d".formatted(NEXT.incrementAndGet() % 1_000_000);
  }

  private static String phone() {
    return "138%08d".formatted(NEXT.incrementAndGet());
  }

  public static RegisterParty anEnterprise() {
    return enterprise(
        creditCode(), "贵阳测试机械有限公司" + NEXT.get(), "520102", "equipment", LocalDate.of(2015, 3, 9), phone());
  }

  public static RegisterParty anInstitution() {
    return institution(creditCode(), "贵州测试检验有限公司" + NEXT.get(), "520115", LocalDate.of(2018, 6, 1), phone());
  }

  public static RegisterParty aProjectOwner() {
    return projectOwner(
        creditCode(), "贵安测试新材料有限公司" + NEXT.get(), "GUIAN", LocalDate.of(2020, 1, 2), phone(), projectCode());
  }

  /** An enterprise that may claim vouchers. */
  public static RegisterParty enterprise(String creditCode, String name, String area, String industry, LocalDate foundedOn, String phone) {
    return company(creditCode, name, PartyKind.HOLDER_ENTERPRISE, area, industry, foundedOn, phone);
  }

  /** A company that offers services. */
  public static RegisterParty institution(String creditCode, String name, String area, LocalDate foundedOn, String phone) {
    return company(creditCode, name, PartyKind.INSTITUTION, area, null, foundedOn, phone);
  }

  /** The owner of a project. */
  public static RegisterParty projectOwner(
      String creditCode, String name, String area, LocalDate foundedOn, String phone, String projectCode) {
    return project(company(creditCode, name, PartyKind.HOLDER_PROJECT, area, null, foundedOn, phone), projectCode, area);
  }

  private static RegisterParty company(
      String creditCode, String name, PartyKind kind, String area, @Nullable String industry, LocalDate foundedOn, String phone) {
    return new RegisterParty(
        creditCode, name, Set.of(kind), PartyClass.COMPANY.code(), area, foundedOn, industry, true, true, "联系人", phone, null,
        "工业园区 1 号", null, null, null, null, null);
  }

  public static RegisterParty classed(RegisterParty r, PartyClass partyClass) {
    return new RegisterParty(
        r.creditCode(), r.name(), r.kinds(), partyClass.code(), r.area(), r.foundedOn(), r.industry(), r.legalPerson(),
        r.taxCompliant(), r.contactName(), r.phone(), r.email(), r.address(), r.legalRepName(), r.legalRepId(), r.projectCode(),
        r.projectName(), r.projectArea());
  }

  public static RegisterParty kinds(RegisterParty r, PartyKind... kinds) {
    return new RegisterParty(
        r.creditCode(), r.name(), Set.of(kinds), r.partyClass(), r.area(), r.foundedOn(), r.industry(), r.legalPerson(),
        r.taxCompliant(), r.contactName(), r.phone(), r.email(), r.address(), r.legalRepName(), r.legalRepId(), r.projectCode(),
        r.projectName(), r.projectArea());
  }

  /** Neither a legal person nor known to pay its tax. */
  public static RegisterParty unqualified(RegisterParty r) {
    return new RegisterParty(
        r.creditCode(), r.name(), r.kinds(), r.partyClass(), r.area(), r.foundedOn(), r.industry(), false, false, r.contactName(),
        r.phone(), r.email(), r.address(), r.legalRepName(), r.legalRepId(), r.projectCode(), r.projectName(), r.projectArea());
  }

  public static RegisterParty represented(RegisterParty r, String legalRepName, String legalRepId) {
    return new RegisterParty(
        r.creditCode(), r.name(), r.kinds(), r.partyClass(), r.area(), r.foundedOn(), r.industry(), r.legalPerson(),
        r.taxCompliant(), r.contactName(), r.phone(), r.email(), r.address(), legalRepName, legalRepId, r.projectCode(),
        r.projectName(), r.projectArea());
  }

  public static RegisterParty project(RegisterParty r, @Nullable String projectCode, String projectArea) {
    return new RegisterParty(
        r.creditCode(), r.name(), r.kinds(), r.partyClass(), r.area(), r.foundedOn(), r.industry(), r.legalPerson(),
        r.taxCompliant(), r.contactName(), r.phone(), r.email(), r.address(), r.legalRepName(), r.legalRepId(), projectCode,
        r.name() + "项目", projectArea);
  }

  /** The competent office has found everything as the party states it, and its projects on the provincial platform. */
  public static UUID authenticated(Parties parties, UUID id) {
    Party party = parties.get(id);
    parties.verify(office(party.area()), id, party.taxCompliant(), "证照齐全").orThrow();
    parties.projects(id).forEach(p -> parties.projectChecked(office(p.area()), id, p.id(), true, "平台可查").orThrow());
    return id;
  }

  /** Somebody of the office that handles the cases of an area. */
  public static Actor office(String area) {
    return area.equals("GUIAN")
        ? new Actor(Ids.next(), "新区经办", Role.BUREAU, null, "GUIAN_BUREAU", Set.of("GUIAN"))
        : new Actor(Ids.next(), "中心经办", Role.CENTRE, null, "CENTRE", Set.of("GUIYANG", "GUIAN"));
  }
}
