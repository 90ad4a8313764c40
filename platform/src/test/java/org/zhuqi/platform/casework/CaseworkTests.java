package org.zhuqi.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

/** Cases of the redemption procedure: a third party reviews, the funder's bureau approves. */
class CaseworkTests extends PeopleTest {
  @Autowired Casework casework;
  @Autowired CaseOfTests kind;
  @Autowired Interests interests;
  @Autowired Notifications notifications;
  private Actor institution;
  private Actor reviewer;
  private Actor bureau;

  @BeforeEach
  void people() {
    institution = anInstitution();
    reviewer = official(Role.REVIEWER, "REVIEW", "GUIYANG", "GUIAN");
    bureau = official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG");
  }

  private OpenCase command(String measure, String procedure, String funder, String handler, @Nullable String assisting, Set<UUID> concerned) {
    return new OpenCase(
        CaseOfTests.KIND, measure, "2023-draft", procedure, measure.equals("GYI") ? "company" : "", institution.partyOrThrow(),
        concerned, funder, handler, assisting, Ids.next(), new Text("兑现申请", "Redemption"));
  }

  private CaseFile submitted() {
    return submitted(command("GYV", "redemption", "GUIYANG", "CENTRE", null, Set.of()));
  }

  private CaseFile submitted(OpenCase command) {
    UUID id = asTenant(() -> casework.open(institution, command));
    return asTenant(() -> casework.submit(institution, id).orThrow());
  }

  private CaseFile now(UUID id) {
    return asTenant(() -> casework.get(institution, id));
  }

  private Outcome<CaseFile> decide(Actor by, CaseFile f, StageDecision d, String reason) {
    return asTenant(() -> casework.decide(by, f.id(), f.revision(), d, reason));
  }

  private CaseFile reviewed() {
    CaseFile f = submitted();
    return decide(reviewer, f, StageDecision.PASS, "服务真实").orThrow();
  }

  @Test
  void a_case_gets_its_number_its_stage_and_its_due_date_when_it_is_handed_in() {
    CaseFile f = submitted();
    assertThat(f.number()).matches("BJ-2024-\\d{6}");
    assertThat(f.stage()).isEqualTo("third_party_review");
    assertThat(f.dueOn()).as("ten working days; the 14th is worked, the 15th to 17th are off").isEqualTo(LocalDate.of(2024, 9, 14));
    assertThat(asTenant(() -> casework.submit(institution, f.id())).refusals()).as("double submit").extracting(Refusal::code).containsExactly("case_state");
  }

  @Test
  void GYV_11_2_reviewer_and_approver_are_two_people() {
    CaseFile f = reviewed();
    assertThat(f.stage()).isEqualTo("approval");
    CaseFile done = decide(bureau, f, StageDecision.PASS, "同意").orThrow();
    assertThat(done.state()).isEqualTo(CaseState.PASSED);
    assertThat(asTenant(() -> casework.timeline(institution, f.id())))
        .extracting(TimelineLine::event)
        .containsExactly(CaseEvent.OPENED, CaseEvent.SUBMITTED, CaseEvent.STAGE_PASSED, CaseEvent.PASSED);
    assertThat(asTenant(() -> casework.timeline(institution, f.id())).getLast().provision()).isEqualTo("GYV-11-2");
  }

  @Test
  void GYI_14_1_nobody_decides_in_two_stages_of_a_case() {
    CaseFile f = submitted(command("GYI", "admission", null, null, null, Set.of()));
    Actor one = centre();
    CaseFile second = decide(one, f, StageDecision.PASS, "符合").orThrow();
    assertThat(decide(one, second, StageDecision.PASS, "符合").refusals())
        .singleElement()
        .matches(r -> r.code().equals("steps_apart") && "GYI-14-1".equals(r.provision()));
    assertThat(decide(centre(), second, StageDecision.PASS, "符合").isDone()).isTrue();
  }

  @Test
  void GYV_11_2_the_reviewer_is_reminded_two_working_days_ahead_and_once_when_it_is_late() {
    CaseFile f = submitted();
    LocalDate due = java.util.Objects.requireNonNull(f.dueOn());
    turnTo(due.minusDays(3));
    assertThat(told(reviewer, f)).isEmpty();
    turnTo(due.minusDays(2));
    assertThat(told(reviewer, f)).singleElement().matches(n -> n.subject().zh().startsWith("期限将至") && "GYV-11-2".equals(n.provision()));
    assertThat(told(bureau, f)).as("not its stage").isEmpty();
    turnTo(due);
    assertThat(told(reviewer, f)).hasSize(1);
    turnTo(due.plusDays(6));
    assertThat(told(reviewer, f)).extracting(n -> n.subject().zh().substring(0, 4)).containsExactlyInAnyOrder("期限将至", "已逾期：");
  }

  private List<Notification> told(Actor who, CaseFile f) {
    return asTenant(() -> notifications.list(who, false, 100_000, 0)).stream().filter(n -> n.link().equals("/cases/" + f.id())).toList();
  }

  @Test
  void GYI_5_2_the_office_is_reminded_of_what_it_has_not_decided() {
    Actor one = centre();
    CaseFile f = submitted(command("GYI", "admission", null, null, null, Set.of()));
    LocalDate due = java.util.Objects.requireNonNull(f.dueOn());
    turnTo(due.plusDays(1));
    assertThat(told(one, f)).anyMatch(n -> n.subject().zh().startsWith("已逾期") && "GYI-5-2".equals(n.provision()));
  }

  @Test
  void GYI_14_1_the_database_keeps_the_steps_of_one_person_apart() {
    CaseFile f = reviewed();
    assertThatThrownBy(() -> step(f, reviewer.account(), "approval")).hasMessageContaining("case_step_apart");
    step(f, bureau.account(), "approval");
  }

  @Test
  void GYI_14_1_the_database_refuses_a_decider_who_is_related() {
    CaseFile f = submitted();
    Actor tied = official(Role.REVIEWER, "REVIEW", "GUIYANG");
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    asTenant(() -> interests.declare(tied, code, "持有股份").orThrow());
    assertThatThrownBy(() -> step(f, tied.account(), "third_party_review")).hasMessageContaining("related");
    assertThat(decide(tied, f, StageDecision.PASS, "真实").refusals())
        .singleElement()
        .matches(r -> r.code().equals("related_to_party") && r.provision() != null);
  }

  @Test
  void GYV_11_2_a_tie_to_the_other_side_counts_as_well() {
    Actor enterprise = anEnterprise();
    CaseFile f = submitted(command("GYV", "redemption", "GUIYANG", "CENTRE", null, Set.of(enterprise.partyOrThrow())));
    String code = asTenant(() -> parties.get(enterprise.partyOrThrow()).creditCode().value());
    asTenant(() -> interests.declare(reviewer, code, "曾任顾问").orThrow());
    assertThat(decide(reviewer, f, StageDecision.PASS, "真实").refusals()).extracting(Refusal::code).containsExactly("related_to_party");
    assertThatThrownBy(() -> step(f, reviewer.account(), "third_party_review")).hasMessageContaining("related");
  }

  @Test
  void GYI_14_1_the_database_takes_no_decision_without_name_and_reason_and_changes_none() {
    CaseFile f = submitted();
    assertThatThrownBy(() -> step(f, null, "third_party_review")).hasMessageContaining("case_step");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update case_step set reason = 'x'").update())).hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("delete from case_step").update())).hasStackTraceContaining("permission denied");
  }

  private void step(CaseFile f, @Nullable UUID account, String stage) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    insert into case_step (id, case_id, event, stage, from_state, to_state, account, name, role, at, reason, deciding)
                    values (:id, :case, 'PASSED', :stage, 'IN_REVIEW', 'PASSED', :account, 'x', 'CENTRE', now(), 'x', true)""")
                .param("id", Ids.next())
                .param("case", f.id())
                .param("stage", stage)
                .param("account", account)
                .update());
  }

  @Test
  void GYI_14_1_a_decision_needs_a_reason() {
    CaseFile f = submitted();
    assertThat(decide(reviewer, f, StageDecision.REFUSE, "  ").refusals()).extracting(Refusal::field).containsExactly("reason");
  }

  @Test
  void GYV_5_1_the_assisting_agency_sees_and_comments_but_does_not_decide() {
    OpenCase guian = command("GYI", "admission", "GUIAN", "GUIAN_BUREAU", "CENTRE", Set.of());
    CaseFile f = submitted(guian);
    Actor centre = centre();
    Actor handler = official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
    assertThat(asTenant(() -> casework.get(centre, f.id()))).isNotNull();
    assertThat(asTenant(() -> casework.comment(centre, f.id(), "场所已走访")).isDone()).isTrue();
    assertThat(decide(centre, f, StageDecision.PASS, "同意").refusals()).extracting(Refusal::code).containsExactly("assisting_only");
    assertThat(ids(centre)).doesNotContain(f.id());
    assertThat(ids(handler)).contains(f.id());
    assertThat(ids(bureau)).as("the other funder's bureau").doesNotContain(f.id());
    assertThat(decide(handler, f, StageDecision.PASS, "同意").isDone()).isTrue();
    assertThatThrownBy(() -> asTenant(() -> casework.get(official(Role.REVIEWER, "REVIEW", "GUIYANG"), f.id()))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> casework.timeline(institution, f.id()))).as("remarks are internal").noneMatch(l -> l.event() == CaseEvent.COMMENTED);
  }

  private List<UUID> ids(Actor who) {
    return asTenant(() -> casework.inbox(who, InboxFilter.all())).stream().map(CaseFile::id).toList();
  }

  @Test
  void an_inbox_shows_what_its_office_may_decide_and_filters_it() {
    CaseFile f = submitted();
    assertThat(ids(reviewer)).contains(f.id());
    assertThat(ids(bureau)).doesNotContain(f.id());
    String number = java.util.Objects.requireNonNull(f.number());
    assertThat(asTenant(() -> casework.inbox(reviewer, new InboxFilter(null, null, false, number, false, 1)))).extracting(CaseFile::id).containsExactly(f.id());
    assertThat(asTenant(() -> casework.inbox(reviewer, new InboxFilter(null, null, false, number, true, 1)))).isEmpty();
    on(LocalDate.of(2024, 9, 18));
    assertThat(asTenant(() -> casework.inbox(reviewer, new InboxFilter(null, null, false, number, true, 1)))).hasSize(1);
  }

  @Test
  void of_two_officials_at_once_one_decides_and_the_other_learns_who_and_what() throws Exception {
    CaseFile f = submitted();
    Actor other = official(Role.REVIEWER, "REVIEW", "GUIYANG");
    List<Outcome<CaseFile>> answers;
    try (var pool = Executors.newFixedThreadPool(2)) {
      List<Callable<Outcome<CaseFile>>> both =
          List.of(() -> decide(reviewer, f, StageDecision.PASS, "服务真实"), () -> decide(other, f, StageDecision.REFUSE, "材料不实"));
      answers = pool.invokeAll(both).stream().map(x -> {
        try {
          return x.get();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }).toList();
    }
    assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
    Actor winner = answers.get(0).isDone() ? reviewer : other;
    String reason = answers.get(0).isDone() ? "服务真实" : "材料不实";
    assertThat(answers).filteredOn(a -> !a.isDone()).singleElement().satisfies(
        a -> assertThat(a.refusals().getFirst().sentence().zh()).contains(winner.name(), reason, "2024-09-02"));
  }

  @Test
  void in_bulk_each_line_keeps_its_own_reason_and_a_refused_line_leaves_the_others() {
    CaseFile one = submitted();
    CaseFile two = submitted();
    CaseFile stubborn = submitted();
    kind.obstinate.add(stubborn.id());
    List<BulkAnswer> answers =
        asTenant(
            () ->
                casework.decideAll(
                    reviewer,
                    List.of(
                        new BulkLine(one.id(), one.revision(), StageDecision.PASS, "一号真实"),
                        new BulkLine(stubborn.id(), stubborn.revision(), StageDecision.PASS, "二号真实"),
                        new BulkLine(two.id(), two.revision(), StageDecision.REFUSE, "三号不实"))));
    assertThat(answers).extracting(a -> a.outcome().isDone()).containsExactly(true, false, true);
    assertThat(now(one.id()).stage()).isEqualTo("approval");
    assertThat(now(stubborn.id()).revision()).as("nothing of it stays").isEqualTo(stubborn.revision());
    assertThat(asTenant(() -> casework.timeline(institution, stubborn.id()))).noneMatch(l -> l.reason().equals("二号真实"));
    assertThat(now(two.id()).state()).isEqualTo(CaseState.REFUSED);
    assertThat(asTenant(() -> casework.timeline(institution, two.id())).getLast().reason()).isEqualTo("三号不实");
  }

  @Test
  void what_the_kind_refuses_is_rolled_back_whole() {
    CaseFile f = submitted();
    kind.obstinate.add(f.id());
    assertThat(decide(reviewer, f, StageDecision.PASS, "真实").refusals()).extracting(Refusal::code).containsExactly("obstinate");
    assertThat(now(f.id()).revision()).isEqualTo(f.revision());
  }

  @Test
  void a_case_that_one_has_taken_is_handed_over_with_a_reason() {
    CaseFile f = submitted();
    Actor other = official(Role.REVIEWER, "REVIEW", "GUIYANG");
    CaseFile taken = asTenant(() -> casework.take(reviewer, f.id()).orThrow());
    assertThat(decide(other, taken, StageDecision.PASS, "真实").refusals()).extracting(Refusal::code).containsExactly("case_of_another");
    UUID to = java.util.Objects.requireNonNull(other.account());
    assertThat(asTenant(() -> casework.handOver(reviewer, f.id(), to, "")).refusals()).extracting(Refusal::code).containsExactly("reason_missing");
    UUID wrong = java.util.Objects.requireNonNull(bureau.account());
    assertThat(asTenant(() -> casework.handOver(reviewer, f.id(), wrong, "休假")).refusals()).extracting(Refusal::field).containsExactly("to");
    CaseFile moved = asTenant(() -> casework.handOver(reviewer, f.id(), to, "休假").orThrow());
    assertThat(decide(other, moved, StageDecision.PASS, "真实").isDone()).isTrue();
  }

  @Test
  void the_applicant_withdraws_until_the_last_stage_has_passed() {
    CaseFile f = submitted();
    assertThatThrownBy(() -> asTenant(() -> casework.withdraw(anInstitution(), f.id(), "x"))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> casework.withdraw(institution, f.id(), "另行申请").orThrow()).state()).isEqualTo(CaseState.WITHDRAWN);
    CaseFile passed = decide(bureau, reviewed(), StageDecision.PASS, "同意").orThrow();
    assertThat(asTenant(() -> casework.withdraw(institution, passed.id(), "晚了")).refusals()).extracting(Refusal::code).containsExactly("case_state");
  }

  @Test
  void a_site_visit_is_recorded_where_the_stage_provides_for_one_and_not_in_the_future() {
    CaseFile f = submitted(command("GYI", "admission", null, null, null, Set.of()));
    Actor by = centre();
    assertThat(asTenant(() -> casework.visit(by, f.id(), new SiteVisit(MONDAY.plusDays(1), "高新区", "两人", "属实"))).refusals())
        .extracting(Refusal::field)
        .containsExactly("on");
    asTenant(() -> casework.visit(by, f.id(), new SiteVisit(MONDAY, "高新区", "两人", "场所属实")).isDone());
    assertThat(asTenant(() -> casework.timeline(by, f.id())).getLast()).matches(l -> l.event() == CaseEvent.VISITED && l.reason().contains("场所属实"));
    CaseFile redemption = submitted();
    assertThat(asTenant(() -> casework.visit(reviewer, redemption.id(), new SiteVisit(MONDAY, "x", "x", "x"))).refusals())
        .extracting(Refusal::code)
        .containsExactly("no_visit_here");
  }

  @Test
  void the_applicant_is_told_what_became_of_it() {
    CaseFile f = submitted();
    decide(reviewer, f, StageDecision.REFUSE, "发票与合同不符").orThrow();
    assertThat(asTenant(() -> notifications.list(institution, true, 10, 0)))
        .anyMatch(n -> n.body().zh().contains("发票与合同不符") && n.link().equals("/cases/" + f.id()));
  }

  @Test
  void the_database_keeps_version_and_applicant_of_a_case() {
    CaseFile f = submitted();
    assertThatThrownBy(
            () -> inTransaction(() -> jdbc.sql("update case_file set version = 'other', revision = revision + 1 where id = :id").param("id", f.id()).update()))
        .hasMessageContaining("keeps its kind, version");
  }

  @Test
  void another_tenant_sees_no_case() {
    CaseFile f = submitted();
    org.zhuqi.platform.shared.Tenancy.run(
        "elsewhere", () -> assertThatThrownBy(() -> casework.get(institution, f.id())).isInstanceOf(NotFoundException.class));
  }
}
