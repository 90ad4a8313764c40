package org.zhuqi.platform.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.payouts.PayableState;
import org.zhuqi.platform.payouts.PayoutFile;
import org.zhuqi.platform.payouts.PayoutViews;
import org.zhuqi.platform.payouts.Payouts;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionState;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.redemption.Redemptions;
import org.zhuqi.platform.registers.HandOverCase;
import org.zhuqi.platform.registers.RemovedContracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.DeskPart;

class FindingTests extends RedemptionWorld {
  @Autowired Inspections inspections;
  @Autowired Findings findings;
  @Autowired Payouts payouts;
  @Autowired PayoutViews payoutViews;
  @Autowired Interests interests;
  @Autowired Notifications notifications;
  @LocalServerPort int port;
  @Autowired Tasks tasks;
  @Autowired RemovedContracts running;
  @Autowired AuditTrail audit;

  @Autowired
  @Qualifier("org.zhuqi.platform.inspections.web.InspectionDesk")
  DeskPart inspectionDesk;

  private PayoutFile.Line sent(Redemption r) {
    UUID file = asTenant(() -> payouts.prepare(finance, GUIYANG).orThrow());
    asTenant(() -> payouts.approve(secondFinance, file).orThrow());
    UUID payable = asTenant(() -> payouts.ofSource(Redemptions.KIND, r.id())).getFirst().id();
    return asTenant(() -> payoutViews.file(finance, file)).lines().stream().filter(l -> l.payable().equals(payable)).findFirst().orElseThrow();
  }

  private void answer(PayoutFile.Line line, String result) {
    String csv =
        "明细编号,金额（元）,结果,日期,银行流水号,原因\n%s,%s,%s,%s,LS%s,户名不符\n"
            .formatted(line.number(), line.amount().yuan().toPlainString(), result, LocalDate.now(clock), line.number());
    asTenant(() -> payouts.readReturn(finance, "回盘.csv", csv.getBytes(StandardCharsets.UTF_8)).orThrow());
  }

  private Redemption paid() {
    account(institution);
    Redemption r = payable();
    answer(sent(r), "成功");
    return now(r);
  }

  /** Under inspection by the third party. */
  private Inspection inspected(UUID contract) {
    UUID id = asTenant(() -> inspections.open(bureau, contract, "收到举报").orThrow());
    asTenant(() -> inspections.assign(bureau, id, thirdParty.account()).orThrow());
    RecordVisit visit = new RecordVisit(LocalDate.now(clock), "机构办公地", "张三、李四", "检测记录与报告不符", true);
    asTenant(() -> inspections.visit(thirdParty, id, visit).orThrow());
    return asTenant(() -> inspections.get(bureau, id));
  }

  private UUID raised(Inspection i, String sanction, String ground) {
    RaiseFinding raise = new RaiseFinding(i.provider(), sanction, ground, "检测报告系伪造，原始记录不存在", List.of());
    return asTenant(() -> inspections.raise(thirdParty, i.id(), raise).orThrow());
  }

  private InspectionFinding upheld(Inspection i, String sanction, String ground) {
    UUID id = raised(i, sanction, ground);
    asTenant(() -> findings.askToBeHeard(bureau, id, 5).orThrow());
    asTenant(() -> findings.hear(institution, id, "情况属实，系员工个人行为", List.of()).orThrow());
    return asTenant(() -> findings.decide(bureau, id, true, "事实清楚").orThrow());
  }

  @Test
  void GYV_12_3_what_was_paid_is_a_receivable_until_it_is_back_to_the_fen() {
    Redemption r = paid();
    InspectionFinding f = upheld(inspected(r.contract()), "fraud", "fraud");
    assertThat(f.provision()).isEqualTo("GYV-12-3");
    assertThat(f.outstanding()).isEqualTo(VOUCHER);
    assertThat(position().receivable()).isEqualTo(VOUCHER);
    assertThat(position().recovered()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();

    UUID receivable = f.receivables().getFirst().id();
    Money part = Money.of("20000.01");
    InspectionFinding after = receive(receivable, part, "R1").orThrow();
    assertThat(after.outstanding()).isEqualTo(VOUCHER.minus(part));
    assertThat(position().recovered()).isEqualTo(part);
    assertThat(position().balances()).isTrue();
    assertThat(codes(receive(receivable, part, "R1"))).containsExactly("receipt_double");
    assertThat(codes(receive(receivable, VOUCHER.minus(part).plus(Money.ofFen(1)), "R2"))).containsExactly("receipt_too_much");
    assertThat(receive(receivable, VOUCHER.minus(part), "R2").orThrow().outstanding()).isEqualTo(Money.ZERO);
    assertThat(position().receivable()).isEqualTo(Money.ZERO);
    assertThat(position().recovered()).isEqualTo(VOUCHER);
    assertThat(position().balances()).isTrue();
  }

  /** As of a contract that both funders paid: the finding is the one's, this payment the other's. */
  @Test
  void GYV_12_3_each_funders_finance_sees_and_books_what_comes_back_to_it_whichever_funder_raised_the_finding() {
    Redemption r = paid();
    InspectionFinding f = upheld(inspected(r.contract()), "fraud", "fraud");
    inTransaction(() -> jdbc.sql("update finding set funder = 'GUIAN' where finding_id = :id").param("id", f.id()).update());
    UUID receivable = f.receivables().getFirst().id();
    assertThat(asTenant(() -> findings.list(finance))).extracting(InspectionFinding::id).contains(f.id());
    Visitor visitor = signedIn(finance);
    assertThat(visitor.get("/findings").body()).contains("/findings/" + f.id());
    String form = "/findings/" + f.id() + "/receivables/" + receivable;
    assertThat(visitor.get("/findings/" + f.id()).body()).contains("action=\"" + form + "\"");
    Actor guian = official(Role.FINANCE, "GUIAN_FINANCE", "GUIAN");
    assertThat(signedIn(guian).get("/findings/" + f.id()).body()).contains("资金承担方").doesNotContain("action=\"" + form + "\"");
    assertThatThrownBy(() -> asTenant(() -> findings.receive(guian, receivable, new ReceiveMoney(VOUCHER, LocalDate.now(clock), "G1"))))
        .isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> findings.get(finance, f.id())).number()).isEqualTo(f.number());
    assertThat(receive(receivable, VOUCHER, "R9").orThrow().outstanding()).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> asTenant(() -> findings.get(bureau, f.id()))).as("no other desk of that funder").isInstanceOf(NotFoundException.class);
  }

  private Visitor signedIn(Actor who) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(asTenant(() -> accounts.get(who.account())).login(), PASSWORD);
    return visitor;
  }

  private Outcome<InspectionFinding> receive(UUID receivable, Money amount, String ref) {
    return asTenant(() -> findings.receive(finance, receivable, new ReceiveMoney(amount, LocalDate.now(clock), ref)));
  }

  @Test
  void GYV_12_3_stops_every_open_redemption_of_the_party_and_nothing_further_is_redeemed() {
    Redemption paid = paid();
    batch = batch(g -> g);
    Redemption owed = payable();
    Redemption review = submitted();
    Contract running = filed();
    upheld(inspected(paid.contract()), "fraud", "fraud");
    assertThat(now(owed).state()).isEqualTo(RedemptionState.WITHHELD);
    assertThat(now(review).state()).isEqualTo(RedemptionState.WITHHELD);
    assertThat(caseOf(review).state()).isEqualTo(CaseState.REFUSED);
    assertThat(position().redeemable()).isEqualTo(Money.ZERO);
    assertThat(position().locked()).isEqualTo(VOUCHER);
    assertThat(position().balances()).isTrue();
    Redemption later = complete(complete(running));
    assertThat(submit(later).refusals()).anyMatch(x -> x.code().equals("redemption_bar") && "GYV-12-3".equals(x.provision()));
  }

  @Test
  void GYV_12_3_a_line_on_notice_is_struck_and_never_cleared() {
    Redemption r = approved();
    UUID notice = published(r);
    upheld(inspected(r.contract()), "fraud", "fraud");
    turnTo(asTenant(() -> notices.get(notice)).lastDay().plusDays(1));
    assertThat(now(r).state()).isEqualTo(RedemptionState.WITHHELD);
    assertThat(position().redeemable()).isEqualTo(Money.ZERO);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYV_12_3_what_is_with_the_treasury_is_claimed_back_when_paid_and_withheld_when_bounced() {
    account(institution);
    Redemption one = payable();
    Redemption two = payable();
    PayoutFile.Line first = sent(one);
    PayoutFile.Line second =
        asTenant(() -> payoutViews.files(finance)).stream()
            .map(f -> asTenant(() -> payoutViews.file(finance, f.id())))
            .flatMap(f -> f.lines().stream())
            .filter(l -> l.link().endsWith(two.id().toString()))
            .findFirst()
            .orElseThrow();
    InspectionFinding f = upheld(inspected(one.contract()), "fraud", "fraud");
    assertThat(f.receivables()).isEmpty();
    assertThat(now(one).isStopped()).isTrue();
    answer(first, "成功");
    answer(second, "失败");
    assertThat(asTenant(() -> findings.get(bureau, f.id())).outstanding()).isEqualTo(VOUCHER);
    assertThat(now(two).state()).isEqualTo(RedemptionState.WITHHELD);
    assertThat(asTenant(() -> payouts.ofSource(Redemptions.KIND, two.id()))).singleElement().matches(p -> p.state() == PayableState.WITHHELD);
    assertThat(position().receivable()).isEqualTo(VOUCHER);
    assertThat(position().balances()).isTrue();
  }

  @Test
  void GYV_12_2_refusing_to_cooperate_has_the_same_consequence_as_fraud() {
    Redemption r = paid();
    UUID id = asTenant(() -> inspections.open(bureau, r.contract(), "抽查").orThrow());
    asTenant(() -> inspections.assign(bureau, id, thirdParty.account()).orThrow());
    asTenant(() -> inspections.visit(thirdParty, id, new RecordVisit(LocalDate.now(clock), "机构办公地", "无", "拒绝入内", false)).orThrow());
    asTenant(() -> inspections.visit(thirdParty, id, new RecordVisit(LocalDate.now(clock), "机构办公地", "张三", "此次查看了现场", true)).orThrow());
    Outcome<Void> clean = asTenant(() -> inspections.close(thirdParty, id, "未发现问题"));
    assertThat(codes(clean)).as("a refusal on record becomes a finding").containsExactly("refusal_is_a_finding");
    assertThat(provisions(clean)).containsExactly("GYV-12-2");
    InspectionFinding f = upheld(asTenant(() -> inspections.get(bureau, id)), "inspection.refusal", "refusal");
    assertThat(f.provision()).isEqualTo("GYV-12-2");
    assertThat(f.outstanding()).isEqualTo(VOUCHER);
    assertThat(asTenant(() -> findings.sanction(f)).consequences())
        .isEqualTo(asTenant(() -> findings.sanctions("GYV", f.version())).get("fraud").consequences());
  }

  @Test
  void GYV_12_2_both_sides_learn_of_the_inspection_and_hand_papers_in_that_are_kept_by_side() {
    UUID contract = filed().id();
    UUID id = asTenant(() -> inspections.open(bureau, contract, "抽查").orThrow());
    assertThat(asTenant(() -> inspections.ofSide(institution))).as("not before it has an inspector").isEmpty();
    for (Actor handler : List.of(bureau, centre())) {
      assertThat(asTenant(() -> inspectionDesk.waiting(handler))).as(handler.agency()).anyMatch(w -> w.link().equals("/inspections/" + id) && w.kind().zh().equals("待指派"));
    }
    asTenant(() -> inspections.assign(bureau, id, thirdParty.account()).orThrow());
    String page = "/inspections/" + id + "/hand-in";
    for (Actor side : List.of(institution, enterprise)) {
      assertThat(asTenant(() -> notifications.list(side, true, 50, 0))).anyMatch(n -> n.link().equals(page) && "GYV-12-2".equals(n.provision()));
      assertThat(asTenant(() -> inspectionDesk.waiting(side))).anyMatch(w -> w.link().equals(page));
      assertThat(signedIn(side).get(page).body()).contains("提交检查人员").doesNotContain("检查证据");
    }
    assertThat(codes(asTenant(() -> inspections.handIn(institution, id, List.of())))).containsExactly("papers_missing");
    asTenant(() -> inspections.handIn(institution, id, List.of(paper(institution, "inspection_evidence"))).orThrow());
    assertThat(asTenant(() -> documents.attachedTo(Inspections.FROM_PROVIDER, id))).hasSize(1);
    assertThat(asTenant(() -> documents.attachedTo(Inspections.FROM_CLIENT, id))).isEmpty();
    assertThat(asTenant(() -> audit.of(id))).anyMatch(a -> a.act().equals("inspection.handed_in") && a.name().equals(institution.name()) && "GYV-12-2".equals(a.provision()));
    UUID paper = asTenant(() -> documents.attachedTo(Inspections.FROM_PROVIDER, id)).getFirst().id();
    assertThat(asTenant(() -> documents.readable(thirdParty, paper)).id()).isEqualTo(paper);
    assertThatThrownBy(() -> asTenant(() -> documents.readable(enterprise, paper))).as("not the other side").isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> inspections.own(anEnterprise(), id))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void GYV_12_3_the_party_is_heard_first_and_the_finder_does_not_decide() {
    Inspection i = inspected(filed().id());
    UUID id = raised(i, "fraud", "fraud");
    assertThat(codes(asTenant(() -> findings.decide(bureau, id, true, "事实清楚")))).containsExactly("not_heard");
    assertThatThrownBy(() -> asTenant(() -> findings.decide(thirdParty, id, true, "事实清楚"))).isInstanceOf(ForbiddenException.class);
    Outcome<LocalDate> short4 = asTenant(() -> findings.askToBeHeard(bureau, id, 4));
    assertThat(short4.refusals()).singleElement()
        .matches(r -> r.code().equals("hearing_too_short") && "GYV-12-3".equals(r.provision()) && r.sentence().zh().equals("陈述申辩期限至少 5 个工作日。"));
    LocalDate until = asTenant(() -> findings.askToBeHeard(bureau, id, 5).orThrow());
    assertThat(until).isEqualTo(LocalDate.of(2024, 9, 18));
    on(until);
    assertThat(codes(asTenant(() -> findings.decide(bureau, id, true, "事实清楚")))).containsExactly("not_heard");
    on(until.plusDays(1));
    assertThat(asTenant(() -> findings.decide(bureau, id, true, "事实清楚")).isDone()).isTrue();
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update finding set decided_by = found_by where finding_id = :id").param("id", id).update()))
        .hasMessageContaining("finding_two_people");
  }

  @Test
  void GYV_12_3_what_an_official_takes_down_does_not_stand_for_telling_the_party_nor_shorten_its_time() {
    UUID id = raised(inspected(filed().id()), "fraud", "fraud");
    asTenant(() -> findings.hear(bureau, id, "电话中表示认可", List.of()).orThrow());
    asTenant(() -> findings.hear(institution, id, "尚未收到告知", List.of()).orThrow());
    assertThat(codes(asTenant(() -> findings.decide(bureau, id, true, "事实清楚")))).as("the party was never told").containsExactly("not_heard");
    UUID told = raised(inspected(filed().id()), "fraud", "fraud");
    LocalDate until = asTenant(() -> findings.askToBeHeard(bureau, told, 5).orThrow());
    asTenant(() -> findings.hear(bureau, told, "电话中表示认可", List.of()).orThrow());
    assertThat(codes(asTenant(() -> findings.decide(secondBureau, told, true, "事实清楚")))).as("its time still runs").containsExactly("not_heard");
    on(until.plusDays(1));
    assertThat(asTenant(() -> findings.decide(secondBureau, told, true, "事实清楚")).isDone()).isTrue();
  }

  @Test
  void GYI_14_1_a_related_inspector_or_decider_stands_aside_in_the_rules_and_in_the_database() {
    Contract c = filed();
    asTenant(() -> interests.declare(thirdParty, code(institution), "亲属任职").orThrow());
    UUID id = asTenant(() -> inspections.open(bureau, c.id(), "抽查").orThrow());
    assertThat(codes(asTenant(() -> inspections.assign(bureau, id, thirdParty.account())))).containsExactly("related_to_party");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update inspection set inspector = :a where inspection_id = :id").param("a", thirdParty.account()).param("id", id).update()))
        .hasMessageContaining("related to a party");
  }

  @Test
  void GYV_12_3_a_dismissed_finding_has_no_consequence() {
    Redemption r = paid();
    UUID id = raised(inspected(r.contract()), "fraud", "fraud");
    asTenant(() -> findings.askToBeHeard(bureau, id, 5).orThrow());
    UUID original = paper(institution, "evidence");
    asTenant(() -> findings.hear(institution, id, "报告真实，原始记录在此", List.of(original)).orThrow());
    assertThat(asTenant(() -> documents.readable(bureau, original)).id()).as("its evidence is read by who decides").isEqualTo(original);
    InspectionFinding f = asTenant(() -> findings.decide(bureau, id, false, "证据不足").orThrow());
    assertThat(f.state()).isEqualTo(FindingState.DISMISSED);
    assertThat(position().receivable()).isEqualTo(Money.ZERO);
    assertThat(codesOf(() -> asTenant(() -> findings.handOver(bureau, id, handOver())))).contains("finding_not_upheld");
  }

  @Test
  void GYI_13_1_a_hand_over_is_recorded_by_whom_the_measure_of_the_register_names_and_shown_to_whom_it_names() {
    InspectionFinding f = upheld(inspected(filed().id()), "fraud", "fraud");
    Actor centre = centre();
    assertThat(codes(asTenant(() -> findings.handOver(centre, f.id(), new HandOverCase("", LocalDate.now(clock), "", ""))))).containsExactly("hand_over_incomplete");
    assertThatThrownBy(() -> asTenant(() -> findings.handOver(finance, f.id(), handOver()))).isInstanceOf(ForbiddenException.class);
    asTenant(() -> findings.handOver(centre, f.id(), handOver()).orThrow());
    assertThat(asTenant(() -> findings.handOvers(bureau, f.id()))).singleElement()
        .matches(h -> h.reference().equals("移字〔2024〕1号") && h.provision().equals("GYI-13-1") && h.byName().equals(centre.name()));
    assertThat(asTenant(() -> findings.handOvers(institution, f.id()))).as("no viewer by the measure").isEmpty();
    assertThat(signedIn(institution).get("/findings/" + f.id()).body()).doesNotContain("移字〔2024〕1号");
    assertThat(signedIn(centre).get("/findings/" + f.id()).body()).contains("移字〔2024〕1号", "GYI-13-1");
  }

  /** Of an enterprise, which stands in no register, nothing else than the sanction speaks. */
  @Test
  void GYV_12_3_the_case_of_an_enterprise_is_handed_over_by_who_decides() {
    Inspection i = inspected(filed().id());
    UUID id = asTenant(() -> inspections.raise(thirdParty, i.id(), new RaiseFinding(i.client(), "fraud", "fraud", "虚构项目骗取助企券", List.of())).orThrow());
    LocalDate until = asTenant(() -> findings.askToBeHeard(bureau, id, 5).orThrow());
    on(until.plusDays(1));
    asTenant(() -> findings.decide(bureau, id, true, "事实清楚").orThrow());
    assertThatThrownBy(() -> asTenant(() -> findings.handOver(centre(), id, handOver()))).isInstanceOf(ForbiddenException.class);
    asTenant(() -> findings.handOver(bureau, id, handOver()).orThrow());
    assertThat(asTenant(() -> findings.handOvers(bureau, id))).singleElement().matches(h -> h.provision().equals("GYV-12-3"));
  }

  private HandOverCase handOver() {
    return new HandOverCase("测试市公安局", LocalDate.now(clock), "移字〔2024〕1号", "涉嫌诈骗");
  }

  @Test
  void GYI_15_1_fraud_of_an_institution_is_the_same_act_and_leads_to_a_proposal_for_removal() {
    InspectionFinding f = upheld(inspected(filed().id()), "fraud", "fraud");
    assertThat(asTenant(() -> findings.alsoUnder(f))).contains("GYI-15-1");
    asTenant(() -> findings.proposeRemoval(bureau, f.id()).orThrow());
    assertThat(asTenant(() -> findings.get(bureau, f.id())).removalProposedAt()).isNotNull();
    assertThat(asTenant(() -> notifications.list(centre(), true, 1000, 0))).anyMatch(n -> n.link().contains("/findings/" + f.id()));
    assertThat(codes(asTenant(() -> findings.proposeRemoval(bureau, f.id())))).containsExactly("removal_proposed");
  }

  @Test
  void GYI_4_3_a_removal_stops_redemptions_for_review_and_they_can_be_resumed() {
    Redemption r = submitted();
    remove(entry(institution));
    Redemption stopped = now(r);
    assertThat(stopped.isStopped()).isTrue();
    assertThat(stopped.stop().provision()).isEqualTo("GYI-4-3");
    assertThatThrownBy(() -> review(thirdParty, r, sheet())).hasMessageContaining("redemption_stopped");
    asTenant(() -> redemptions.resume(centre(), r.id(), "该合同履行无误").orThrow());
    assertThat(now(r).isStopped()).isFalse();
    assertThat(review(thirdParty, r, sheet()).isDone()).isTrue();
  }

  @Test
  void GYI_4_3_running_contracts_are_shown_to_the_enterprise_which_ends_them_or_lets_them_finish() {
    Contract one = filed();
    batch = batch(g -> g);
    Contract other = filed();
    InspectionFinding f = upheld(inspected(one.id()), "fraud", "fraud");
    remove(entry(institution));
    List<AffectedContract> affected = asTenant(() -> findings.affected(enterprise));
    assertThat(affected).extracting(a -> a.contract().id()).containsExactlyInAnyOrder(one.id(), other.id());
    asTenant(() -> findings.choose(enterprise, f.id(), one.id(), false, "不再信任该机构").orThrow());
    assertThat(asTenant(() -> contracts.get(one.id())).state()).isEqualTo(ContractState.ENDED);
    asTenant(() -> findings.choose(enterprise, f.id(), other.id(), true, "服务已接近完成").orThrow());
    assertThat(asTenant(() -> contracts.get(other.id())).state()).isEqualTo(ContractState.FILED);
    assertThat(position().locked()).isEqualTo(VOUCHER);
    assertThat(codes(asTenant(() -> findings.choose(enterprise, f.id(), other.id(), false, "改变主意")))).containsExactly("chosen_already");
  }

  @Test
  void GYI_4_3_the_enterprise_of_each_running_contract_chooses_within_ten_working_days() {
    Contract one = filed();
    batch = batch(g -> g);
    Contract other = filed();
    batch = batch(g -> g);
    Contract third = filed();
    remove(entry(institution));
    assertThat(tasksOf(enterprise)).extracting(Task::number).containsExactlyInAnyOrder(one.number(), other.number(), third.number());
    assertThat(tasksOf(enterprise))
        .allMatch(t -> "GYI-4-3".equals(t.provision()) && LocalDate.of(2024, 9, 25).equals(t.dueOn()) && t.link().equals("/registers/removals/contracts"));
    UUID removal = asTenant(() -> running.open(enterprise)).getFirst().removalId();
    assertThat(codes(choose(removal, one, false, " "))).containsExactly("reason_missing");
    choose(removal, one, false, "另选机构").orThrow();
    assertThat(asTenant(() -> contracts.get(one.id())).state()).isEqualTo(ContractState.ENDED);
    choose(removal, other, true, "服务已接近完成").orThrow();
    assertThat(asTenant(() -> contracts.get(other.id())).state()).isEqualTo(ContractState.FILED);
    assertThat(position().locked()).isEqualTo(VOUCHER.plus(VOUCHER));
    assertThat(codes(choose(removal, other, false, "改变主意"))).containsExactly("chosen_already");
    assertThat(tasksOf(enterprise)).extracting(Task::number).containsExactly(third.number());
    complete(third);
    assertThat(tasksOf(enterprise)).as("nothing to choose about what is completed").isEmpty();
    assertThat(asTenant(() -> audit.of(one.id()))).anyMatch(a -> a.act().equals("removal.contract_ends") && "GYI-4-3".equals(a.provision()));
    assertThatThrownBy(() -> asTenant(() -> running.choose(anEnterprise(), removal, other.id(), true, "不是我的"))).isInstanceOf(NotFoundException.class);
  }

  private Outcome<Void> choose(UUID removal, Contract c, boolean finish, String reason) {
    return asTenant(() -> running.choose(enterprise, removal, c.id(), finish, reason));
  }

  private List<Task> tasksOf(Actor who) {
    return asTenant(() -> tasks.of(who));
  }

  @Test
  void GYV_13_1_an_auditor_sees_findings_and_inspections_and_changes_nothing() {
    InspectionFinding f = upheld(inspected(filed().id()), "fraud", "fraud");
    Actor auditor = official(Role.AUDITOR, "SUPERVISION");
    assertThat(asTenant(() -> findings.list(auditor))).extracting(InspectionFinding::id).contains(f.id());
    assertThatThrownBy(() -> asTenant(() -> findings.handOver(auditor, f.id(), handOver()))).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> asTenant(() -> findings.receive(auditor, UUID.randomUUID(), new ReceiveMoney(VOUCHER, LocalDate.now(clock), "X"))))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> asTenant(() -> inspections.open(auditor, f.contracts().getFirst().contract(), "x"))).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void GYV_5_1_the_centre_opens_no_inspection_of_what_another_agency_handles_and_another_funders_officials_none_at_all() {
    UUID contract = filed().id();
    Actor guian = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    assertThatThrownBy(() -> asTenant(() -> inspections.open(guian, contract, "x"))).isInstanceOf(org.zhuqi.platform.shared.NotFoundException.class);
    UUID open = asTenant(() -> inspections.open(centre(), contract, "收到举报").orThrow());
    inTransaction(() -> jdbc.sql("update contract set handler = 'GUIAN_BUREAU' where id = :id").param("id", contract).update());
    Outcome<UUID> refused = asTenant(() -> inspections.open(centre(), contract, "收到举报"));
    assertThat(codes(refused)).containsExactly("not_the_handler");
    assertThat(provisions(refused)).containsExactly("GYV-5-1");
    assertThat(codes(asTenant(() -> inspections.assign(centre(), open, thirdParty.account())))).containsExactly("not_the_handler");
    asTenant(() -> inspections.assign(bureau, open, thirdParty.account()).orThrow());
  }

  @Test
  void GYV_5_1_the_centre_neither_asks_nor_takes_down_statements_about_what_another_agency_handles() {
    UUID contract = filed().id();
    UUID id = raised(inspected(contract), "fraud", "fraud");
    inTransaction(() -> jdbc.sql("update contract set handler = 'GUIAN_BUREAU' where id = :id").param("id", contract).update());
    Outcome<LocalDate> asked = asTenant(() -> findings.askToBeHeard(centre(), id, 5));
    assertThat(codes(asked)).containsExactly("not_the_handler");
    assertThat(provisions(asked)).containsExactly("GYV-5-1");
    assertThat(codes(asTenant(() -> findings.hear(centre(), id, "电话中表示认可", List.of())))).containsExactly("not_the_handler");
    assertThat(asTenant(() -> findings.get(centre(), id)).state()).as("it still sees it").isEqualTo(FindingState.OPEN);
    asTenant(() -> findings.askToBeHeard(bureau, id, 5).orThrow());
  }

  @Test
  void GYV_12_3_a_finding_takes_in_other_contracts_of_the_party_and_none_of_anybody_else() {
    UUID inspected = filed().id();
    enterprise = anEnterprise();
    UUID ofAnotherClient = filed().id();
    Actor honest = institution;
    institution = anInstitution();
    published(submitted(institution));
    turnTo(LocalDate.of(2024, 9, 25));
    UUID ofAnotherProvider = filed().id();
    institution = honest;
    Inspection i = inspected(inspected);
    assertThat(asTenant(() -> inspections.others(i))).extracting(Contract::id).containsExactly(ofAnotherClient);
    RaiseFinding foreign = new RaiseFinding(i.provider(), "fraud", "fraud", "报告系伪造", List.of(ofAnotherClient, ofAnotherProvider));
    assertThat(codes(asTenant(() -> inspections.raise(thirdParty, i.id(), foreign)))).containsExactly("contract_not_concerned");
    RaiseFinding notTheClients = new RaiseFinding(i.client(), "fraud", "fraud", "报告系伪造", List.of(ofAnotherClient));
    assertThat(codes(asTenant(() -> inspections.raise(thirdParty, i.id(), notTheClients)))).containsExactly("contract_not_concerned");
    Visitor reviewer = signedIn(thirdParty);
    assertThat(reviewer.get("/inspections/" + i.id()).body()).contains("value=\"" + ofAnotherClient + "\"").doesNotContain("value=\"" + inspected + "\"");
    HttpResponse<String> raised =
        reviewer.post(
            "/inspections/" + i.id() + "/findings", "party", i.provider().toString(), "ground", "fraud/fraud", "statement", "报告系伪造",
            "contracts", ofAnotherClient.toString());
    UUID id = UUID.fromString(raised.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
    assertThat(asTenant(() -> findings.get(bureau, id)).contracts())
        .extracting(InspectionFinding.Concerned::contract)
        .containsExactlyInAnyOrder(inspected, ofAnotherClient);
  }

  private static List<String> codesOf(java.util.concurrent.Callable<Outcome<?>> act) {
    try {
      return codes(act.call());
    } catch (org.zhuqi.platform.shared.RefusedException e) {
      return e.refusals().stream().map(org.zhuqi.platform.shared.Refusal::code).toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
