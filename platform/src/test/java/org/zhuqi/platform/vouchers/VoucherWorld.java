package org.zhuqi.platform.vouchers;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.GuideBuilder;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.BrowserTest;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.documents.RealFiles;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

/** A funder with a budget, batches, and holders: valid by default. Each test takes a budget year of its own, far ahead. */
abstract class VoucherWorld extends BrowserTest {
  static final String GUIYANG = "GUIYANG";
  static final String GUIAN = "GUIAN";
  private static final AtomicInteger PARTIES = new AtomicInteger((int) (System.nanoTime() % 90_000_000));
  private static final AtomicInteger YEARS = new AtomicInteger(3001);

  @Autowired Parties parties;
  @Autowired Budgets budgets;
  @Autowired Batches batches;
  @Autowired ClaimDesk desk;
  @Autowired Vouchers vouchers;
  @Autowired Documents documents;
  @Autowired Ledger ledger;
  @Autowired Clock clock;

  static Actor official(Role role, String agency, String... funders) {
    return new Actor(Ids.next(), agency, role, null, agency, Set.of(funders));
  }

  final Actor bureau = official(Role.BUREAU, "GUIYANG_BUREAU", GUIYANG);
  final Actor finance = official(Role.FINANCE, "GUIYANG_FINANCE", GUIYANG);
  final Actor guianBureau = official(Role.BUREAU, "GUIAN_BUREAU", GUIAN);
  final Actor guianFinance = official(Role.FINANCE, "GUIAN_FINANCE", GUIAN);

  static String code() {
    return CreditCode.complete("91520100", "MA" + "%06d".formatted(PARTIES.incrementAndGet() % 1_000_000)).value();
  }

  static RegisterParty enterprise() {
    String code = code();
    return PartyFixtures.enterprise(
        code, "测试企业" + code.substring(8), "520115", "equipment", LocalDate.of(2015, 1, 1), "13800000000");
  }

  static RegisterParty projectOwner() {
    String code = code();
    return PartyFixtures.projectOwner(
        code, "测试业主" + code.substring(8), "520115", LocalDate.of(2015, 1, 1), "13800000000", "2309-520115-04-01-" + code.substring(10, 16));
  }

  /** A registered and authenticated party's account. */
  Actor holder(RegisterParty party) {
    Actor newcomer = newcomer(party);
    asTenant(() -> PartyFixtures.authenticated(parties, newcomer.partyOrThrow()));
    return newcomer;
  }

  /** A registered party's account; nobody has looked at its licence yet. */
  Actor newcomer(RegisterParty party) {
    UUID id = asTenant(() -> parties.register(Actor.SYSTEM, party).orThrow());
    return new Actor(Ids.next(), party.name(), Role.ENTERPRISE, id, null, Set.of());
  }

  Actor holder() {
    return holder(enterprise());
  }

  static Money yuan(String amount) {
    return Money.of(amount);
  }

  /** A confirmed budget line of a year that no other test uses. */
  UUID line(Actor bureau, Actor finance, String amount) {
    String funder = bureau.funders().iterator().next();
    PlanBudget plan = new PlanBudget("GYV", funder, YEARS.incrementAndGet(), yuan(amount), "测试批复");
    return asTenant(() -> budgets.confirm(finance, budgets.plan(bureau, plan).orThrow()).orThrow());
  }

  UUID line(String amount) {
    return line(bureau, finance, amount);
  }

  static GuideBuilder guide() {
    return Guide.builder().validityDays(180);
  }

  /** An open batch of Guiyang. */
  UUID batch(String amount, UnaryOperator<GuideBuilder> guide) {
    return batch(bureau, line(amount), amount, guide.apply(guide()).build());
  }

  UUID batch(String amount) {
    return batch(amount, g -> g);
  }

  UUID batch(Actor by, UUID line, String amount, Guide guide) {
    LocalDateTime now = LocalDateTime.now(clock);
    return batch(by, line, amount, guide, now.minusMinutes(5), now.plusDays(30));
  }

  UUID batch(Actor by, UUID line, String amount, Guide guide, LocalDateTime opens, LocalDateTime closes) {
    PlanBatch plan =
        new PlanBatch(line, new Text("测试批次", "Test batch"), yuan(amount), guide, opens, closes, paper(by), paper(by));
    return asTenant(() -> batches.open(by, batches.plan(by, plan).orThrow()).orThrow());
  }

  /** A stored document of that official. */
  UUID paper(Actor by) {
    return asTenant(
        () ->
            documents
                .store(by, by.party(), "plan", "paper.pdf", new ByteArrayInputStream(RealFiles.pdf("paper")), null)
                .orThrow());
  }

  ClaimAnswer claim(Actor by, UUID batch, String amount) {
    return claim(by, batch, amount, Ids.next().toString());
  }

  ClaimAnswer claim(Actor by, UUID batch, String amount, String key) {
    return asTenant(() -> desk.claim(by, batch, yuan(amount), key));
  }

  Money issued(UUID batch) {
    return inTransaction(() -> batches.get(batch).gone());
  }
}
