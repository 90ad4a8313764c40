package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;

/** Filing of agreed contracts against vouchers, article by article; and the measure's last day. */
class FilingTests extends RedemptionWorld {
  private static final Money HALF = Money.of("25000");
  @Autowired Vouchers vouchers;
  @Autowired VoucherLapse lapse;
  @Autowired AuditTrail audit;
  @Autowired Tasks tasks;
  @Autowired Decisions decisions;
  @Autowired Notifications notifications;

  private UUID item(String category) {
    Item item =
        Item.market("服务" + Ids.next(), category, "innovation", "检测并出具报告。", "受理、检测、出具报告。", PRICE.fen(), "每项", "0851-85551234");
    return asTenant(() -> catalogue.publish(institution, qualified(item)).orThrow());
  }

  /** Agreed by both sides over the signed paper, for two months from today. */
  private UUID agreed(UUID item, Money price, Money voucher) {
    LocalDate today = LocalDate.now(clock);
    return agreed(new DraftContract(item, "检测服务合同", price.fen(), voucher.fen(), today, today.plusMonths(2), "出具报告。", List.of(), null, null));
  }

  private UUID agreed(DraftContract draft) {
    return asTenant(
        () -> {
          UUID id = contracts.draft(enterprise, draft).orThrow();
          Contract offered = contracts.offer(enterprise, id).orThrow();
          contracts.accept(institution, id, offered.revision()).orThrow();
          UUID paper = paper(institution, "signed_contract");
          Contract signed = contracts.sign(institution, id, SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow();
          contracts.agree(enterprise, id, Objects.requireNonNull(signed.signedHash())).orThrow();
          return id;
        });
  }

  private UUID agreed() {
    return agreed(item("testing"), PRICE, VOUCHER);
  }

  private UUID voucher(UUID batch, Money amount) {
    return Objects.requireNonNull(asTenant(() -> desk.claim(enterprise, batch, amount, Ids.next().toString())).voucher());
  }

  private Outcome<UUID> file(UUID contract, VoucherPart... parts) {
    return asTenant(() -> filing.file(enterprise, contract, List.of(parts)));
  }

  private static VoucherPart part(UUID voucher, Money amount) {
    return new VoucherPart(voucher, amount);
  }

  private Money free(UUID voucher) {
    return asTenant(() -> vouchers.get(voucher)).free();
  }

  @Test
  void GYV_2_1_only_a_holder_that_qualifies_today_spends_what_it_received() {
    UUID voucher = voucher();
    UUID contract = agreed();
    UUID party = enterprise.partyOrThrow();
    Actor office = centre();
    asTenant(() -> parties.unverify(office, party, "营业执照已吊销")).orThrow();
    assertThat(provisions(file(contract, part(voucher, VOUCHER)))).containsExactly("GYV-6-1");
    inTransaction(() -> jdbc.sql("update party set area = 'ELSEWHERE' where id = ?").param(party).update());
    asTenant(() -> parties.verify(office, party, true, "迁出本市后的营业执照")).orThrow();
    assertThat(codes(file(contract, part(voucher, VOUCHER)))).as("it has moved away").containsExactly("filing_area");
    assertThat(free(voucher)).isEqualTo(VOUCHER);
    inTransaction(() -> jdbc.sql("update party set area = '520115' where id = ?").param(party).update());
    file(contract, part(voucher, VOUCHER)).orThrow();
    UUID kept = inTransaction(() -> jdbc.sql("select id from decision where subject = ? and role like '%claim.eligibility'").param(contract).query(UUID.class).single());
    assertThat(asTenant(() -> decisions.replay(kept)).differences()).isEmpty();
  }

  @Test
  void GYV_9_2_both_sides_are_warned_before_they_sign_that_the_vouchers_do_not_reach() {
    Contract without = asTenant(() -> contracts.get(offered(item("digital"))));
    assertThat(warnings(without)).contains("vouchers_do_not_reach");
    voucher();
    assertThat(warnings(without)).doesNotContain("vouchers_do_not_reach");
    LocalDate today = LocalDate.now(clock);
    DraftContract greedy =
        new DraftContract(item("digital"), "合同", VOUCHER.fen(), VOUCHER.fen(), today, today.plusMonths(2), null, List.of(), null, null);
    Contract beyondShare = asTenant(() -> contracts.get(contracts.draft(enterprise, greedy).orThrow()));
    assertThat(warnings(beyondShare)).as("60 percent of the price is less").contains("vouchers_do_not_reach");
  }

  private List<String> warnings(Contract c) {
    return asTenant(() -> contracts.warnings(c)).stream().map(w -> w.code()).toList();
  }

  @Test
  void GYI_4_3_an_enterprise_whose_contract_is_not_filed_yet_is_told_that_its_institution_was_removed() {
    Contract offered = asTenant(() -> contracts.get(offered(item("digital"))));
    Contract accepted = asTenant(() -> contracts.get(offered(item("digital"))));
    asTenant(() -> contracts.accept(institution, accepted.id(), accepted.revision()).orThrow());
    Contract agreed = asTenant(() -> contracts.get(agreed()));
    Contract withdrawn = asTenant(() -> contracts.get(offered(item("digital"))));
    asTenant(() -> contracts.withdraw(enterprise, withdrawn.id(), "不再需要").orThrow());
    remove();
    List<Notification> told =
        asTenant(() -> notifications.list(enterprise, false, 50, 0)).stream().filter(n -> n.subject().zh().startsWith("服务机构已被清退")).toList();
    assertThat(told).hasSize(3).allMatch(n -> "GYI-4-3".equals(n.provision()));
    for (Contract c : List.of(offered, accepted, agreed)) {
      assertThat(told).filteredOn(n -> n.link().equals("/contracts/" + c.id()) && n.body().zh().contains(c.number())).hasSize(1);
    }
  }

  private UUID offered(UUID item) {
    LocalDate today = LocalDate.now(clock);
    DraftContract draft = new DraftContract(item, "合同", PRICE.fen(), VOUCHER.fen(), today, today.plusMonths(2), null, List.of(), null, null);
    return contracts.offer(enterprise, contracts.draft(enterprise, draft).orThrow()).orThrow().id();
  }

  @Test
  void GYV_2_2_an_institution_that_is_no_longer_on_the_register_takes_no_voucher() {
    UUID contract = agreed();
    UUID voucher = voucher();
    remove();
    Outcome<UUID> refused = file(contract, part(voucher, VOUCHER));
    assertThat(provisions(refused)).contains("GYV-2-2");
    assertThat(free(voucher)).isEqualTo(VOUCHER);
  }

  private void remove() {
    UUID entry = entry(institution).id();
    asTenant(
        () -> {
          UUID evidence = paper(reviewer, "evidence");
          UUID removal = removals.propose(reviewer, entry, "false_materials", "出具虚假检测报告三份", MONDAY.plusDays(30), List.of(evidence), List.of()).orThrow();
          removals.heard(institution, removal, "无异议", List.of()).orThrow();
          return removals.decide(decider, removal, removals.get(decider, removal).revision(), true, "事实清楚").orThrow();
        });
  }

  @Test
  void GYV_2_2_an_institution_on_the_register_does() {
    UUID contract = agreed();
    UUID filed = file(contract, part(voucher(), VOUCHER)).orThrow();
    assertThat(inTransaction(() -> jdbc.sql("select content::text from decision where subject = ? and measure = 'GYV'").param(contract).query(String.class).single()))
        .contains("GYV-2-2");
    assertThat(filed).isNotNull();
  }

  @Test
  void GYV_3_1_the_guide_may_allow_fewer_categories_than_the_measure() {
    UUID digital = batch(g -> g.categories(Set.of("digital")));
    Outcome<UUID> refused = file(agreed(), part(voucher(digital, VOUCHER), VOUCHER));
    assertThat(provisions(refused)).contains("GYV-3-1");
    assertThat(file(agreed(item("digital"), PRICE, VOUCHER), part(voucher(digital, VOUCHER), VOUCHER)).isDone()).isTrue();
  }

  @Test
  void GYV_3_1_another_service_needs_the_administrators_reasoned_word() {
    UUID contract = agreed(item("other"), PRICE, VOUCHER);
    UUID voucher = voucher();
    assertThat(provisions(file(contract, part(voucher, VOUCHER)))).containsExactly("GYV-3-1");
    Actor centre = centre();
    assertThat(codes(asTenant(() -> filing.judgeCategory(centre, contract, true, " ")))).contains("reason_missing");
    asTenant(() -> filing.judgeCategory(centre, contract, true, "有助于工业企业改进工艺").orThrow());
    assertThat(file(contract, part(voucher, VOUCHER)).isDone()).isTrue();
  }

  @Test
  void GYV_3_1_a_contract_that_needs_the_administrators_word_waits_in_the_inbox_of_the_office_that_handles_it() {
    UUID contract = agreed(item("other"), PRICE, VOUCHER);
    Actor centre = centre();
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    assertThat(waiting(centre, contract)).singleElement().matches(t -> "GYV-3-1".equals(t.provision()));
    assertThat(waiting(bureau, contract)).as("another office").isEmpty();
    assertThat(waiting(guian, contract)).as("another place").isEmpty();
    assertThat(waiting(centre, agreed())).as("a listed category").isEmpty();
    asTenant(() -> filing.judgeCategory(centre, contract, false, "与工业企业无关").orThrow());
    assertThat(waiting(centre, contract)).isEmpty();
  }

  private List<Task> waiting(Actor official, UUID contract) {
    return asTenant(() -> tasks.of(official)).stream().filter(t -> t.id().equals(contract)).toList();
  }

  @Test
  void GYV_9_2_a_voucher_pays_several_contracts_and_a_contract_takes_several_vouchers() {
    UUID first = voucher();
    assertThat(file(agreed(item("testing"), PRICE, HALF), part(first, HALF)).isDone()).isTrue();
    UUID second = voucher();
    assertThat(file(agreed(item("digital"), PRICE, VOUCHER), part(first, HALF), part(second, HALF)).isDone()).isTrue();
    assertThat(free(first)).isEqualTo(Money.ZERO);
    assertThat(free(second)).isEqualTo(HALF);
  }

  @Test
  void GYV_9_2_never_more_than_the_voucher_holds_nor_than_the_share_of_the_price() {
    UUID voucher = voucher();
    Money much = Money.of("50000.01");
    Outcome<UUID> over = file(agreed(item("testing"), PRICE, much), part(voucher, much));
    assertThat(codes(over)).contains("voucher_too_small");
    assertThat(provisions(over)).contains("GYV-9-2");
    Money sixty = Money.of("50000");
    Money price = Money.of("83333.32");
    Outcome<UUID> share = file(agreed(item("digital"), price, sixty), part(voucher, sixty));
    assertThat(provisions(share)).as("60 %% of 83,333.32 are 49,999.99").containsExactly("GYV-9-2");
    assertThat(share.refusals().getFirst().sentence().zh()).contains("49,999.99");
    assertThat(file(agreed(item("digital"), Money.of("83333.34"), sixty), part(voucher, sixty)).isDone()).isTrue();
  }

  @Test
  void GYV_10_1_filing_locks_the_amount_and_a_release_gives_it_back() {
    UUID voucher = voucher();
    UUID contract = agreed();
    assertThat(provisions(file(contract, part(voucher, VOUCHER.minus(new Money(1)))))).as("one fen less than agreed").contains("GYV-10-1");
    UUID filed = file(contract, part(voucher, VOUCHER)).orThrow();
    assertThat(position().locked()).isEqualTo(VOUCHER);
    assertThat(position().balances()).isTrue();
    assertThat(asTenant(() -> audit.of(filed))).singleElement().matches(r -> "GYV-10-1".equals(r.provision()));
    assertThat(codes(file(contract, part(voucher, VOUCHER)))).contains("filing_state");
    Actor centre = centre();
    asTenant(() -> filing.release(centre, contract, "双方协商终止").orThrow());
    assertThat(free(voucher)).isEqualTo(VOUCHER);
    assertThat(position().locked()).isEqualTo(Money.ZERO);
  }

  @Test
  void GYV_10_1_only_the_enterprise_files_its_own_vouchers_while_they_are_valid() {
    UUID contract = agreed();
    UUID voucher = voucher();
    Actor stranger = partyOf(PartyFixtures.anEnterprise(), Role.ENTERPRISE);
    Outcome<UUID> other = asTenant(() -> filing.file(stranger, contract, List.of(part(voucher, VOUCHER))));
    assertThat(codes(other)).contains("filing_not_client", "voucher_not_yours");
    LocalDate last = asTenant(() -> vouchers.get(voucher)).lastDay();
    on(last.plusDays(1));
    assertThat(codes(file(contract, part(voucher, VOUCHER)))).contains("voucher_lapsed");
    on(last);
    assertThat(codes(file(contract, part(voucher, VOUCHER)))).doesNotContain("voucher_lapsed");
  }

  /** What comes back after the end can be handed back, and no new money comes in. */
  private void budgetOnlyShrinks() {
    var old = asTenant(() -> budgets.lines(finance)).stream().filter(l -> l.line().id().equals(line)).findFirst().orElseThrow().line();
    Money before = position().budget();
    Money less = before.minus(Money.of("100"));
    assertThat(provisions(asTenant(() -> budgets.plan(bureau, new PlanBudget("GYV", old.funder(), old.year(), before.plus(new Money(1)), "追加")))))
        .containsExactly("GYV-14-1");
    UUID change = asTenant(() -> budgets.plan(bureau, new PlanBudget("GYV", old.funder(), old.year(), less, "交回财政")).orThrow());
    asTenant(() -> budgets.confirm(finance, change).orThrow());
    assertThat(position().budget()).isEqualTo(less);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYI_8_1_a_contract_agreed_within_the_qualification_is_not_filed_after_its_last_day_until_it_is_renewed() {
    Item item = Item.market("服务" + Ids.next(), "testing", "innovation", "检测", "检测", PRICE.fen(), "每项", "0851-85551234");
    UUID id = asTenant(() -> catalogue.publish(institution, certified(item, MONDAY.plusDays(10))).orThrow());
    UUID contract = agreed(id, PRICE, VOUCHER);
    UUID voucher = voucher();
    on(MONDAY.plusDays(11));
    assertThat(provisions(file(contract, part(voucher, VOUCHER)))).containsExactly("GYI-8-1");
    assertThat(free(voucher)).isEqualTo(VOUCHER);
    ServiceItem before = asTenant(() -> catalogue.item(id));
    asTenant(() -> catalogue.edit(institution, id, before.revision(), qualified(before.item())).orThrow());
    asTenant(() -> catalogue.publish(institution, id).orThrow());
    assertThat(file(contract, part(voucher, VOUCHER)).isDone()).as("renewed since").isTrue();
    assertThat(asTenant(() -> decisions.of("contract", contract))).anyMatch(k -> k.decision().measure().equals("GYI") && k.decision().granted());
  }

  @Test
  void GYV_14_1_after_the_last_day_no_batch_no_claim_and_no_filing() {
    // Open for thirty days, to the minute: opened in the evening, it is still open on the morning of the last day.
    clock.moveTo(LocalDate.of(2025, 12, 1).atTime(18, 0).atZone(java.time.ZoneId.of("Asia/Shanghai")));
    UUID late = batch(g -> g);
    Map<String, List<UUID>> papers = papers(institution, "social_insurance", "audited_accounts");
    asTenant(() -> yearly.file(institution, entry(institution).id(), papers).orThrow());
    on(LocalDate.of(2025, 12, 31));
    UUID voucher = voucher(late, VOUCHER);
    assertThat(asTenant(() -> vouchers.get(voucher)).lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
    UUID contract = agreed();
    assertThat(provisions(file(contract, part(voucher, Money.of("1"))))).as("the last day is in time").doesNotContain("GYV-14-1");

    on(LocalDate.of(2026, 1, 1));
    assertThat(provisions(file(contract, part(voucher, VOUCHER)))).contains("GYV-14-1");
    budgetOnlyShrinks();
    ClaimAnswer claim = asTenant(() -> desk.claim(enterprise, late, HALF, Ids.next().toString()));
    assertThat(claim.refusals())
        .anyMatch(r -> "GYV-14-1".equals(r.provision()) && r.sentence().zh().equals("办法有效期至 2025-12-31，2026-01-01 不再办理此事项。"));
    LocalDateTime now = LocalDateTime.now(clock);
    PlanBatch plan =
        new PlanBatch(
            line, new Text("迟到的批次", "Late batch"), VOUCHER,
            Guide.builder().validityDays(30).build(), now.plusMinutes(1), now.plusDays(5), null, null);
    Outcome<UUID> planned = asTenant(() -> batches.plan(bureau, plan));
    assertThat(codes(planned)).contains("batch_after_end");
    assertThat(provisions(planned)).contains("GYV-14-1");
  }

  @Test
  void GYV_14_1_what_is_unspent_lapses_into_the_budget_and_what_was_filed_is_performed_and_redeemed() {
    Contract filed = filed();
    UUID unspent = voucher();
    LocalDate last = asTenant(() -> vouchers.get(unspent)).lastDay();
    Money before = position().unissued();
    inTransaction(() -> { lapse.run(last.plusDays(1)); return null; });
    assertThat(free(unspent)).isEqualTo(Money.ZERO);
    assertThat(position().unissued()).isEqualTo(before.plus(VOUCHER));
    assertThat(position().locked()).as("filed before the end").isEqualTo(VOUCHER);
    assertThat(asTenant(() -> audit.of(unspent))).anyMatch(r -> r.act().equals("voucher.lapsed") && "GYV-14-1".equals(r.provision()));
    on(LocalDate.of(2026, 1, 5));
    var opened = complete(filed);
    assertThat(submit(complete(opened)).isDone()).as("performed and redeemed within its window").isTrue();
  }
}
