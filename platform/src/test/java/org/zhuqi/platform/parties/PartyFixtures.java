package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

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
    return RegisterParty.enterprise(
        creditCode(), "贵阳测试机械有限公司" + NEXT.get(), "520102", "equipment", LocalDate.of(2015, 3, 9), phone());
  }

  public static RegisterParty anInstitution() {
    return RegisterParty.institution(creditCode(), "贵州测试检验有限公司" + NEXT.get(), "520115", LocalDate.of(2018, 6, 1), phone());
  }

  public static RegisterParty aProjectOwner() {
    return RegisterParty.projectOwner(
        creditCode(), "贵安测试新材料有限公司" + NEXT.get(), "GUIAN", LocalDate.of(2020, 1, 2), phone(), projectCode());
  }
}
