package org.zhuqi.platform;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.RealFiles;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyClass;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.DayTurn;
import org.zhuqi.platform.time.MovableClock;

/** People, parties and papers that are right by default, on a Monday in September 2024. */
public abstract class PeopleTest extends PlatformTest {
  protected static final LocalDate MONDAY = LocalDate.of(2024, 9, 2);
  protected static final String PASSWORD = "Correct-Horse-7";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

  @Autowired protected Documents documents;
  @Autowired protected Parties parties;
  @Autowired protected Accounts accounts;
  @Autowired protected MovableClock clock;
  @Autowired protected DayTurn days;

  @BeforeEach
  void monday() {
    on(MONDAY);
    asTenant(() -> days.run());
  }

  @AfterEach
  void clockBack() {
    on(MONDAY);
  }

  /** Nine in the morning of a day. */
  protected void on(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(ZONE));
  }

  /** Moves to a day and lets everything happen that is due by then. */
  protected void turnTo(LocalDate day) {
    on(day);
    asTenant(() -> days.run());
  }

  protected Actor official(Role role, String agency, String... funders) {
    int n = NEXT.incrementAndGet();
    OpenAccount open = OpenAccount.official("official" + n, "经办" + n, role, agency, Set.of(funders)).withPassword(PASSWORD);
    return asTenant(() -> accounts.actor(accounts.open(Actor.SYSTEM, open).orThrow().id()));
  }

  /** Of the centre, for both funders. */
  protected Actor centre() {
    return official(Role.CENTRE, "CENTRE", "GUIYANG", "GUIAN");
  }

  /** Registered and authenticated, with one account. */
  protected Actor partyOf(RegisterParty r, Role role) {
    UUID id = asTenant(() -> parties.register(Actor.SYSTEM, r).orThrow());
    Actor verifier = centre();
    asTenant(() -> parties.verify(verifier, id, true, "证照齐全").orThrow());
    return memberOf(id, role);
  }

  protected Actor memberOf(UUID party, Role role) {
    int n = NEXT.incrementAndGet();
    OpenAccount open = OpenAccount.ofParty("party" + n, "联系人" + n, party, Set.of(role)).withPassword(PASSWORD);
    return asTenant(() -> accounts.actor(accounts.open(Actor.SYSTEM, open).orThrow().id()));
  }

  protected Actor anInstitution() {
    return partyOf(PartyFixtures.anInstitution(), Role.INSTITUTION);
  }

  protected Actor aPublicInstitution() {
    return partyOf(PartyFixtures.classed(PartyFixtures.anInstitution(), PartyClass.PUBLIC_INSTITUTION), Role.INSTITUTION);
  }

  protected Actor anEnterprise() {
    return partyOf(PartyFixtures.anEnterprise(), Role.ENTERPRISE);
  }

  /** A PDF of today. */
  protected UUID paper(Actor by, String code) {
    return paper(by, code, LocalDate.now(clock));
  }

  protected UUID paper(Actor by, String code, LocalDate issued) {
    byte[] pdf = RealFiles.pdf(code + " " + NEXT.incrementAndGet());
    return asTenant(
        () -> documents.store(by, by.party(), code, code + ".pdf", new ByteArrayInputStream(pdf), issued, null).orThrow());
  }
}
