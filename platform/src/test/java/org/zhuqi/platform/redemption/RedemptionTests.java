package org.zhuqi.platform.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseView;
import org.zhuqi.platform.casework.CaseViews;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.notices.Objection;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

class RedemptionTests extends RedemptionWorld {
  @Autowired Interests interests;
  @Autowired InvoiceUses uses;
  @Autowired Tasks tasks;
  @Autowired CaseViews views;
  @Autowired Notifications notifications;

  @Test
  void GYV_11_1_opens_by_itself_with_everything_that_is_known_when_the_enterprise_confirms() {
    Redemption r = opened();
    assertThat(r.state()).isEqualTo(RedemptionState.DRAFT);
    assertThat(r.amount()).isEqualTo(VOUCHER);
    assertThat(r.ownPart()).isEqualTo(PRICE.minus(VOUCHER));
    assertThat(r.lastDay()).isEqualTo(r.completedOn().plusDays(60));
    assertThat(asTenant(() -> documents.attachedTo(Redemptions.KIND, r.id())))
        .singleElement()
        .matches(d -> d.materialCode().equals("deliverables"));
  }

  @Test
  void GYV_11_1_names_every_missing_paper_at_once() {
    Redemption r = opened();
    Outcome<Redemption> outcome = asTenant(() -> redemptions.submit(institution, r.id(), false));
    assertThat(codes(outcome)).containsExactlyInAnyOrder("not_declared", "redemption_materials", "redemption_own_part");
    assertThat(outcome.refusals().toString()).contains("发票").contains("汇款凭证");
    assertThat(provisions(outcome)).contains("GYV-11-1");
  }

  @Test
  void GYV_11_1_takes_a_complete_application() {
    Redemption r = submitted();
    assertThat(r.state()).isEqualTo(RedemptionState.IN_REVIEW);
    assertThat(caseOf(r).stage()).isEqualTo("third_party_review");
    assertThat(asTenant(() -> redemptions.lastCheck(institution, r.id())).granted()).isTrue();
    assertThat(asTenant(() -> decisions.replay(r.decision())).same()).isTrue();
  }

  @Test
  void GYV_11_1_refuses_an_invoice_of_another_seller() {
    Redemption r = opened();
    Outcome<Invoice> outcome = add(r, invoice().seller(code(enterprise)));
    assertThat(codes(outcome)).containsExactly("invoice_other_seller");
    assertThat(provisions(outcome)).containsExactly("GYV-11-1");
  }

  @Test
  void GYV_11_1_refuses_an_invoice_to_another_buyer() {
    Redemption r = opened();
    add(r, invoice().buyer("91350100M000100Y43")).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    assertThat(codes(submit(r))).containsExactly("redemption_invoice_parties");
  }

  @Test
  void GYV_11_1_refuses_an_invoice_and_a_transfer_that_are_one_fen_off() {
    Redemption r = opened();
    add(r, invoice().totalFen(PRICE.fen() - 1)).orThrow();
    pay(r, PRICE.minus(VOUCHER).plus(Money.ofFen(1)));
    Outcome<Redemption> outcome = submit(r);
    assertThat(codes(outcome)).containsExactlyInAnyOrder("redemption_invoice_total", "redemption_own_part");
    assertThat(outcome.refusals().toString()).contains("相差 -0.01 元").contains("50,000.01 元");
  }

  @Test
  void GYV_11_1_refuses_a_transfer_from_before_the_contract_and_takes_one_of_its_day() {
    Redemption r = opened();
    add(r, invoice()).orThrow();
    LocalDate signed = asTenant(() -> contracts.get(r.contract())).signedOn();
    pay(r, Money.ofFen(1), signed.minusDays(1), "HK-" + r.number());
    pay(r, PRICE.minus(VOUCHER).minus(Money.ofFen(1)), signed, "HK2-" + r.number());
    assertThat(codes(submit(r))).containsExactly("redemption_transfer_date");
  }

  @Test
  void GYV_11_1_one_transfer_serves_one_contract_in_the_rules_and_in_the_database() {
    Redemption first = opened();
    Redemption second = opened();
    String reference = "HK-" + first.number();
    for (Redemption r : List.of(first, second)) {
      add(r, invoice()).orThrow();
      pay(r, PRICE.minus(VOUCHER), LocalDate.now(clock), reference);
    }
    submit(first).orThrow();
    Outcome<Redemption> again = submit(second);
    assertThat(codes(again)).containsExactly("redemption_transfer_free");
    assertThat(provisions(again)).containsExactly("GYV-11-1");
    assertThatThrownBy(
            () -> inTransaction(() -> jdbc.sql("update redemption set state = 'IN_REVIEW' where redemption_id = :id").param("id", second.id()).update()))
        .hasMessageContaining("a transfer serves one contract");
    asTenant(() -> redemptions.withdraw(institution, first.id(), "更正材料").orThrow());
    assertThat(submit(second).isDone()).as("free again").isTrue();
  }

  @Test
  void GYV_11_1_reminds_on_the_days_that_the_measure_names() {
    Redemption r = opened();
    for (int days : List.of(31, 30, 8, 7, 1, 0)) turnTo(r.lastDay().minusDays(days));
    assertThat(asTenant(() -> notifications.list(institution, false, 50, 0)))
        .filteredOn(n -> n.subject().zh().startsWith("兑现期限将至"))
        .extracting(n -> n.toldAt().toInstant().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate())
        .containsExactlyInAnyOrder(r.lastDay().minusDays(30), r.lastDay().minusDays(7), r.lastDay().minusDays(1));
  }

  @Test
  void GYV_11_1_refuses_an_invoice_from_before_the_contract() {
    Redemption r = opened();
    add(r, invoice().issued("2024-09-09")).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    assertThat(codes(submit(r))).containsExactly("redemption_invoice_date");
  }

  @Test
  void GYV_11_1_uses_an_invoice_once() {
    Redemption first = opened();
    InvoiceXml invoice = invoice();
    add(first, invoice).orThrow();
    assertThat(codes(add(first, invoice))).containsExactly("invoice_double");
    pay(first, PRICE.minus(VOUCHER));
    submit(first).orThrow();
    Redemption second = opened();
    add(second, invoice).orThrow();
    pay(second, PRICE.minus(VOUCHER));
    Outcome<Redemption> outcome = submit(second);
    assertThat(codes(outcome)).containsExactly("redemption_invoice_free");
    assertThat(outcome.refusals().toString()).contains("已用于其他").doesNotContain(first.number());
  }

  @Test
  void GYV_11_1_uses_an_invoice_once_over_all_cities_and_tells_nothing_about_the_other() throws Exception {
    Redemption r = opened();
    add(r, invoice()).orThrow();
    Redemption.UsedInvoice used = asTenant(() -> redemptions.full(institution, r.id())).invoices().getFirst();
    InvoiceUses.Use elsewhere =
        Tenancy.call("elsewhere", () -> transactions.execute(s -> uses.take(used, UUID.randomUUID())));
    assertThat(elsewhere).isEqualTo(InvoiceUses.Use.MINE);
    pay(r, PRICE.minus(VOUCHER));
    assertThat(codes(submit(r))).containsExactly("redemption_invoice_free");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("select * from invoice_use").query().listOfRows()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void GYV_11_1_a_withdrawn_application_sets_its_invoice_free() {
    Redemption r = opened();
    InvoiceXml invoice = invoice();
    add(r, invoice).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    submit(r).orThrow();
    asTenant(() -> redemptions.withdraw(institution, r.id(), "更正材料").orThrow());
    Redemption again = asTenant(() -> redemptions.open(institution, r.contract())).getFirst();
    assertThat(again.id()).isNotEqualTo(r.id());
    add(again, invoice).orThrow();
    pay(again, PRICE.minus(VOUCHER));
    assertThat(submit(again).isDone()).isTrue();
  }

  @Test
  void GYV_11_1_a_red_letter_invoice_takes_the_blue_one_back() {
    Redemption r = opened();
    InvoiceXml blue = invoice();
    add(r, blue).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    assertThat(add(r, blue.cancelledBy(invoiceNumber())).orThrow().isRed()).isTrue();
    assertThat(codes(submit(r))).contains("redemption_invoice_free", "redemption_invoice_total");
  }

  @Test
  void GYV_11_1_a_red_letter_invoice_stops_what_is_under_review_and_only_its_own_seller_can_bring_it() {
    Redemption r = opened();
    InvoiceXml blue = invoice();
    add(r, blue).orThrow();
    pay(r, PRICE.minus(VOUCHER));
    submit(r).orThrow();
    InvoiceXml foreign = blue.cancelledBy(invoiceNumber()).seller(code(enterprise)).buyer(code(institution));
    assertThat(codes(asTenant(() -> redemptions.reportRedLetter(institution, "红字.xml", foreign.bytes()))))
        .containsExactly("invoice_red_other_seller");
    asTenant(() -> redemptions.reportRedLetter(enterprise, "红字.xml", blue.cancelledBy(invoiceNumber()).bytes()).orThrow());
    assertThat(now(r).isStopped()).isTrue();
    assertThatThrownBy(() -> review(thirdParty, r, sheet())).hasMessageContaining("redemption_stopped");
  }

  @Test
  void GYV_11_1_the_window_ends_with_its_last_day_and_the_lock_is_released_after_it() {
    Redemption r = complete(opened());
    on(r.lastDay().plusDays(1));
    Outcome<Redemption> late = submit(r);
    assertThat(codes(late)).containsExactly("redemption_window");
    assertThat(late.refusals().getFirst().provision()).isEqualTo("GYV-11-1");
    turnTo(r.lastDay().plusDays(1));
    assertThat(now(r).state()).isEqualTo(RedemptionState.LAPSED);
    assertThat(position().locked()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYV_11_1_is_still_taken_on_the_last_day_of_the_window() {
    Redemption r = complete(opened());
    on(r.lastDay());
    assertThat(submit(r).isDone()).isTrue();
  }

  @Test
  void GYV_11_2_what_is_sent_back_is_completed_within_ten_working_days_even_after_the_window() {
    Redemption r = submitted();
    on(r.lastDay());
    LocalDate last = sentBack(r);
    assertThat(last).isAfter(r.lastDay());
    on(last);
    assertThat(submit(r).isDone()).isTrue();
  }

  @Test
  void GYV_11_2_what_is_not_completed_in_time_is_reminded_of_then_withdrawn_and_lapses_after_the_window() {
    Redemption r = submitted();
    LocalDate last = sentBack(r);
    assertThat(last).as("sent back on the 10th; the 14th is worked, the 15th to 17th are off").isEqualTo(LocalDate.of(2024, 9, 25));
    turnTo(LocalDate.of(2024, 9, 20));
    assertThat(asTenant(() -> notifications.list(institution, false, 50, 0))).filteredOn(n -> n.subject().zh().startsWith("请在 " + last)).hasSize(1);
    turnTo(last);
    assertThat(now(r).state()).isEqualTo(RedemptionState.SENT_BACK);
    on(last.plusDays(1));
    Outcome<Redemption> late = submit(r);
    assertThat(codes(late)).containsExactly("completion_over");
    assertThat(provisions(late)).containsExactly("GYV-11-2");
    turnTo(last.plusDays(1));
    assertThat(now(r).state()).isEqualTo(RedemptionState.WITHDRAWN);
    assertThat(position().locked()).as("may be applied for again while the window is open").isEqualTo(VOUCHER);
    turnTo(r.lastDay().plusDays(1));
    assertThat(now(r).state()).isEqualTo(RedemptionState.LAPSED);
    assertThat(position().locked()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();
  }

  /** @return the last day for completion */
  private LocalDate sentBack(Redemption r) {
    CaseFile f = caseOf(r);
    List<Missing> missing = List.of(new Missing("deliverables", "服务成果", "缺少原始数据"));
    return java.util.Objects.requireNonNull(
        asTenant(() -> casework.sendBack(thirdParty, f.id(), f.revision(), missing, "请补充").orThrow()).dueOn());
  }

  @Test
  void GYV_11_2_the_reviewer_fills_in_a_sheet_and_looks_the_invoice_up() {
    Redemption r = submitted();
    ReviewSheet empty = new ReviewSheet(false, false, java.util.Map.of(), "");
    Outcome<?> outcome = review(thirdParty, r, empty);
    assertThat(codes(outcome)).contains("not_declared", "review_incomplete", "invoice_not_verified");
    assertThat(provisions(outcome)).containsExactly("GYV-11-2");
    long revision = caseOf(r).revision();
    Outcome<?> bare = asTenant(() -> casework.decide(thirdParty, caseOf(r).id(), revision, StageDecision.PASS, "通过"));
    assertThat(codes(bare)).contains("review_sheet_missing");
    assertThat(review(thirdParty, r, sheet()).orThrow().stage()).isEqualTo("approval");
  }

  @Test
  void GYV_11_2_the_questions_of_the_sheet_are_those_of_the_measure() {
    Redemption r = submitted();
    assertThat(asTenant(() -> redemptions.full(thirdParty, r.id())).questions()).extracting(Menu.Item::code).containsExactly("real", "complete", "amounts", "price");
    ReviewSheet without = new ReviewSheet(true, true, java.util.Map.of("real", "是", "complete", "是", "amounts", "是"), "可以");
    Outcome<?> outcome = review(thirdParty, r, without);
    assertThat(codes(outcome)).containsExactly("review_incomplete");
    assertThat(outcome.refusals().getFirst().sentence().zh()).contains("价格是否合理");
  }

  @Test
  void GYV_11_2_the_bureau_of_the_funder_names_the_reviewer_and_nobody_else_then_reviews() {
    Redemption r = submitted();
    Actor second = official(Role.REVIEWER, "REVIEW", GUIYANG);
    UUID id = caseOf(r).id();
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    assertThat(codes(asTenant(() -> casework.assign(guian, id, second.account())))).containsExactly("not_this_office");
    assertThat(asTenant(() -> views.of(bureau, id)).colleagues()).extracting(CaseView.Colleague::account).contains(thirdParty.account(), second.account());
    assertThat(codes(asTenant(() -> casework.assign(bureau, id, bureau.account())))).as("not itself").containsExactly("not_this_office");
    assertThat(asTenant(() -> casework.assign(bureau, id, second.account()).orThrow()).assignee()).isEqualTo(second.account());
    assertThat(asTenant(() -> notifications.list(second, false, 100_000, 0))).anyMatch(n -> n.link().equals("/cases/" + id));
    assertThatThrownBy(() -> review(thirdParty, r, sheet())).hasMessageContaining("case_of_another");
    asTenant(() -> casework.handOver(bureau, id, thirdParty.account(), "原审核人请假").orThrow());
    assertThat(review(thirdParty, r, sheet()).isDone()).isTrue();
  }

  @Test
  void GYV_11_2_a_reviewer_related_to_either_side_is_refused_in_the_rules_and_in_the_database() {
    Redemption r = submitted();
    asTenant(() -> interests.declare(thirdParty, code(enterprise), "曾任该公司顾问").orThrow());
    Outcome<?> outcome = review(thirdParty, r, sheet());
    assertThat(codes(outcome)).contains("related_to_party");
    assertThat(provisions(outcome)).contains("GYV-11-2");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql(
                                """
                                insert into redemption_review (redemption_id, reviewer, reviewer_name, unrelated, verified, answers, opinion, reviewed_at)
                                values (:r, :by, '评审', true, true, '{}', '通过', now())""")
                            .param("r", r.id())
                            .param("by", thirdParty.account())
                            .update()))
        .hasMessageContaining("related to a party");
  }

  @Test
  void GYV_11_2_reviewer_and_approver_are_two_people_in_the_database_too() {
    Redemption r = submitted();
    review(thirdParty, r, sheet()).orThrow();
    UUID id = caseOf(r).id();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql(
                                """
                                insert into case_step (id, case_id, event, stage, from_state, to_state, account, name, role, at, reason, deciding)
                                select gen_random_uuid(), :case, 'PASSED', 'approval', 'IN_REVIEW', 'PASSED', :by, '评审', 'BUREAU', now(), '同意', true""")
                            .param("case", id)
                            .param("by", thirdParty.account())
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("case_step_apart");
  }

  @Test
  void GYV_11_2_somebody_of_another_role_cannot_review() {
    Redemption r = submitted();
    assertThatThrownBy(() -> review(bureau, r, sheet())).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void GYV_11_3_publishes_for_five_working_days_and_then_owes() {
    Redemption r = approved();
    UUID notice = published(r);
    var published = asTenant(() -> notices.get(notice));
    assertThat(published.workingDays()).isEqualTo(5);
    assertThat(published.provision()).isEqualTo("GYV-11-3");
    assertThat(published.content()).contains(r.number()).doesNotContain("6222");
    assertThat(published.lastDay()).as("published on the 10th; the 14th is worked, the 15th to 17th are off").isEqualTo(LocalDate.of(2024, 9, 18));
    turnTo(published.lastDay());
    assertThat(now(r).state()).isEqualTo(RedemptionState.ON_NOTICE);
    turnTo(published.lastDay().plusDays(1));
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAYABLE);
    assertThat(position().redeemable()).isEqualTo(VOUCHER);
    assertThat(position().locked()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYV_11_3_an_objection_holds_its_own_line_only() {
    Redemption one = approved();
    Redemption other = approved();
    UUID notice = published(one, other);
    var list = asTenant(() -> notices.get(notice));
    int line = list.lines().stream().filter(l -> l.ref().equals(one.id())).findFirst().orElseThrow().number();
    asTenant(() -> notices.object(notice, line, "王某", "13900001111", "服务没有做完", null).orThrow());
    turnTo(list.lastDay().plusDays(1));
    assertThat(now(one).state()).isEqualTo(RedemptionState.ON_NOTICE);
    assertThat(now(other).state()).isEqualTo(RedemptionState.PAYABLE);
    Objection objection = asTenant(() -> notices.objections(bureau, notice)).getFirst();
    asTenant(() -> notices.answer(bureau, objection.id(), Objection.State.REJECTED, "经核实服务已完成").orThrow());
    assertThat(now(one).state()).isEqualTo(RedemptionState.PAYABLE);
  }

  @Test
  void GYV_11_3_an_upheld_objection_strikes_the_line_and_sets_the_invoice_free() {
    Redemption r = approved();
    UUID notice = published(r);
    asTenant(() -> notices.object(notice, 1, "王某", "13900001111", "成果不实", null).orThrow());
    Objection objection = asTenant(() -> notices.objections(bureau, notice)).getFirst();
    asTenant(() -> notices.answer(bureau, objection.id(), Objection.State.UPHELD, "成果与合同不符").orThrow());
    assertThat(now(r).state()).isEqualTo(RedemptionState.REFUSED);
    assertThat(position().redeemable()).isEqualTo(Money.ZERO);
  }

  @Test
  void GYV_11_3_the_bureau_of_another_funder_cannot_publish_it() {
    Redemption r = approved();
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    assertThatThrownBy(() -> asTenant(() -> redemptions.publish(guian, GUIYANG, List.of(r.id()))))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> redemptions.publish(guian, "GUIAN", List.of(r.id()))))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void GYI_14_1_whoever_is_related_to_a_side_neither_stops_nor_resumes_in_the_rules_and_in_the_database() {
    Redemption r = submitted();
    asTenant(() -> interests.declare(bureau, code(enterprise), "配偶任职").orThrow());
    asTenant(() -> interests.declare(secondBureau, code(institution), "配偶任职").orThrow());
    for (Actor related : List.of(bureau, secondBureau)) {
      assertThat(codes(asTenant(() -> redemptions.stop(related, r.id(), "核查")))).containsExactly("related_to_party");
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update redemption set stop_decided_by = :by where redemption_id = :id").param("by", related.account()).param("id", r.id()).update()))
          .hasStackTraceContaining("related to");
    }
    Actor unrelated = official(Role.BUREAU, "GUIYANG_BUREAU", GUIYANG);
    asTenant(() -> redemptions.stop(unrelated, r.id(), "核查").orThrow());
    assertThat(provisions(asTenant(() -> redemptions.resume(bureau, r.id(), "核查完毕")))).containsExactly("GYI-14-1");
    assertThat(asTenant(() -> redemptions.resume(unrelated, r.id(), "核查完毕")).isDone()).isTrue();
  }

  @Test
  void GYI_14_1_whoever_is_related_to_a_side_answers_no_objection_to_its_line_in_the_rules_and_in_the_database() {
    Redemption r = approved();
    UUID notice = published(r);
    asTenant(() -> notices.object(notice, 1, "王某", "13900001111", "成果不实", null).orThrow());
    Objection objection = asTenant(() -> notices.objections(bureau, notice)).getFirst();
    asTenant(() -> interests.declare(bureau, code(enterprise), "配偶任职").orThrow());
    asTenant(() -> interests.declare(secondBureau, code(institution), "配偶任职").orThrow());
    for (Actor related : List.of(bureau, secondBureau)) {
      Outcome<Void> no = asTenant(() -> notices.answer(related, objection.id(), Objection.State.REJECTED, "不成立"));
      assertThat(codes(no)).containsExactly("related_to_party");
      assertThat(provisions(no)).containsExactly("GYI-14-1");
      String answer = "update objection set state = 'REJECTED', answer = 'x', answered_by = :by, answered_at = now() where id = :id";
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(answer).param("by", related.account()).param("id", objection.id()).update()))
          .hasMessageContaining("related");
    }
    Actor unrelated = official(Role.BUREAU, "GUIYANG_BUREAU", GUIYANG);
    assertThat(asTenant(() -> notices.answer(unrelated, objection.id(), Objection.State.REJECTED, "经核实服务已完成")).isDone()).isTrue();
  }

  @Test
  void GYV_5_1_an_agency_that_assists_sees_an_application_and_does_not_stop_it() {
    inGuian(PartyFixtures.aProjectOwner());
    Redemption r = submitted();
    Actor centre = centre();
    assertThat(asTenant(() -> redemptions.get(centre, r.id())).number()).isEqualTo(r.number());
    assertThat(codes(asTenant(() -> redemptions.stop(centre, r.id(), "核查")))).containsExactly("assisting_only");
    asTenant(() -> redemptions.stop(bureau, r.id(), "核查").orThrow());
    assertThat(codes(asTenant(() -> redemptions.resume(centre, r.id(), "核查完毕")))).containsExactly("assisting_only");
  }

  @Test
  void GYV_5_1_the_place_of_the_project_decides_and_not_that_of_its_owner() {
    RegisterParty owner = PartyFixtures.aProjectOwner();
    inGuian(PartyFixtures.project(registeredIn(owner, "520115"), owner.projectCode(), "GUIAN"));
    Redemption r = submitted();
    assertThat(caseOf(r).handlerAgency()).isEqualTo("GUIAN_BUREAU");
    assertThat(caseOf(r).assistingAgency()).isEqualTo("CENTRE");
    assertThat(codes(asTenant(() -> redemptions.stop(centre(), r.id(), "核查")))).containsExactly("assisting_only");
  }

  @Test
  void GYV_5_1_an_owner_from_elsewhere_is_with_the_office_where_its_project_is() {
    RegisterParty owner = PartyFixtures.aProjectOwner();
    enterprise = partyOf(PartyFixtures.project(registeredIn(owner, "ELSEWHERE"), owner.projectCode(), "520115"), Role.ENTERPRISE);
    Redemption r = submitted();
    assertThat(caseOf(r).handlerAgency()).isEqualTo("CENTRE");
    assertThat(caseOf(r).assistingAgency()).isNull();
    assertThat(asTenant(() -> redemptions.stop(centre(), r.id(), "核查")).isDone()).isTrue();
  }

  private void inGuian(RegisterParty holder) {
    bureau = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    finance = official(Role.FINANCE, "GUIAN_FINANCE", "GUIAN");
    enterprise = partyOf(holder, Role.ENTERPRISE);
    line = line("GUIAN");
    batch = batch(g -> g);
  }

  private static RegisterParty registeredIn(RegisterParty r, String area) {
    return PartyFixtures.projectOwner(r.creditCode(), r.name(), area, r.foundedOn(), r.phone(), java.util.Objects.requireNonNull(r.projectCode()));
  }

  @Test
  void GYI_4_3_the_office_finds_a_stopped_redemption_in_its_inbox_with_ten_working_days_and_is_told() {
    Redemption r = submitted();
    assertThat(stoppedOf(centre())).isEmpty();
    remove(entry(institution));
    LocalDate due = LocalDate.of(2024, 9, 25);
    assertThat(stoppedOf(centre()))
        .singleElement()
        .matches(t -> t.number().equals(r.number()) && due.equals(t.dueOn()) && "GYI-4-3".equals(t.provision()));
    assertThat(stoppedOf(bureau)).as("Guiyang's are with the centre").isEmpty();
    assertThat(asTenant(() -> notifications.list(centre(), false, 100_000, 0)))
        .anyMatch(n -> n.link().equals("/redemptions/" + r.id()) && n.subject().zh().startsWith("待复核"));
    asTenant(() -> redemptions.resume(centre(), r.id(), "该合同履行无误").orThrow());
    assertThat(stoppedOf(centre())).isEmpty();
  }

  private List<Task> stoppedOf(Actor who) {
    return asTenant(() -> tasks.of(who)).stream()
        .filter(t -> t.kind().equals("redemption.stopped") && t.name().equals(asTenant(() -> parties.get(institution.partyOrThrow())).name()))
        .toList();
  }

  @Test
  void officials_see_the_applications_of_their_funders_only() {
    Redemption r = submitted();
    for (Role role : List.of(Role.BUREAU, Role.CENTRE, Role.FINANCE, Role.REVIEWER)) {
      String agency = role == Role.CENTRE ? "CENTRE" : role == Role.REVIEWER ? "REVIEW" : "GUIAN_" + role;
      Actor other = official(role, agency, "GUIAN");
      assertThatThrownBy(() -> asTenant(() -> redemptions.get(other, r.id()))).as(role.name()).isInstanceOf(NotFoundException.class);
      assertThat(asTenant(() -> redemptions.list(other, null, r.number()))).as(role.name()).isEmpty();
    }
  }

  @Test
  void GYV_8_1_an_institution_without_a_live_entry_is_not_redeemed_and_the_article_is_named() {
    Redemption r = complete(opened());
    inTransaction(
        () ->
            jdbc.sql("update register_entry set state = 'EXITED', ended_on = :on where party = :p")
                .param("on", LocalDate.now(clock))
                .param("p", institution.party())
                .update());
    assertThat(submit(r).refusals()).anyMatch(x -> "GYV-8-1".equals(x.provision()));
  }

  @Test
  void GYI_11_1_vouchers_are_redeemed_as_the_voucher_measure_says_because_the_institutions_measure_sends_there() {
    Redemption r = complete(opened());
    assertThat(asTenant(() -> redemptions.check(institution, r.id())).findings())
        .anyMatch(f -> f.provision().equals("GYI-11-1") && f.holds());
    assertThat(submit(r).isDone()).isTrue();
  }

  @Test
  void the_enterprise_sees_the_application_and_another_party_does_not() {
    Redemption r = submitted();
    assertThat(asTenant(() -> redemptions.get(enterprise, r.id())).number()).isEqualTo(r.number());
    Actor stranger = anEnterprise();
    assertThatThrownBy(() -> asTenant(() -> redemptions.get(stranger, r.id())))
        .isInstanceOf(NotFoundException.class);
  }
}
