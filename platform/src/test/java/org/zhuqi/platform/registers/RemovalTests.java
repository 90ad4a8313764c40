package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class RemovalTests extends RegisterTest {
  private static final LocalDate HEAR_UNTIL = LocalDate.of(2024, 9, 19);
  @Autowired Interests interests;

  private Outcome<UUID> propose(Actor by, Entry entry, String ground, List<UUID> evidence, LocalDate hearUntil) {
    return asTenant(() -> removals.propose(by, entry.id(), ground, "出具虚假检测报告三份", hearUntil, evidence));
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
    assertThat(asTenant(() -> removals.grounds(entry.id())).codes()).hasSize(8);
  }

  @Test
  void GYI_4_1_hears_the_institution_before_it_is_removed() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    assertThat(decide(decider, removal).refusals()).singleElement().matches(r -> r.code().equals("not_heard") && "GYI-4-1".equals(r.provision()));
    asTenant(() -> removals.heard(by, removal, "系人员失误，已整改").orThrow());
    assertThat(decide(decider, removal).isDone()).isTrue();
    assertThat(entry(by).state()).isEqualTo(EntryState.REMOVED);
  }

  @Test
  void GYI_4_1_decides_once_the_term_has_passed_in_silence() {
    Actor by = anInstitution();
    UUID removal = proposed(admitted(by));
    on(HEAR_UNTIL.plusDays(1));
    assertThat(asTenant(() -> removals.heard(by, removal, "迟了")).refusals()).extracting(Refusal::code).containsExactly("hearing_over");
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
    for (LocalDate wrong : List.of(LocalDate.of(2024, 9, 9), LocalDate.of(2024, 9, 11))) {
      assertThat(asTenant(() -> removals.carriedOut(decider, removal, "回执", wrong)).refusals())
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
}
