package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.complaints.FileServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class RemovalTests extends RegisterTest {
  private static final LocalDate HEAR_UNTIL = LocalDate.of(2024, 9, 19);
  @Autowired Interests interests;
  @Autowired Tasks tasks;
  @Autowired AuditTrail audit;
  @LocalServerPort int port;
  @Autowired ServiceComplaints complaints;

  private Outcome<UUID> propose(Actor by, Entry entry, String ground, List<UUID> evidence, LocalDate hearUntil) {
    return asTenant(() -> removals.propose(by, entry.id(), ground, "出具虚假检测报告三份", hearUntil, evidence, List.of()));
  }

  private UUID proposed(Entry entry) {
    return propose(reviewer, entry, "false_materials", List.of(paper(reviewer, "evidence")), HEAR_UNTIL).orThrow();
  }

  private Outcome<Void> decide(Actor by, UUID removal) {
    long revision = asTenant(() -> removals.get(by, removal)).revision();
    return asTenant(() -> removals.decide(by, removal, revision, true, "事实清楚，证据充分"));
  }

  @Test
  void GYI_4_1_rests_on_a_ground_of_the_measure_and_on_evidence() {
    Entry entry = admitted(anInstitution());
    assertThat(propose(reviewer, entry, "dislike", List.of(), MONDAY).refusals())
        .extracting(Refusal::code)
        .contains("ground_unknown", "evidence_missing", "hearing_too_short");
    assertThat(asTenant(() -> removals.grounds(entry.id())).codes())
        .containsExactlyInAnyOrder(
            "harmful_information", "false_materials", "fraud", "extra_payment", "complaints", "unfair_competition", "blacklist", "other_unlawful");
  }

  @Test
  void GYI_4_2_the_institution_has_at_least_five_working_days_for_its_statement() {
    Entry entry = admitted(anInstitution());
    List<UUID> evidence = List.of(paper(reviewer, "evidence"));
    LocalDate least = LocalDate.of(2024, 9, 18);
    assertThat(asTenant(() -> removals.hearAtLeastUntil(entry.id()))).isEqualTo(least);
    assertThat(propose(reviewer, entry, "fraud", evidence, least.minusDays(1)).refusals())
        .singleElement()
        .matches(r -> r.code().equals("hearing_too_short") && "GYI-4-2".equals(r.provision()) && r.sentence().zh().equals("陈述申辩期至少到 2024-09-18。"));
    assertThat(propose(reviewer, entry, "fraud", evidence, least).isDone()).isTrue();
  }

  @Test
  void GYI_4_2_each_in_turn_sees_what_it_has_to_do_and_by_which_working_day() {
    Actor by = anInstitution();
    Actor operator = official(Role.ADMIN, "PLATFORM");
    UUID removal = proposed(admitted(by));
    assertThat(task(by, removal)).matches(t -> t.stepZh().equals("陈述申辩") && HEAR_UNTIL.equals(t.dueOn()) && "GYI-4-1".equals(t.provision()));
    for (Actor other : List.of(reviewer, decider, operator)) assertThat(tasksOf(other, removal)).isEmpty();
    asTenant(() -> removals.heard(by, removal, "系人员失误，已整改", List.of()).orThrow());
    assertThat(tasksOf(by, removal)).isEmpty();
    assertThat(tasksOf(reviewer, removal)).as("who proposed does not decide").isEmpty();
    assertThat(task(decider, removal)).matches(t -> t.stepZh().equals("清退决定") && LocalDate.of(2024, 9, 25).equals(t.dueOn()));
    assertThat(tasksOf(official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG"), removal)).as("the measure names the centre").isEmpty();
    decide(decider, removal);
    assertThat(tasksOf(decider, removal)).isEmpty();
    assertThat(task(operator, removal))
        .matches(t -> t.stepZh().equals("执行清退") && LocalDate.of(2024, 9, 18).equals(t.dueOn()) && "GYI-4-2".equals(t.provision()));
    asTenant(() -> removals.carriedOut(operator, removal, "已下架", LocalDate.of(2024, 9, 10)).orThrow());
    assertThat(tasksOf(operator, removal)).isEmpty();
    assertThat(asTenant(() -> audit.of(removal)))
        .extracting(a -> a.act() + " " + a.provision() + " " + a.name())
        .containsExactlyInAnyOrder(
            "removal.proposed GYI-4-1 " + reviewer.name(), "removal.heard GYI-4-1 " + by.name(),
            "removal.decided GYI-4-2 " + decider.name(), "removal.carried_out GYI-4-2 " + operator.name());
  }

  @Test
  void GYI_4_2_when_the_term_passes_in_silence_it_is_the_centres_turn_within_ten_working_days() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    on(HEAR_UNTIL);
    assertThat(tasksOf(by, removal)).hasSize(1);
    assertThat(tasksOf(decider, removal)).isEmpty();
    on(HEAR_UNTIL.plusDays(1));
    assertThat(tasksOf(by, removal)).isEmpty();
    assertThat(task(decider, removal).dueOn()).isEqualTo(LocalDate.of(2024, 10, 9));
  }

  @Test
  void GYI_4_2_only_the_operator_whom_the_measure_names_carries_it_out() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    decide(decider, removal);
    assertThatThrownBy(() -> asTenant(() -> removals.carriedOut(decider, removal, "已下架", LocalDate.of(2024, 9, 10))))
        .isInstanceOf(ForbiddenException.class);
  }

  private List<Task> tasksOf(Actor who, UUID removal) {
    return asTenant(() -> tasks.of(who)).stream().filter(t -> t.id().equals(removal)).toList();
  }

  private Task task(Actor who, UUID removal) {
    return tasksOf(who, removal).getFirst();
  }

  @Test
  void GYI_4_1_hears_the_institution_before_it_is_removed() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    assertThat(decide(decider, removal).refusals()).singleElement().matches(r -> r.code().equals("not_heard") && "GYI-4-1".equals(r.provision()));
    asTenant(() -> removals.heard(by, removal, "系人员失误，已整改", List.of()).orThrow());
    assertThat(decide(decider, removal).isDone()).isTrue();
    assertThat(entry(by).state()).isEqualTo(EntryState.REMOVED);
  }

  @Test
  void GYI_4_1_the_institution_attaches_what_speaks_for_it_and_the_decider_reads_it() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    UUID original = paper(by, "evidence");
    asTenant(() -> removals.heard(by, removal, "原始记录在此", List.of(original)).orThrow());
    assertThat(asTenant(() -> documents.attachedTo(RegisterEvidence.REMOVAL_STATEMENT, removal))).extracting(Document::id).containsExactly(original);
    assertThat(asTenant(() -> documents.readable(decider, original)).id()).isEqualTo(original);
    assertThatThrownBy(() -> asTenant(() -> documents.readable(anInstitution(), original))).isInstanceOf(NotFoundException.class);
    Visitor office = new Visitor(port);
    office.signIn(asTenant(() -> accounts.get(decider.account())).login(), PASSWORD);
    assertThat(office.get("/registers/removals/" + removal).body()).contains("原始记录在此", "/documents/" + original + "/download");
  }

  @Test
  void GYI_4_1_decides_once_the_term_has_passed_in_silence() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    on(HEAR_UNTIL.plusDays(1));
    assertThat(asTenant(() -> removals.heard(by, removal, "迟了", List.of())).refusals()).extracting(Refusal::code).containsExactly("hearing_over");
    assertThat(decide(decider, removal).isDone()).isTrue();
  }

  @Test
  void GYI_4_1_the_database_itself_refuses_a_removal_without_a_hearing() {
    UUID removal = proposed(admitted(anInstitution()));
    assertThatThrownBy(() -> sqlDecide(removal, decider.account())).hasMessageContaining("register_removal_heard");
  }

  @Test
  void GYI_4_2_bars_the_credit_code_for_three_years_from_the_day_it_was_carried_out() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    assertThat(decide(decider, removal).isDone()).isTrue();
    assertThat(barred(by)).singleElement().matches(r -> r.sentence().zh().contains("正在执行"));
    on(LocalDate.of(2024, 9, 13));
    Actor operator = official(Role.ADMIN, "PLATFORM");
    asTenant(() -> removals.carriedOut(operator, removal, "已下架并注销入驻", LocalDate.of(2024, 9, 12)).orThrow());
    assertThat(barred(by))
        .singleElement()
        .matches(r -> r.code().equals("barred") && "GYI-4-2".equals(r.provision()) && r.sentence().zh().contains("2027-09-12"));
    on(LocalDate.of(2027, 9, 12));
    assertThat(barred(by)).hasSize(1);
    on(LocalDate.of(2027, 9, 13));
    assertThat(barred(by)).isEmpty();
  }

  private List<Refusal> barred(Actor by) {
    return asTenant(() -> registers.apply(by, new Apply(GYI, by.partyOrThrow(), ADMISSION, java.util.Map.of(), java.util.Map.of()))).refusals();
  }

  @Test
  void the_day_it_was_carried_out_lies_between_the_decision_and_today() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    decide(decider, removal);
    Actor operator = official(Role.ADMIN, "PLATFORM");
    for (LocalDate wrong : List.of(LocalDate.of(2024, 9, 9), LocalDate.of(2024, 9, 11))) {
      assertThat(asTenant(() -> removals.carriedOut(operator, removal, "回执", wrong)).refusals())
          .extracting(Refusal::code)
          .containsExactly("carried_out_day");
    }
  }

  @Test
  void GYI_14_1_proposer_and_decider_are_two_people_in_the_rules_and_in_the_database() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    assertThat(decide(reviewer, removal).refusals()).singleElement().matches(r -> r.code().equals("steps_apart") && "GYI-14-1".equals(r.provision()));
    assertThatThrownBy(() -> sqlDecide(removal, reviewer.account())).hasMessageContaining("register_removal_apart");
  }

  @Test
  void GYI_14_1_whoever_is_related_stands_aside_in_the_rules_and_in_the_database() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    String code = asTenant(() -> parties.get(by.partyOrThrow()).creditCode().value());
    asTenant(() -> interests.declare(decider, code, "配偶在该单位任职").orThrow());
    assertThat(decide(decider, removal).refusals()).singleElement().matches(r -> r.code().equals("related_to_party") && "GYI-14-1".equals(r.provision()));
    assertThatThrownBy(() -> sqlDecide(removal, decider.account())).hasMessageContaining("related");
  }

  private void sqlDecide(UUID removal, UUID account) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    update register_removal set state = 'DECIDED', decided_at = now(), decided_on = '2024-09-10',
                        decided_by = :by, decider_name = 'x', grounds = 'x' where id = :id""")
                .param("id", removal)
                .param("by", account)
                .update());
  }

  @Test
  void GYI_4_1_a_removal_refers_to_complaints_about_that_institution_and_no_other() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID complaint = complained(by);
    UUID other = complained(anInstitution());
    List<UUID> evidence = List.of(paper(reviewer, "evidence"));
    assertThat(asTenant(() -> removals.propose(reviewer, entry.id(), "complaints", "多家企业投诉", HEAR_UNTIL, evidence, List.of(complaint, other))).refusals())
        .extracting(Refusal::code).containsExactly("complaint_not_of_it");
    UUID removal = asTenant(() -> removals.propose(reviewer, entry.id(), "complaints", "多家企业投诉", HEAR_UNTIL, evidence, List.of(complaint)).orThrow());
    for (Actor viewer : List.of(decider, by)) {
      assertThat(asTenant(() -> removals.complaints(viewer, removal))).extracting(ServiceComplaint::id).containsExactly(complaint);
    }
  }

  private UUID complained(Actor institution) {
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    Actor enterprise = anEnterprise();
    return asTenant(() -> complaints.file(enterprise, new FileServiceComplaint(code, "GYI-4-1/complaints", "多次拖延交付，报告质量低劣。", List.of())).orThrow());
  }

  @Test
  void GYI_13_1_a_removal_for_leaked_secrets_is_handed_to_the_judicial_authorities_and_the_record_cites_the_article() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID removal = propose(reviewer, entry, "harmful_information", List.of(paper(reviewer, "evidence")), HEAR_UNTIL).orThrow();
    HandOverCase to = new HandOverCase("测试市公安局", LocalDate.now(clock), "移字〔2024〕2号", "涉嫌泄露商业秘密");
    assertThat(asTenant(() -> removals.handOver(decider, removal, to)).refusals())
        .singleElement().matches(r -> r.code().equals("removal_state") && "GYI-13-1".equals(r.provision()));
    asTenant(() -> removals.waive(by, removal).orThrow());
    decide(decider, removal);
    assertThatThrownBy(() -> asTenant(() -> removals.handOver(official(Role.FINANCE, "GUIYANG_FINANCE", "GUIYANG"), removal, to)))
        .isInstanceOf(ForbiddenException.class);
    asTenant(() -> removals.handOver(decider, removal, to).orThrow());
    Actor bureau = official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG");
    assertThat(asTenant(() -> removals.handOvers(bureau, removal)))
        .singleElement().matches(h -> h.provision().equals("GYI-13-1") && h.reference().equals("移字〔2024〕2号"));
    assertThat(asTenant(() -> removals.handOvers(by, removal))).as("no viewer by the measure").isEmpty();
    assertThat(asTenant(() -> audit.of(removal))).anyMatch(a -> a.act().equals("removal.handed_over") && "GYI-13-1".equals(a.provision()));
  }

  @Test
  void the_slower_of_two_deciders_learns_who_decided_and_why() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    asTenant(() -> removals.waive(by, removal).orThrow());
    Actor other = official(Role.CENTRE, "CENTRE", "GUIYANG");
    long seen = asTenant(() -> removals.get(other, removal)).revision();
    decide(decider, removal);
    assertThat(asTenant(() -> removals.decide(other, removal, seen, false, "不清退")).refusals())
        .singleElement()
        .matches(r -> r.sentence().zh().contains(decider.name()) && r.sentence().zh().contains("事实清楚"));
  }

  @Test
  void a_removal_under_way_cannot_be_escaped_by_leaving() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    proposed(entry);
    assertThat(asTenant(() -> exits.ask(by, entry.id(), "业务调整")).refusals()).extracting(Refusal::code).containsExactly("removal_open");
  }

  @Test
  void a_removal_ends_a_request_to_leave_and_says_so() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID exit = asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    UUID removal = proposed(entry);
    asTenant(() -> removals.waive(by, removal).orThrow());
    decide(decider, removal);
    assertThat(asTenant(() -> exits.get(exit)).state()).isEqualTo(Exits.State.WITHDRAWN);
    assertThat(asTenant(() -> audit.of(exit))).anyMatch(a -> a.act().equals("exit.superseded") && "GYI-4-2".equals(a.provision()));
    assertThat(asTenant(() -> tasks.of(decider))).noneMatch(t -> t.id().equals(exit));
  }
}
