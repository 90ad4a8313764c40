package org.zhuqi.platform.redemption;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.GuideBuilder;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.parties.BankAccounts;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.RegisterTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.ClaimDesk;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.PlanBudget;
import org.zhuqi.platform.vouchers.VoucherPart;

/** From an admitted institution to a payment, step by step, right by default: 100,000 yuan, half of it by voucher. */
public abstract class RedemptionWorld extends RegisterTest {
  protected static final String GUIYANG = "GUIYANG";
  protected static final Money PRICE = Money.of("100000");
  protected static final Money VOUCHER = Money.of("50000");
  private static final AtomicInteger YEARS = new AtomicInteger(9999);
  private static final AtomicLong INVOICES = new AtomicLong(System.nanoTime() % 1_000_000_000L);

  @Autowired protected Redemptions redemptions;
  @Autowired protected Budgets budgets;
  @Autowired protected Batches batches;
  @Autowired protected ClaimDesk desk;
  @Autowired protected Filing filing;
  @Autowired protected Catalogue catalogue;
  @Autowired protected Contracts contracts;
  @Autowired protected Ledger ledger;
  @Autowired protected BankAccounts bankAccounts;

  protected Actor bureau;
  protected Actor secondBureau;
  protected Actor finance;
  protected Actor secondFinance;
  protected Actor thirdParty;
  protected Actor institution;
  protected Actor enterprise;
  protected UUID line;
  protected UUID batch;

  @BeforeEach
  void people() {
    bureau = official(Role.BUREAU, "GUIYANG_BUREAU", GUIYANG);
    secondBureau = official(Role.BUREAU, "GUIYANG_BUREAU", GUIYANG);
    finance = official(Role.FINANCE, "GUIYANG_FINANCE", GUIYANG);
    secondFinance = official(Role.FINANCE, "GUIYANG_FINANCE", GUIYANG);
    thirdParty = official(Role.REVIEWER, "REVIEW", GUIYANG, "GUIAN");
    institution = anInstitution();
    admitted(institution);
    enterprise = anEnterprise();
    line = line();
    batch = batch(g -> g);
  }

  protected UUID line() {
    return line(GUIYANG);
  }

  protected UUID line(String funder) {
    PlanBudget plan = new PlanBudget("GYV", funder, YEARS.decrementAndGet(), Money.of("1000000"), "测试批复");
    return asTenant(() -> budgets.confirm(finance, budgets.plan(bureau, plan).orThrow()).orThrow());
  }

  protected UUID batch(UnaryOperator<GuideBuilder> change) {
    Guide guide = change.apply(Guide.builder().sharePercent(60).validityDays(180).redemptionWindowDays(60)).build();
    LocalDateTime now = LocalDateTime.now(clock);
    PlanBatch plan =
        new PlanBatch(
            line, new Text("测试批次", "Test batch"), Money.of("200000"), guide, now.minusMinutes(5), now.plusDays(30),
            paper(bureau, "plan"), paper(bureau, "guide"));
    return asTenant(() -> batches.open(bureau, batches.plan(bureau, plan).orThrow()).orThrow());
  }

  protected UUID voucher() {
    return java.util.Objects.requireNonNull(
        asTenant(() -> desk.claim(enterprise, batch, VOUCHER, Ids.next().toString())).voucher());
  }

  /** With a certificate that covers its category for years. */
  protected Item qualified(Item item) {
    return certified(item, MONDAY.plusYears(5));
  }

  protected Item certified(Item item, LocalDate until) {
    return item.qualified(paper(institution, "qualification"), List.of(java.util.Objects.requireNonNull(item.category())), until);
  }

  /** A filed contract with the voucher locked on it. */
  protected Contract filed() {
    UUID voucher = voucher();
    LocalDate today = LocalDate.now(clock);
    Item item =
        Item.market("材料检测" + Ids.next(), "testing", "innovation", "检测并出具报告。", "受理、检测、出具报告。", PRICE.fen(), "每项", "0851-85551234");
    return asTenant(
        () -> {
          UUID published = catalogue.publish(institution, qualified(item)).orThrow();
          DraftContract draft =
              new DraftContract(published, "检测服务合同", PRICE.fen(), VOUCHER.fen(), today, today.plusMonths(2), "出具报告。", List.of(), null, null);
          UUID id = contracts.draft(enterprise, draft).orThrow();
          Contract offered = contracts.offer(enterprise, id).orThrow();
          contracts.accept(institution, id, offered.revision()).orThrow();
          UUID paper = paper(institution, "signed_contract");
          Contract signed = contracts.sign(institution, id, SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow();
          contracts.agree(enterprise, id, java.util.Objects.requireNonNull(signed.signedHash())).orThrow();
          filing.file(enterprise, id, List.of(new VoucherPart(voucher, VOUCHER))).orThrow();
          return contracts.get(id);
        });
  }

  /** Performed and confirmed: its application stands open. */
  protected Redemption opened() {
    return complete(filed());
  }

  protected Redemption complete(Contract c) {
    return asTenant(
        () -> {
          contracts.deliver(institution, c.id(), "报告见附件", List.of(paper(institution, "result"))).orThrow();
          contracts.confirm(enterprise, c.id()).orThrow();
          return redemptions.ofContracts(List.of(c.id())).getFirst();
        });
  }

  protected String invoiceNumber() {
    return "2452%016d".formatted(INVOICES.incrementAndGet());
  }

  /** The invoice that this contract needs. */
  protected InvoiceXml invoice() {
    return InvoiceXml.anInvoice()
        .number(invoiceNumber())
        .issued(LocalDate.now(clock) + " 10:00:00")
        .seller(code(institution))
        .buyer(code(enterprise))
        .totalFen(PRICE.fen());
  }

  protected String code(Actor party) {
    return asTenant(() -> parties.get(party.partyOrThrow()).creditCode().value());
  }

  protected Outcome<Invoice> add(Redemption r, InvoiceXml invoice) {
    return asTenant(() -> redemptions.addInvoice(institution, r.id(), "发票.xml", invoice.bytes()));
  }

  protected void pay(Redemption r, Money amount) {
    pay(r, amount, LocalDate.now(clock), Ids.next().toString());
  }

  protected void pay(Redemption r, Money amount, LocalDate on, String reference) {
    AddReceipt receipt = new AddReceipt(paper(institution, "bank_receipt"), amount, on, reference);
    asTenant(() -> redemptions.addReceipt(institution, r.id(), receipt).orThrow());
  }

  /** Everything handed in that is asked for. */
  protected Redemption complete(Redemption r) {
    add(r, invoice()).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    return r;
  }

  protected Outcome<Redemption> submit(Redemption r) {
    return asTenant(() -> redemptions.submit(institution, r.id(), true));
  }

  protected Redemption submitted() {
    return submit(complete(opened())).orThrow();
  }

  protected CaseFile caseOf(Redemption r) {
    return inTransaction(() -> casework.ofSubject(Redemptions.KIND, r.id()));
  }

  protected static ReviewSheet sheet() {
    return new ReviewSheet(true, true, Map.of("real", "是", "complete", "是", "amounts", "是", "price", "是"), "服务真实，材料齐全");
  }

  protected Outcome<CaseFile> review(Actor by, Redemption r, ReviewSheet sheet) {
    long revision = caseOf(r).revision();
    return asTenant(() -> redemptions.review(by, r.id(), revision, sheet, StageDecision.PASS));
  }

  protected Outcome<CaseFile> approve(Actor by, Redemption r) {
    CaseFile f = caseOf(r);
    return asTenant(() -> casework.decide(by, f.id(), f.revision(), StageDecision.PASS, "同意列入拟兑现名单"));
  }

  protected Redemption approved() {
    return approved(invoice());
  }

  protected Redemption approved(InvoiceXml invoice) {
    Redemption r = opened();
    add(r, invoice).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    submit(r).orThrow();
    review(thirdParty, r, sheet()).orThrow();
    approve(bureau, r).orThrow();
    return now(r);
  }

  /** @return the notice */
  protected UUID published(Redemption... lines) {
    List<UUID> ids = java.util.Arrays.stream(lines).map(Redemption::id).toList();
    return asTenant(() -> redemptions.publish(bureau, GUIYANG, ids).orThrow());
  }

  /** Its notice has run its time: owed by the funder. */
  protected Redemption payable() {
    return payable(invoice());
  }

  protected Redemption payable(InvoiceXml invoice) {
    Redemption r = approved(invoice);
    UUID notice = published(r);
    turnTo(asTenant(() -> notices.get(notice)).lastDay().plusDays(1));
    return now(r);
  }

  /** The institution leaves the register for fraud; it had nothing to say. */
  protected void remove(Entry entry) {
    Actor proposer = centre();
    UUID removal =
        asTenant(
            () -> removals.propose(proposer, entry.id(), "fraud", "伪造检测报告", LocalDate.now(clock).plusDays(14), List.of(paper(proposer, "evidence")), List.of()).orThrow());
    asTenant(() -> removals.waive(institution, removal).orThrow());
    Actor decider = centre();
    long revision = asTenant(() -> removals.get(decider, removal)).revision();
    asTenant(() -> removals.decide(decider, removal, revision, true, "事实清楚，证据充分").orThrow());
  }

  protected void account(Actor party) {
    asTenant(
        () -> {
          String name = parties.get(party.partyOrThrow()).name();
          return bankAccounts.set(party, party.partyOrThrow(), name, "中国工商银行测试支行", "6222" + System.nanoTime() % 1_000_000_000_000L).orThrow();
        });
  }

  protected Redemption now(Redemption r) {
    return asTenant(() -> redemptions.get(Actor.SYSTEM, r.id()));
  }

  protected Position position() {
    return inTransaction(() -> ledger.position(line));
  }

  protected static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  protected static Set<String> provisions(Outcome<?> outcome) {
    return outcome.refusals().stream().map(r -> String.valueOf(r.provision())).collect(java.util.stream.Collectors.toSet());
  }
}
