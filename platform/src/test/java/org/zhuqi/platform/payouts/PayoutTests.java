package org.zhuqi.platform.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.redemption.InvoiceXml;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;

class PayoutTests extends RedemptionWorld {
  @Autowired Payouts payouts;
  @Autowired PayoutViews views;
  @Autowired Notifications notifications;
  @Autowired List<DeskPart> parts;

  private PayoutFile prepared() {
    UUID id = asTenant(() -> payouts.prepare(finance, GUIYANG).orThrow());
    return payoutFile(id);
  }

  private PayoutFile payoutFile(UUID id) {
    return asTenant(() -> views.file(finance, id));
  }

  private PayoutFile approvedFile() {
    PayoutFile file = prepared();
    asTenant(() -> payouts.approve(secondFinance, file.id()).orThrow());
    return payoutFile(file.id());
  }

  private PayoutFile.Line lineOf(PayoutFile file, Redemption r) {
    UUID payable = payable(r).id();
    return file.lines().stream().filter(l -> l.payable().equals(payable)).findFirst().orElseThrow();
  }

  private Payable payable(Redemption r) {
    return asTenant(() -> payouts.ofSource(Redemptions.KIND, r.id())).getFirst();
  }

  private Outcome<ReturnAnswer> answer(String rows) {
    String csv = "明细编号,金额（元）,结果,日期,银行流水号,原因\n" + rows;
    return asTenant(() -> payouts.readReturn(finance, "回盘.csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private String paid(PayoutFile.Line line) {
    return "%s,%s,成功,%s,LS%s,\n".formatted(line.number(), line.amount().yuan().toPlainString(), LocalDate.now(clock), line.number());
  }

  private String bounced(PayoutFile.Line line) {
    return "%s,%s,失败,%s,,户名不符\n".formatted(line.number(), line.amount().yuan().toPlainString(), LocalDate.now(clock));
  }

  /** Payments of other tests wait in the same funder's queue: they are paid off, so that figures are this test's own. */
  private Redemption owedWithAccount() {
    account(institution);
    return payable();
  }

  @Test
  void GYV_11_3_pays_a_file_that_two_people_made_and_reconciles_to_the_fen() {
    Redemption r = owedWithAccount();
    PayoutFile file = approvedFile();
    PayoutFile.Line line = lineOf(file, r);
    assertThat(line.amount()).isEqualTo(VOUCHER);
    assertThat(position().redeemable()).isEqualTo(VOUCHER);
    ReturnAnswer answer = answer(paid(line)).orThrow();
    assertThat(answer.paid()).isEqualTo(1);
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAID);
    assertThat(position().paid()).isEqualTo(VOUCHER);
    assertThat(position().redeemable()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();
    Reconciliation reconciliation = asTenant(() -> views.reconcile(finance, GUIYANG));
    assertThat(reconciliation.rows()).filteredOn(x -> x.line().equals(this.line)).singleElement().matches(Reconciliation.Row::agrees);
    assertThat(reconciliation.differences()).isEmpty();
  }

  @Test
  void GYV_11_3_the_same_return_file_read_twice_has_one_effect() {
    Redemption r = owedWithAccount();
    String rows = paid(lineOf(approvedFile(), r));
    ReturnAnswer first = answer(rows).orThrow();
    ReturnAnswer second = answer(rows).orThrow();
    assertThat(second.again()).isTrue();
    assertThat(second.id()).isEqualTo(first.id());
    ReturnAnswer sameAnswersInAnotherFile = answer(rows + "\n\n").orThrow();
    assertThat(sameAnswersInAnotherFile.known()).isEqualTo(1);
    assertThat(sameAnswersInAnotherFile.paid()).isZero();
    assertThat(position().paid()).isEqualTo(VOUCHER);
  }

  @Test
  void GYV_11_3_a_bounced_line_is_retried_in_the_next_file_once_the_account_is_mended() {
    Redemption r = owedWithAccount();
    answer(bounced(lineOf(approvedFile(), r))).orThrow();
    assertThat(payable(r).state()).isEqualTo(PayableState.BOUNCED);
    assertThat(payable(r).reason()).isEqualTo("户名不符");
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAYABLE);
    assertThat(position().redeemable()).isEqualTo(VOUCHER);
    Outcome<UUID> tooEarly = asTenant(() -> payouts.prepare(finance, GUIYANG));
    if (tooEarly.isDone()) assertThat(payoutFile(tooEarly.orThrow()).lines()).noneMatch(l -> l.payable().equals(payable(r).id()));
    account(institution);
    PayoutFile next = approvedFile();
    answer(paid(lineOf(next, r))).orThrow();
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAID);
    assertThat(position().paid()).isEqualTo(VOUCHER);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYV_11_3_money_that_the_bank_gives_back_days_after_paying_is_redeemable_again() {
    Redemption r = owedWithAccount();
    PayoutFile.Line line = lineOf(approvedFile(), r);
    answer(paid(line)).orThrow();
    on(LocalDate.now(clock).plusDays(3));
    answer(bounced(line)).orThrow();
    assertThat(payable(r).state()).isEqualTo(PayableState.BOUNCED);
    assertThat(position().paid()).isEqualTo(Money.ZERO);
    assertThat(position().redeemable()).isEqualTo(VOUCHER);
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAYABLE);
  }

  @Test
  void GYV_11_3_unknown_double_and_changed_lines_name_their_row_and_nothing_is_half_done() {
    Redemption one = owedWithAccount();
    Redemption two = payable();
    PayoutFile file = approvedFile();
    PayoutFile.Line good = lineOf(file, one);
    PayoutFile.Line other = lineOf(file, two);
    String rows =
        paid(good) + paid(good) + "BF-0000-000000-0001,1.00,成功," + LocalDate.now(clock) + ",X,\n" + "%s,49999.99,成功,%s,Y,\n".formatted(other.number(), LocalDate.now(clock));
    Outcome<ReturnAnswer> outcome = answer(rows);
    assertThat(codes(outcome)).containsExactly("return_row_double", "return_row_unknown", "return_row_amount");
    assertThat(outcome.refusals().stream().map(x -> x.sentence().zh().substring(0, 5))).containsExactly("第 3 行", "第 4 行", "第 5 行");
    assertThat(position().paid()).isEqualTo(Money.ZERO);
    assertThat(payable(one).state()).isEqualTo(PayableState.SENT);
  }

  @Test
  void GYV_11_3_an_answer_that_contradicts_what_was_read_before_is_refused() {
    Redemption r = owedWithAccount();
    PayoutFile.Line line = lineOf(approvedFile(), r);
    answer(bounced(line)).orThrow();
    assertThat(codes(answer(paid(line)))).containsExactly("return_row_contradicts");
  }

  @Test
  void GYV_11_3_whoever_prepared_a_file_does_not_approve_it_in_the_rules_and_in_the_database() {
    owedWithAccount();
    PayoutFile file = prepared();
    assertThat(codes(asTenant(() -> payouts.approve(finance, file.id())))).containsExactly("steps_apart");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("update payout_file set state = 'APPROVED', approved_by = prepared_by, approved_at = now() where file_id = :id")
                            .param("id", file.id())
                            .update()))
        .hasMessageContaining("payout_file_two_people");
    asTenant(() -> payouts.cancel(finance, file.id(), "测试").orThrow());
  }

  @Test
  void GYI_14_1_whoever_approved_a_redemption_does_not_approve_its_payment_in_the_rules_and_in_the_database() {
    owedWithAccount();
    PayoutFile file = prepared();
    Outcome<Void> outcome = asTenant(() -> payouts.approve(bureau, file.id()));
    assertThat(codes(outcome)).contains("steps_apart");
    assertThat(provisions(outcome)).containsExactly("GYI-14-1");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("update payout_file set state = 'APPROVED', approved_by = :by, approved_at = now() where file_id = :id")
                            .param("by", bureau.account())
                            .param("id", file.id())
                            .update()))
        .hasMessageContaining("does not approve its payment");
    assertThat(asTenant(() -> payouts.approve(secondBureau, file.id())).isDone()).isTrue();
  }

  @Test
  void GYV_11_3_the_lines_of_a_file_are_frozen_in_the_database() {
    Redemption r = owedWithAccount();
    PayoutFile file = approvedFile();
    PayoutFile.Line line = lineOf(file, r);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> jdbc.sql("update payout_line set account_no = 'sm4:1' where number = :n").param("n", line.number()).update()))
        .hasMessageContaining("frozen");
    assertThat(line.account()).contains("****");
    String csv = new String(asTenant(() -> views.csv(finance, file.id())), StandardCharsets.UTF_8);
    assertThat(csv).contains(file.detailSha256()).contains(line.number()).doesNotContain("****");
    assertThat(TreasuryFile.sha256(csv.substring(csv.indexOf("序号")).getBytes(StandardCharsets.UTF_8))).isEqualTo(file.detailSha256());
    answer(paid(line)).orThrow();
  }

  @Test
  void GYV_11_3_lines_of_one_funder_are_never_paid_by_another() {
    Redemption r = owedWithAccount();
    Actor guian = official(Role.FINANCE, "GUIAN_FINANCE", "GUIAN");
    assertThatThrownBy(() -> asTenant(() -> payouts.prepare(guian, GUIYANG))).isInstanceOf(NotFoundException.class);
    Outcome<UUID> own = asTenant(() -> payouts.prepare(guian, "GUIAN"));
    assertThat(codes(own)).containsExactly("nothing_payable");
    PayoutFile file = approvedFile();
    assertThatThrownBy(() -> asTenant(() -> views.file(guian, file.id()))).isInstanceOf(NotFoundException.class);
    String csv = "明细编号,金额（元）,结果,日期,银行流水号,原因\n" + paid(lineOf(file, r));
    assertThat(codes(asTenant(() -> payouts.readReturn(guian, "x.csv", csv.getBytes(StandardCharsets.UTF_8))))).containsExactly("return_row_unknown");
    answer(paid(lineOf(file, r))).orThrow();
  }

  @Test
  void GYV_11_3_a_payee_without_an_account_is_told_and_has_it_on_its_desk_until_it_names_one() {
    Redemption r = payable();
    assertThat(asTenant(() -> notifications.list(institution, false, 50, 0)))
        .anyMatch(n -> n.link().equals("/party") && n.body().zh().contains("没有可用的收款账户"))
        .noneMatch(n -> n.body().zh().contains("将列入付款文件"));
    assertThat(accountLines()).singleElement().matches(w -> w.title().zh().contains(r.number()) && w.link().equals("/party"));
    account(institution);
    assertThat(accountLines()).isEmpty();
  }

  private List<DeskPart.Waiting> accountLines() {
    return asTenant(() -> parts.stream().flatMap(p -> p.waiting(institution).stream()).filter(w -> w.kind().zh().equals("填报账户")).toList());
  }

  @Test
  void a_payee_without_an_account_waits_and_a_cancelled_file_sets_its_lines_free() {
    Redemption r = payable();
    Outcome<UUID> none = asTenant(() -> payouts.prepare(finance, GUIYANG));
    if (none.isDone()) assertThat(payoutFile(none.orThrow()).lines()).noneMatch(l -> l.payable().equals(payable(r).id()));
    account(institution);
    PayoutFile file = prepared();
    assertThat(payable(r).state()).isEqualTo(PayableState.FROZEN);
    asTenant(() -> payouts.cancel(finance, file.id(), "账户待核实").orThrow());
    assertThat(payable(r).state()).isEqualTo(PayableState.READY);
    assertThat(codes(asTenant(() -> payouts.approve(secondFinance, file.id())))).containsExactly("payout_file_state");
  }

  @Test
  void GYI_4_3_a_removal_holds_what_is_owed_until_it_is_resumed() {
    Redemption r = owedWithAccount();
    remove(entry(institution));
    assertThat(now(r).isStopped()).isTrue();
    assertThat(payable(r).suspended()).isTrue();
    Outcome<UUID> file = asTenant(() -> payouts.prepare(finance, GUIYANG));
    if (file.isDone()) assertThat(payoutFile(file.orThrow()).lines()).noneMatch(l -> l.payable().equals(payable(r).id()));
    assertThat(payable(r).state()).isEqualTo(PayableState.READY);
    asTenant(() -> redemptions.resume(centre(), r.id(), "该合同履行无误").orThrow());
    answer(paid(lineOf(approvedFile(), r))).orThrow();
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAID);
    assertThat(told(bureau, r)).noneMatch(n -> n.subject().zh().startsWith("已停止的兑现被支付"));
  }

  @Test
  void GYV_11_1_a_red_letter_invoice_keeps_a_prepared_file_from_being_approved_in_the_rules_and_in_the_database() {
    account(institution);
    InvoiceXml blue = invoice();
    Redemption r = payable(blue);
    PayoutFile file = prepared();
    redLetter(blue);
    assertThat(codes(asTenant(() -> payouts.approve(secondFinance, file.id())))).containsExactly("payout_line_stopped");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("update payout_file set state = 'APPROVED', approved_by = :by, approved_at = now() where file_id = :id")
                            .param("by", secondFinance.account())
                            .param("id", file.id())
                            .update()))
        .hasMessageContaining("must not be paid");
    asTenant(() -> payouts.cancel(finance, file.id(), "发票被红冲").orThrow());
    assertThat(payable(r).state()).isEqualTo(PayableState.READY);
    assertThat(position().redeemable()).isEqualTo(VOUCHER);
  }

  @Test
  void GYV_11_1_what_was_with_the_treasury_when_its_invoice_was_taken_back_is_told_to_the_funder_once_it_is_paid() {
    account(institution);
    InvoiceXml blue = invoice();
    Redemption r = payable(blue);
    PayoutFile.Line line = lineOf(approvedFile(), r);
    redLetter(blue);
    assertThat(payable(r).state()).isEqualTo(PayableState.SENT);
    answer(paid(line)).orThrow();
    assertThat(now(r).state()).isEqualTo(RedemptionState.PAID);
    assertThat(told(bureau, r)).anyMatch(n -> n.subject().zh().startsWith("已停止的兑现被支付"));
  }

  private void redLetter(InvoiceXml blue) {
    asTenant(() -> redemptions.reportRedLetter(enterprise, "红字.xml", blue.cancelledBy(invoiceNumber()).bytes()).orThrow());
  }

  private List<Notification> told(Actor by, Redemption r) {
    return asTenant(() -> notifications.list(by, false, 100_000, 0)).stream().filter(n -> n.link().equals("/redemptions/" + r.id())).toList();
  }

  @Test
  void GYV_13_1_an_auditor_reads_files_and_reconciliation_and_changes_nothing() {
    Redemption r = owedWithAccount();
    PayoutFile file = approvedFile();
    Actor auditor = official(Role.AUDITOR, "SUPERVISION");
    assertThat(asTenant(() -> views.file(auditor, file.id())).lines()).isNotEmpty();
    assertThat(asTenant(() -> views.reconcile(auditor, GUIYANG)).rows()).isNotEmpty();
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable act :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> asTenant(() -> payouts.prepare(auditor, GUIYANG)),
            () -> asTenant(() -> payouts.approve(auditor, file.id())),
            () -> asTenant(() -> payouts.readReturn(auditor, "x", new byte[] {1})))) {
      assertThatThrownBy(act).isInstanceOf(ForbiddenException.class);
    }
    answer(paid(lineOf(file, r))).orThrow();
  }
}
