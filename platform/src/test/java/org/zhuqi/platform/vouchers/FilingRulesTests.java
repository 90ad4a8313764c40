package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.parties.RelationKind;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.DayTurn;
import org.zhuqi.platform.time.MovableClock;

/** Contracts against vouchers: locked, shared, refused by article, given back, lapsed. */
class FilingRulesTests extends RedemptionWorld {
  @Autowired Vouchers vouchers;
  @Autowired VoucherLapse lapse;
  @Autowired BatchesDue batchesDue;
  @Autowired MovableClock time;
  @Autowired DayTurn turn;
  private java.time.ZonedDateTime before;

  @BeforeEach
  void remember() {
    before = java.time.ZonedDateTime.now(clock);
  }

  @AfterEach
  void back() {
    asTenant(
        () -> {
          time.moveTo(before);
          return null;
        });
  }

  private static List<String> codesOf(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> provisionsOf(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::provision).distinct().toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private UUID item(String category, String yuan) {
    Item item =
        Item.market("服务" + Ids.next(), category, "innovation", "内容。", "流程。", Money.of(yuan).fen(), "每项", "0851-85551234");
    return asTenant(() -> catalogue.publish(institution, qualified(item)).orThrow());
  }

  private Contract agreed(UUID item, String price, String byVoucher) {
    return agreed(item, price, byVoucher, null, null);
  }

  private Contract agreed(UUID item, String price, String byVoucher, @Nullable String funding, @Nullable String reason) {
    LocalDate today = today();
    return asTenant(
        () -> {
          UUID id =
              contracts
                  .draft(
                      enterprise,
                      new DraftContract(
                          item, "合同", Money.of(price).fen(), Money.of(byVoucher).fen(), today, today.plusMonths(2), "约定。",
                          List.of(), funding, reason))
                  .orThrow();
          Contract offered = contracts.offer(enterprise, id).orThrow();
          contracts.accept(institution, id, offered.revision()).orThrow();
          UUID paper = paper(institution, "signed_contract");
          Contract signed = contracts.sign(institution, id, SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow();
          return contracts.agree(enterprise, id, Objects.requireNonNull(signed.signedHash())).orThrow();
        });
  }

  private UUID claimed(UUID batch, String yuan) {
    return Objects.requireNonNull(
        asTenant(() -> desk.claim(enterprise, batch, Money.of(yuan), Ids.next().toString())).voucher());
  }

  private Outcome<UUID> file(Contract c, VoucherPart... parts) {
    return asTenant(() -> filing.file(enterprise, c.id(), List.of(parts)));
  }

  private static VoucherPart part(UUID voucher, String yuan) {
    return new VoucherPart(voucher, Money.of(yuan));
  }

  private Voucher look(UUID voucher) {
    return asTenant(() -> vouchers.get(voucher));
  }

  @Test
  void GYV_10_1_filing_locks_the_amount_on_the_voucher_in_the_ledger() {
    UUID voucher = claimed(batch, "5000");
    Contract c = agreed(item("testing", "10000"), "10000", "3000");
    file(c, part(voucher, "3000")).orThrow();
    assertThat(look(voucher).locked()).isEqualTo(Money.of("3000"));
    assertThat(look(voucher).free()).isEqualTo(Money.of("2000"));
    Filed filed = asTenant(() -> filing.of(c.id())).orElseThrow();
    assertThat(filed.number()).isEqualTo(asTenant(() -> contracts.get(c.id())).filingNumber());
    assertThat(inTransaction(() -> ledger.position(line)).locked()).isEqualTo(Money.of("3000"));
    assertThat(inTransaction(() -> ledger.position(line)).balances()).isTrue();
    assertThat(codesOf(file(c, part(voucher, "3000")))).contains("filing_state");
  }

  @Test
  void GYV_9_2_a_voucher_pays_several_contracts_and_a_contract_takes_several_vouchers() {
    UUID a = claimed(batch, "4000");
    UUID b = claimed(batch, "4000");
    Contract first = agreed(item("testing", "10000"), "10000", "6000");
    file(first, part(a, "4000"), part(b, "2000")).orThrow();
    Contract second = agreed(item("digital", "10000"), "10000", "2000");
    file(second, part(b, "2000")).orThrow();
    assertThat(look(b).free()).isEqualTo(Money.ZERO);
    assertThat(asTenant(() -> filing.ofVoucher(b))).hasSize(2);
  }

  @Test
  void GYV_9_2_never_more_than_the_voucher_holds_nor_than_the_guides_share_of_the_price() {
    UUID voucher = claimed(batch, "7000");
    Contract c = agreed(item("testing", "10000"), "10000", "6000.01");
    Outcome<UUID> over = file(c, part(voucher, "6000.01"));
    assertThat(codesOf(over)).containsExactly("filing_share");
    assertThat(provisionsOf(over)).containsExactly("GYV-9-2");
    assertThat(over.refusals().getFirst().remedy().zh()).contains("6,000.00");
    Contract big = agreed(item("digital", "20000"), "20000", "7000.01");
    Outcome<UUID> more = file(big, part(voucher, "7000.01"));
    assertThat(codesOf(more)).containsExactly("voucher_too_small");
    assertThat(provisionsOf(more)).containsExactly("GYV-9-2");
    assertThat(look(voucher).locked()).isEqualTo(Money.ZERO);
  }

  @Test
  void GYV_9_2_the_guides_cap_per_contract_holds() {
    UUID capped = batch(g -> g.capPerContract(Money.of("2500")));
    Outcome<UUID> over =
        file(agreed(item("testing", "10000"), "10000", "2500.01"), part(claimed(capped, "5000"), "2500.01"));
    assertThat(codesOf(over)).containsExactly("filing_cap_per_contract");
  }

  @Test
  void GYV_10_1_the_vouchers_add_up_to_what_the_contract_says_and_are_the_clients_own() {
    UUID voucher = claimed(batch, "5000");
    Contract c = agreed(item("testing", "10000"), "10000", "3000");
    assertThat(codesOf(file(c, part(voucher, "2999.99")))).containsExactly("voucher_amount_differs");
    Actor other = anEnterprise();
    UUID others =
        Objects.requireNonNull(asTenant(() -> desk.claim(other, batch, Money.of("3000"), "k")).voucher());
    Outcome<UUID> foreign = file(c, part(others, "3000"));
    assertThat(codesOf(foreign)).containsExactly("voucher_not_yours");
    assertThat(provisionsOf(foreign)).as("no transfer between enterprises").containsExactly("GYV-2-1");
  }

  @Test
  void GYV_3_1_a_category_outside_the_guide_is_refused() {
    UUID digital = batch(g -> g.categories(Set.of("digital")));
    Outcome<UUID> wrong = file(agreed(item("testing", "10000"), "10000", "3000"), part(claimed(digital, "3000"), "3000"));
    assertThat(codesOf(wrong)).containsExactly("filing_guide_category");
    assertThat(provisionsOf(wrong)).containsExactly("GYV-3-1");
  }

  @Test
  void GYV_3_1_other_services_need_the_administrators_reasoned_approval() {
    UUID voucher = claimed(batch, "3000");
    Contract c = agreed(item("other", "10000"), "10000", "3000");
    Outcome<UUID> unapproved = file(c, part(voucher, "3000"));
    assertThat(codesOf(unapproved)).containsExactly("filing_category_approval");
    assertThat(provisionsOf(unapproved)).containsExactly("GYV-3-1");
    Actor centre = official(Role.CENTRE, "CENTRE", GUIYANG);
    assertThat(codesOf(asTenant(() -> filing.judgeCategory(centre, c.id(), true, " ")))).containsExactly("reason_missing");
    asTenant(() -> filing.judgeCategory(centre, c.id(), true, "有助于企业提质")).orThrow();
    file(c, part(voucher, "3000")).orThrow();
  }

  @Test
  void GYV_5_1_only_the_administrator_of_the_enterprises_place_judges_its_category() {
    Contract c = agreed(item("other", "10000"), "10000", "3000");
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    Outcome<UUID> wrong = asTenant(() -> filing.judgeCategory(guian, c.id(), true, "同意"));
    assertThat(codesOf(wrong)).containsExactly("not_the_handler");
    assertThat(provisionsOf(wrong)).containsExactly("GYV-5-1");
  }

  @Test
  void GYV_8_1_GYV_2_2_an_institution_that_is_not_admitted_takes_no_voucher() {
    UUID voucher = claimed(batch, "3000");
    Contract c = agreed(item("testing", "10000"), "10000", "3000");
    inTransaction(
        () -> jdbc.sql("update register_entry set state = 'EXITED', ended_on = ? where party = ?").params(today(), c.provider()).update());
    Outcome<UUID> wrong = file(c, part(voucher, "3000"));
    assertThat(provisionsOf(wrong)).contains("GYV-2-2", "GYV-8-1");
    assertThat(look(voucher).locked()).isEqualTo(Money.ZERO);
  }

  @Test
  void GYV_4_1_what_the_guide_bars_is_refused_and_everything_is_named_at_once() {
    UUID strict = batch(g -> g.earliestContractDate(today().plusDays(1)).priceDeviationPercent(20));
    asTenant(
        () -> {
          parties.relate(Actor.SYSTEM, enterprise.partyOrThrow(), RelationKind.CONTROLLER, "520102198001011239", "张三");
          parties.relate(Actor.SYSTEM, institution.partyOrThrow(), RelationKind.SHAREHOLDER, "520102198001011239", "张三");
          return null;
        });
    Contract c = agreed(item("testing", "5000"), "10000", "3000", "技改补助", null);
    Outcome<UUID> wrong = file(c, part(claimed(strict, "3000"), "3000"));
    assertThat(codesOf(wrong))
        .containsExactlyInAnyOrder(
            "filing_contract_too_early", "filing_parties_related", "filing_other_public_money", "filing_price_unexplained");
    assertThat(provisionsOf(wrong)).containsExactly("GYV-4-1");
  }

  @Test
  void GYV_4_1_one_service_is_not_split_into_several_contracts() {
    UUID voucher = claimed(batch, "8000");
    UUID item = item("testing", "10000");
    file(agreed(item, "10000", "3000"), part(voucher, "3000")).orThrow();
    assertThat(codesOf(file(agreed(item, "10000", "3000"), part(voucher, "3000")))).containsExactly("filing_service_split");
  }

  @Test
  void a_contract_that_ends_gives_its_lock_back_and_a_lapsed_voucher_gives_it_on_to_the_budget() {
    UUID batch = batch(g -> g.validityDays(10));
    UUID voucher = claimed(batch, "3000");
    Contract c = agreed(item("testing", "10000"), "10000", "3000");
    file(c, part(voucher, "3000")).orThrow();
    move(today().plusDays(11));
    assertThat(look(voucher).locked()).as("what is filed goes on").isEqualTo(Money.of("3000"));
    Money unissued = inTransaction(() -> ledger.position(line)).unissued();
    Actor centre = official(Role.CENTRE, "CENTRE", GUIYANG);
    asTenant(() -> contracts.end(centre, c.id(), "不再履行")).orThrow();
    assertThat(asTenant(() -> contracts.get(c.id())).state()).isEqualTo(ContractState.ENDED);
    assertThat(look(voucher).lapsed()).isEqualTo(Money.of("3000"));
    assertThat(inTransaction(() -> ledger.position(line)).unissued()).isEqualTo(unissued.plus(Money.of("3000")));
    assertThat(asTenant(() -> filing.of(c.id())).orElseThrow().released()).isTrue();
  }

  @Test
  void a_voucher_is_good_on_its_last_day_and_dead_on_the_next_before_any_daily_work_has_run() {
    UUID batch = batch(g -> g.validityDays(10));
    UUID voucher = claimed(batch, "3000");
    LocalDate last = today().plusDays(10);
    UUID item = item("testing", "10000");
    Contract late = agreed(item, "10000", "3000");
    move(last.plusDays(1));
    assertThat(codesOf(file(late, part(voucher, "3000")))).containsExactly("voucher_lapsed");
    move(last);
    file(late, part(voucher, "3000")).orThrow();
  }

  @Test
  void what_is_unspent_after_the_last_day_goes_back_to_the_budget_once() {
    UUID batch = batch(g -> g.validityDays(10));
    UUID voucher = claimed(batch, "3000");
    Money unissued = inTransaction(() -> ledger.position(line)).unissued();
    for (int i = 0; i < 2; i++) {
      move(today().plusDays(11));
      inTransaction(
          () -> {
            lapse.run(today());
            return null;
          });
    }
    assertThat(look(voucher).lapsed()).isEqualTo(Money.of("3000"));
    assertThat(look(voucher).state(today())).isEqualTo(VoucherState.LAPSED);
    assertThat(inTransaction(() -> ledger.position(line)).unissued()).isEqualTo(unissued.plus(Money.of("3000")));
    assertThat(inTransaction(() -> ledger.position(line)).balances()).isTrue();
  }

  @Test
  void GYV_14_1_after_the_end_no_batch_no_claim_no_filing_and_the_unspent_lapse() {
    Contract kept = agreed(item("testing", "10000"), "10000", "1000");
    Contract late = agreed(item("digital", "10000"), "10000", "1000");
    move(LocalDate.of(2025, 12, 30));
    UUID year = line();
    PlanBatch beyond =
        new PlanBatch(
            year, new org.zhuqi.measures.Text("跨期", "Beyond"), Money.of("1000"), org.zhuqi.measures.Guide.builder().validityDays(90).build(),
            java.time.LocalDateTime.of(2025, 12, 31, 9, 0), java.time.LocalDateTime.of(2026, 1, 2, 0, 0), null, null);
    assertThat(provisionsOf(asTenant(() -> batches.plan(bureau, beyond)))).containsExactly("GYV-14-1");
    UUID open = openUntilTheEnd(year);
    UUID voucher = claimed(open, "3000");
    assertThat(look(voucher).lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
    file(kept, part(voucher, "1000")).orThrow();

    move(LocalDate.of(2026, 1, 1));
    assertThat(codesOf(file(late, part(voucher, "1000")))).contains("voucher_lapsed", "filing_life");
    assertThat(provisionsOf(file(late, part(voucher, "1000")))).contains("GYV-14-1");
    ClaimAnswer claim = asTenant(() -> desk.claim(enterprise, open, Money.of("1"), Ids.next().toString()));
    assertThat(claim.refusals()).extracting("provision").contains("GYV-14-1");
    inTransaction(
        () -> {
          lapse.run(today());
          batchesDue.run(today());
          return null;
        });
    assertThat(look(voucher).lapsed()).isEqualTo(Money.of("2000"));
    assertThat(look(voucher).locked()).as("what was filed goes on").isEqualTo(Money.of("1000"));
    assertThat(asTenant(() -> batches.get(open)).left()).isEqualTo(Money.ZERO);
    asTenant(() -> contracts.deliver(institution, kept.id(), "报告", List.of(paper(institution, "result")))).orThrow();
    asTenant(() -> contracts.confirm(enterprise, kept.id())).orThrow();
  }

  private UUID openUntilTheEnd(UUID line) {
    PlanBatch plan =
        new PlanBatch(
            line, new org.zhuqi.measures.Text("末批", "Last"), Money.of("10000"), org.zhuqi.measures.Guide.builder().validityDays(90).build(),
            java.time.LocalDateTime.of(2025, 12, 30, 0, 0), java.time.LocalDateTime.of(2026, 1, 1, 0, 0), paper(bureau, "plan"),
            paper(bureau, "guide"));
    return asTenant(() -> batches.open(bureau, batches.plan(bureau, plan).orThrow()).orThrow());
  }

  @Test
  void only_the_enterprise_files_and_a_stranger_does_not_see_the_voucher() {
    Contract c = agreed(item("testing", "10000"), "10000", "3000");
    assertThatThrownBy(() -> asTenant(() -> filing.file(institution, c.id(), List.of())))
        .isInstanceOf(org.zhuqi.platform.shared.ForbiddenException.class);
    UUID voucher = claimed(batch, "3000");
    assertThatThrownBy(() -> asTenant(() -> vouchers.get(anEnterprise(), voucher)))
        .isInstanceOf(org.zhuqi.platform.shared.NotFoundException.class);
  }

  private void move(LocalDate day) {
    asTenant(
        () -> {
          time.moveTo(day.atTime(10, 0).atZone(clock.getZone()));
          return null;
        });
  }
}
