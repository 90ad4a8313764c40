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
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
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

  private UUID item(String category) {
    Item item =
        Item.market("服务" + Ids.next(), category, "innovation", "检测并出具报告。", "受理、检测、出具报告。", PRICE.fen(), "每项", "0851-85551234");
    return asTenant(() -> catalogue.publish(institution, item).orThrow());
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
  void GYV_2_2_an_institution_that_is_no_longer_on_the_register_takes_no_voucher() {
    UUID contract = agreed();
    UUID voucher = voucher();
    UUID entry = entry(institution).id();
    asTenant(
        () -> {
          UUID evidence = paper(reviewer, "evidence");
          UUID removal = removals.propose(reviewer, entry, "false_materials", "出具虚假检测报告三份", MONDAY.plusDays(30), List.of(evidence)).orThrow();
          removals.heard(institution, removal, "无异议").orThrow();
          return removals.decide(decider, removal, removals.get(decider, removal).revision(), true, "事实清楚").orThrow();
        });
    Outcome<UUID> refused = file(contract, part(voucher, VOUCHER));
    assertThat(provisions(refused)).contains("GYV-2-2");
    assertThat(free(voucher)).isEqualTo(VOUCHER);
  }

  @Test
  void GYV_2_2_an_institution_on_the_register_does() {
    UUID contract = agreed();
    UUID filed = file(contract, part(voucher(), VOUCHER)).orThrow();
    assertThat(inTransaction(() -> jdbc.sql("select content::text from decision where subject = ?").param(contract).query(String.class).single()))
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
