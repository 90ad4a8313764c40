package org.zhuqi.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhuqi.platform.catalogue.AdmittedForTests;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.catalogue.Standing;
import org.zhuqi.platform.catalogue.TradeFixtures;
import org.zhuqi.platform.catalogue.TradeTest;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;

class ContractTests extends TradeTest {
  @Autowired Contracts contracts;
  @Autowired Timeliness timeliness;
  @Autowired Documents documents;
  @Autowired LateContracts late;

  private Actor enterprise() {
    return asTenant(trade::enterprise);
  }

  private Actor institution() {
    return asTenant(trade::institution);
  }

  private Outcome<UUID> draft(Actor by, UUID item, long priceFen, long voucherFen, LocalDate from, LocalDate until) {
    return asTenant(
        () -> contracts.draft(by, new DraftContract(item, "合同", priceFen, voucherFen, from, until, null, List.of(), null, null)));
  }

  @Test
  void a_contract_goes_from_one_form_to_the_confirmed_result_and_each_step_is_kept() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.completed(enterprise, institution, TODAY));
    assertThat(c.state()).isEqualTo(ContractState.COMPLETED);
    assertThat(c.completedOn()).isEqualTo(TODAY);
    assertThat(asTenant(() -> contracts.timeline(c.id())).stream().map(ContractStep::event))
        .containsExactly(
            ContractEvent.DRAFTED, ContractEvent.OFFERED, ContractEvent.ACCEPTED, ContractEvent.SIGNED, ContractEvent.AGREED,
            ContractEvent.FILED, ContractEvent.DELIVERED, ContractEvent.CONFIRMED);
  }

  @Test
  void reversed_dates_a_price_of_zero_and_vouchers_above_the_price_are_all_named_at_once() {
    Actor enterprise = enterprise();
    UUID item = asTenant(() -> trade.published(institution()));
    assertThat(codes(draft(enterprise, item, 0, 1, TODAY.plusDays(1), TODAY)))
        .containsExactlyInAnyOrder("price_not_positive", "voucher_over_price", "dates_reversed");
    assertThat(codes(draft(enterprise, item, 100, 0, TODAY.minusDays(9), TODAY.minusDays(1)))).containsExactly("period_over");
    assertThat(draft(enterprise, item, 100, 100, TODAY, TODAY).isDone()).isTrue();
  }

  @Test
  void a_firm_cannot_contract_with_itself_neither_by_form_nor_by_database() {
    Actor institution = institution();
    UUID item = asTenant(() -> trade.published(institution));
    Actor both = TradeFixtures.actor(Role.ENTERPRISE, institution.partyOrThrow());
    assertThat(codes(draft(both, item, 100, 0, TODAY, TODAY))).containsExactly("contract_with_itself");
    Contract c = asTenant(() -> trade.drafted(enterprise(), institution(), TODAY));
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update contract set client_id = provider_id where id = :id").param("id", c.id()).update()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("contract_between_two");
  }

  @Test
  void GYV_9_2_only_an_item_that_is_published_today_can_be_chosen() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    UUID draftItem = asTenant(() -> catalogue.draft(institution, TradeFixtures.item()).orThrow());
    assertThat(codes(draft(enterprise, draftItem, 100, 0, TODAY, TODAY))).containsExactly("item_not_offered");
    UUID item = asTenant(() -> trade.published(institution));
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.HIDDEN);
    assertThat(codes(draft(enterprise, item, 100, 0, TODAY, TODAY))).containsExactly("item_not_offered");
  }

  @Test
  void GYV_9_2_the_contract_keeps_the_version_of_the_item_on_which_it_was_made() {
    Actor institution = institution();
    Contract c = asTenant(() -> trade.drafted(enterprise(), institution, TODAY));
    int revision = asTenant(() -> catalogue.item(c.item())).revision();
    Item other = Item.market("改名后的服务", "testing", "innovation", "内容", "流程", 9_900, "次", "0851-85551234");
    asTenant(() -> catalogue.edit(institution, c.item(), revision, other).orThrow());
    asTenant(() -> catalogue.publish(institution, c.item()).orThrow());
    assertThat(asTenant(() -> catalogue.item(c.item(), c.itemVersion())).item().title()).isNotEqualTo("改名后的服务");
  }

  @Test
  void GYV_10_1_each_side_has_to_take_the_others_terms_and_a_stale_answer_is_refused() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract offered = asTenant(() -> trade.offered(enterprise, institution, TODAY));
    assertThat(codes(asTenant(() -> contracts.accept(enterprise, offered.id(), offered.revision())))).containsExactly("contract_not_your_turn");
    Terms dearer = new Terms("检测服务合同", 1_200_000, 300_000, TODAY, TODAY.plusMonths(2), null, null, null);
    Contract countered = asTenant(() -> contracts.counter(institution, offered.id(), offered.revision(), dearer, "含加急").orThrow());
    assertThat(countered.turn()).isEqualTo(Side.CLIENT);
    assertThat(codes(asTenant(() -> contracts.accept(enterprise, offered.id(), offered.revision())))).containsExactly("changed_meanwhile");
    Contract accepted = asTenant(() -> contracts.accept(enterprise, offered.id(), countered.revision()).orThrow());
    assertThat(accepted.state()).isEqualTo(ContractState.ACCEPTED);
    assertThat(accepted.priceFen()).isEqualTo(1_200_000);
  }

  @Test
  void of_two_sides_that_act_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract accepted = asTenant(() -> trade.accepted(enterprise, institution, TODAY));
    Terms a = new Terms("企业的改法", 1_100_000, 0, TODAY, TODAY.plusMonths(1), null, null, null);
    Terms b = new Terms("机构的改法", 1_300_000, 0, TODAY, TODAY.plusMonths(1), null, null, null);
    List<Callable<Outcome<Contract>>> both =
        List.of(
            () -> asTenant(() -> contracts.counter(enterprise, accepted.id(), accepted.revision(), a, null)),
            () -> asTenant(() -> contracts.counter(institution, accepted.id(), accepted.revision(), b, null)));
    List<Outcome<Contract>> answers = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (Future<Outcome<Contract>> f : pool.invokeAll(both)) answers.add(f.get());
    }
    assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
    assertThat(answers).filteredOn(o -> !o.isDone()).singleElement().satisfies(o -> assertThat(codes(o)).containsExactly("changed_meanwhile"));
  }

  @Test
  void GYV_10_1_the_signed_contract_needs_signatures_seals_and_the_authorisation_of_a_representative() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.accepted(enterprise, institution, TODAY));
    UUID paper = asTenant(() -> trade.pdf(institution, "signed_contract", null));
    SignedPaper unsealed = new SignedPaper(paper, "王一", true, null, "", false, null, false);
    Outcome<Contract> no = asTenant(() -> contracts.sign(institution, c.id(), unsealed));
    assertThat(codes(no)).containsExactlyInAnyOrder("seals_missing", "signer_missing", "contract_materials");
    assertThat(no.refusals()).anySatisfy(r -> assertThat(r.sentence().zh()).contains("企业方授权委托书"));
    assertThat(provisions(no)).contains("GYV-10-1");
    UUID authorisation = asTenant(() -> trade.pdf(institution, "holder_authorisation", null));
    UUID lapsed = asTenant(() -> trade.pdf(institution, "holder_authorisation", TODAY.minusDays(1)));
    SignedPaper late = new SignedPaper(paper, "王一", true, lapsed, "李二", false, null, true);
    assertThat(codes(asTenant(() -> contracts.sign(institution, c.id(), late)))).containsExactly("material_expired");
    SignedPaper right = new SignedPaper(paper, "王一", true, authorisation, "李二", false, null, true);
    assertThat(asTenant(() -> contracts.sign(institution, c.id(), right)).isDone()).isTrue();
    assertThat(asTenant(() -> documents.attachedTo("contract", c.id()))).hasSize(2);
  }

  @Test
  void GYV_10_1_both_sides_agree_to_the_same_file_by_its_hash() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.accepted(enterprise, institution, TODAY));
    UUID paper = asTenant(() -> trade.pdf(institution, "signed_contract", null));
    Contract signed = asTenant(() -> contracts.sign(institution, c.id(), SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow());
    String hash = java.util.Objects.requireNonNull(signed.signedHash());
    assertThat(codes(asTenant(() -> contracts.agree(institution, c.id(), hash)))).containsExactly("contract_not_your_turn");
    assertThat(codes(asTenant(() -> contracts.agree(enterprise, c.id(), "0".repeat(64))))).containsExactly("other_file");
    UUID other = asTenant(() -> trade.pdf(institution, "signed_contract", null));
    asTenant(() -> contracts.sign(institution, c.id(), SignedPaper.byLegalRepresentatives(other, "王一", "李二")).orThrow());
    assertThat(codes(asTenant(() -> contracts.agree(enterprise, c.id(), hash)))).containsExactly("other_file");
    String now = java.util.Objects.requireNonNull(asTenant(() -> contracts.get(c.id())).signedHash());
    Contract agreed = asTenant(() -> contracts.agree(enterprise, c.id(), now).orThrow());
    assertThat(agreed.state()).isEqualTo(ContractState.AGREED);
    assertThat(agreed.signedOn()).isEqualTo(TODAY);
  }

  @Test
  void terms_that_are_reopened_need_a_new_signature() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.accepted(enterprise, institution, TODAY));
    UUID paper = asTenant(() -> trade.pdf(institution, "signed_contract", null));
    Contract signed = asTenant(() -> contracts.sign(institution, c.id(), SignedPaper.byLegalRepresentatives(paper, "王一", "李二")).orThrow());
    Terms other = new Terms("检测服务合同", 900_000, 0, TODAY, TODAY.plusMonths(2), null, null, null);
    Contract reopened = asTenant(() -> contracts.counter(enterprise, c.id(), signed.revision(), other, null).orThrow());
    assertThat(reopened.state()).isEqualTo(ContractState.OFFERED);
    assertThat(reopened.signedHash()).isNull();
  }

  @Test
  void GYV_10_1_filing_takes_exactly_what_both_agreed_and_only_once() {
    Contract c = asTenant(() -> trade.agreed(enterprise(), institution(), TODAY));
    assertThatThrownBy(() -> asTenant(() -> contracts.filed(Actor.SYSTEM, c.id(), c.voucherFen() + 1, Set.of(), null))).isInstanceOf(IllegalArgumentException.class);
    Contract filed = asTenant(() -> contracts.filed(Actor.SYSTEM, c.id(), c.voucherFen(), Set.of(), null));
    assertThat(filed.filingNumber()).startsWith("BA-2025-");
    assertThatThrownBy(() -> asTenant(() -> contracts.filed(Actor.SYSTEM, c.id(), c.voucherFen(), Set.of(), null))).isInstanceOf(RefusedException.class);
  }

  @Test
  void a_delivery_needs_its_results_and_the_enterprise_can_return_them_with_a_reason() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.filed(enterprise, institution, TODAY));
    assertThat(codes(asTenant(() -> contracts.deliver(institution, c.id(), "", List.of())))).containsExactly("results_missing");
    assertThat(codes(asTenant(() -> contracts.confirm(enterprise, c.id())))).containsExactly("contract_state");
    asTenant(() -> contracts.deliver(institution, c.id(), "", List.of(trade.pdf(institution, "result", null))).orThrow());
    assertThat(codes(asTenant(() -> contracts.refuseResult(enterprise, c.id(), " ")))).containsExactly("reason_missing");
    Contract back = asTenant(() -> contracts.refuseResult(enterprise, c.id(), "缺少原始记录").orThrow());
    assertThat(back.state()).isEqualTo(ContractState.IN_SERVICE);
    assertThat(back.deliveredOn()).isNull();
  }

  @Test
  void somebody_elses_paper_cannot_be_handed_in_and_somebody_elses_contract_does_not_exist() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Actor stranger = institution();
    Contract c = asTenant(() -> trade.filed(enterprise, institution, TODAY));
    UUID foreign = asTenant(() -> trade.pdf(stranger, "result", null));
    assertThatThrownBy(() -> asTenant(() -> contracts.deliver(institution, c.id(), "", List.of(foreign)))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> contracts.get(stranger, c.id()))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> contracts.end(stranger, c.id(), "x"))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_contract_ends_early_only_when_both_agree_and_then_its_lock_is_given_back() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.filed(enterprise, institution, TODAY));
    assertThat(asTenant(() -> contracts.end(institution, c.id(), "设备故障").orThrow()).state()).isEqualTo(ContractState.FILED);
    assertThat(codes(asTenant(() -> contracts.end(institution, c.id(), "再次")))).containsExactly("end_proposed");
    assertThat(ReleasedInTests.RELEASED).doesNotContainKey(c.id());
    assertThat(asTenant(() -> contracts.end(enterprise, c.id(), "同意").orThrow()).state()).isEqualTo(ContractState.ENDED);
    assertThat(ReleasedInTests.RELEASED).containsEntry(c.id(), "同意");
  }

  @Test
  void GYI_4_3_when_the_institution_is_removed_the_enterprise_can_end_alone_or_let_it_finish() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract ends = asTenant(() -> trade.filed(enterprise, institution, TODAY));
    Contract finishes = asTenant(() -> trade.delivered(enterprise, institution, TODAY));
    Contract waiting = asTenant(() -> trade.offered(enterprise, institution, TODAY));
    AdmittedForTests.set(institution.partyOrThrow(), Standing.Kind.REMOVED);
    assertThat(asTenant(() -> contracts.end(enterprise, ends.id(), "机构被清退").orThrow()).state()).isEqualTo(ContractState.ENDED);
    assertThat(ReleasedInTests.RELEASED).containsKey(ends.id());
    assertThat(asTenant(() -> contracts.confirm(enterprise, finishes.id()).orThrow()).state()).isEqualTo(ContractState.COMPLETED);
    assertThat(codes(asTenant(() -> contracts.accept(institution, waiting.id(), waiting.revision())))).containsExactly("institution_not_live");
  }

  @Test
  void GYI_5_4_a_running_contract_is_open_until_it_is_completed() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    Contract c = asTenant(() -> trade.delivered(enterprise, institution, TODAY));
    assertThat(asTenant(() -> contracts.running(institution.partyOrThrow()))).extracting(Contract::id).containsExactly(c.id());
    asTenant(() -> contracts.confirm(enterprise, c.id()).orThrow());
    assertThat(asTenant(() -> contracts.running(institution.partyOrThrow()))).isEmpty();
  }

  @Test
  void GYI_8_2_the_response_time_is_the_median_from_offer_to_first_answer() {
    Actor enterprise = enterprise();
    Actor institution = institution();
    for (int hours : List.of(2, 30, 5)) {
      at(TODAY, LocalTime.of(9, 0));
      Contract c = asTenant(() -> trade.offered(enterprise, institution, TODAY));
      at(TODAY.plusDays(hours / 24), LocalTime.of(9 + hours % 24, 0));
      asTenant(() -> contracts.accept(institution, c.id(), c.revision()).orThrow());
    }
    UUID party = institution.partyOrThrow();
    assertThat(asTenant(() -> timeliness.of(Set.of(party))).get(party).responseHours()).isEqualTo(5);
  }

  @Test
  void GYI_8_2_a_contract_is_overdue_from_the_day_after_its_period_and_both_are_told_once() {
    Actor institution = institution();
    UUID party = institution.partyOrThrow();
    Contract c = asTenant(() -> trade.filed(enterprise(), institution, TODAY));
    at(c.until());
    assertThat(asTenant(() -> timeliness.of(Set.of(party))).get(party).overdue()).isZero();
    at(c.until().plusDays(1));
    assertThat(asTenant(() -> timeliness.of(Set.of(party))).get(party).overdue()).isEqualTo(1);
    assertThat(c.daysOverdue(c.until().plusDays(1))).isEqualTo(1);
    inTransaction(() -> { late.run(c.until().plusDays(1)); return null; });
    inTransaction(() -> { late.run(c.until().plusDays(2)); return null; });
    long told = inTransaction(() -> jdbc.sql("select count(*) from audit_record where act = 'contract.overdue' and provision = 'GYI-8-2' and subject = :id").param("id", c.id()).query(Long.class).single());
    assertThat(told).isEqualTo(1);
  }

  @Test
  void every_state_but_the_last_ones_can_be_left_and_nothing_leads_out_of_the_last_ones() {
    for (ContractState state : ContractState.values()) {
      assertThat(Transition.TABLE.stream().anyMatch(t -> t.from() == state)).as(state.name()).isEqualTo(!state.isOver());
      assertThat(Transition.TABLE.stream().anyMatch(t -> t.to() == state)).as(state.name()).isTrue();
    }
  }
}
