package org.zhuqi.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.notices.Notice.LineState;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

class NoticesTests extends PeopleTest {
  @Autowired Notices notices;
  @Autowired NoticeOfTests subject;
  @Autowired Interests interests;
  private Actor centre;
  private final UUID first = Ids.next();
  private final UUID second = Ids.next();

  @BeforeEach
  void people() {
    centre = centre();
  }

  private UUID published(PublishNotice.Line... lines) {
    PublishNotice command =
        new PublishNotice(
            NoticeOfTests.KIND, "GYV", "2023-draft", "GYV-11-3", new Text("兑现公示", "Redemptions"), new Text("现予公示。", "Published."),
            "CENTRE", "GUIYANG", 5, List.of(new PublishNotice.Column("name", new Text("机构", "Institution"))), List.of(lines));
    return asTenant(() -> notices.publish(centre, command));
  }

  private UUID published() {
    return published(new PublishNotice.Line(first, Map.of("name", "甲")), new PublishNotice.Line(second, Map.of("name", "乙")));
  }

  private Outcome<String> object(UUID notice, int line, String contact) {
    return asTenant(() -> notices.object(notice, line, "李四", contact, "金额不实", null));
  }

  private UUID openObjection(UUID notice) {
    return asTenant(() -> notices.objections(centre, notice)).stream().filter(o -> o.state() == Objection.State.OPEN).findFirst().orElseThrow().id();
  }

  private LineState state(UUID notice, int line) {
    return asTenant(() -> notices.get(notice)).lines().get(line - 1).state();
  }

  @Test
  void GYV_11_3_stands_for_five_working_days_over_holidays_and_make_up_days() {
    record Case(LocalDate published, LocalDate last) {}
    for (Case c :
        List.of(
            new Case(LocalDate.of(2024, 2, 7), LocalDate.of(2024, 2, 20)),
            new Case(LocalDate.of(2025, 9, 25), LocalDate.of(2025, 10, 9)),
            new Case(LocalDate.of(2026, 4, 29), LocalDate.of(2026, 5, 9)),
            new Case(LocalDate.of(2024, 9, 2), LocalDate.of(2024, 9, 9)))) {
      on(c.published());
      UUID id = published(new PublishNotice.Line(Ids.next(), Map.of("name", "甲")));
      assertThat(asTenant(() -> notices.get(id)).lastDay()).isEqualTo(c.last());
    }
    on(LocalDate.of(2026, 12, 30));
    assertThatThrownBy(this::published).isInstanceOf(UnknownYearException.class);
  }

  @Test
  void GYV_11_3_only_the_line_objected_to_is_held_and_the_others_go_on() {
    UUID id = published();
    assertThat(object(id, 1, "13900001111").orThrow()).matches("YY-2024-\\d{6}");
    assertThat(subject.held).contains(first).doesNotContain(second);
    turnTo(LocalDate.of(2024, 9, 9));
    assertThat(subject.cleared).as("the last day still takes objections").doesNotContain(first, second);
    turnTo(LocalDate.of(2024, 9, 10));
    assertThat(subject.cleared).contains(second).doesNotContain(first);
    assertThat(state(id, 1)).isEqualTo(LineState.HELD);
    UUID objection = openObjection(id);
    asTenant(() -> notices.answer(centre, objection, Objection.State.REJECTED, "经核实金额无误").orThrow());
    assertThat(subject.cleared).contains(first);
    assertThat(state(id, 1)).isEqualTo(LineState.CLEARED);
  }

  @Test
  void GYV_11_3_an_upheld_objection_strikes_its_line_only() {
    UUID id = published();
    object(id, 2, "li@example.cn").orThrow();
    UUID objection = openObjection(id);
    asTenant(() -> notices.answer(centre, objection, Objection.State.UPHELD, "属实，剔除").orThrow());
    assertThat(subject.upheld).contains(second);
    turnTo(LocalDate.of(2024, 9, 10));
    assertThat(subject.cleared).contains(first).doesNotContain(second);
    assertThat(asTenant(() -> notices.answer(centre, objection, Objection.State.REJECTED, "再想想")).refusals())
        .extracting(Refusal::code)
        .containsExactly("objection_answered");
  }

  @Test
  void GYV_11_3_two_objections_to_one_line_are_both_answered_before_it_goes_on() {
    UUID id = published();
    object(id, 1, "13900002222").orThrow();
    object(id, 1, "13900003333").orThrow();
    turnTo(LocalDate.of(2024, 9, 10));
    UUID one = openObjection(id);
    asTenant(() -> notices.answer(centre, one, Objection.State.REJECTED, "不成立").orThrow());
    assertThat(state(id, 1)).isEqualTo(LineState.HELD);
    UUID two = openObjection(id);
    asTenant(() -> notices.answer(centre, two, Objection.State.REJECTED, "不成立").orThrow());
    assertThat(state(id, 1)).isEqualTo(LineState.CLEARED);
  }

  @Test
  void GYV_11_3_a_late_objection_is_refused_with_the_day_on_which_it_ended() {
    UUID id = published();
    on(LocalDate.of(2024, 9, 10));
    assertThat(object(id, 1, "13900004444").refusals())
        .singleElement()
        .matches(r -> r.code().equals("objection_late") && "GYV-11-3".equals(r.provision()) && r.sentence().zh().contains("2024-09-09"));
  }

  @Test
  void GYV_11_3_an_objection_needs_a_contact_a_name_and_grounds() {
    UUID id = published();
    assertThat(asTenant(() -> notices.object(id, 1, "", "不告诉你", " ", null)).refusals())
        .extracting(Refusal::field)
        .containsExactly("name", "contact", "grounds");
    assertThatThrownBy(() -> object(id, 3, "13900005555")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void floods_and_repeats_are_stopped() {
    UUID id = published();
    object(id, 1, "13911112222").orThrow();
    assertThat(object(id, 1, "13911112222").refusals()).extracting(Refusal::code).containsExactly("objection_open");
    for (int i = 0; i < 5; i++) {
      String contact = "1391111333" + i;
      asTenant(() -> notices.object(id, 2, "李四", contact, "金额不实", "203.0.113." + id).orThrow());
    }
    assertThat(asTenant(() -> notices.object(id, 2, "李四", "13911114444", "金额不实", "203.0.113." + id)).refusals())
        .extracting(Refusal::code)
        .containsExactly("objection_too_many");
  }

  @Test
  void the_public_sees_that_there_is_an_objection_and_its_answer_but_not_by_whom() {
    UUID id = published();
    object(id, 1, "13900006666").orThrow();
    assertThat(asTenant(() -> notices.objections(null, id))).singleElement().matches(o -> o.contact().isEmpty() && o.name().isEmpty() && o.grounds().isEmpty());
    assertThat(asTenant(() -> notices.objections(anEnterprise(), id))).singleElement().matches(o -> o.contact().isEmpty());
    assertThat(asTenant(() -> notices.objections(centre, id))).singleElement().matches(o -> o.contact().equals("13900006666"));
  }

  @Test
  void the_hash_is_that_of_the_frozen_content_and_names_every_line() throws Exception {
    Notice n = asTenant(() -> notices.get(published()));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(n.content().getBytes(StandardCharsets.UTF_8));
    assertThat(n.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(n.content()).contains("\"甲\"", "\"乙\"", n.number(), "2024-09-09");
  }

  @Test
  void the_database_keeps_a_published_list_as_it_was() {
    UUID id = published();
    for (String sql :
        List.of(
            "update notice set content = content || ' ' where id = :id",
            "update notice set last_day = last_day + 1 where id = :id",
            "update notice_line set fields = '{}' where notice_id = :id",
            "update notice_line set ref = gen_random_uuid() where notice_id = :id")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(sql).param("id", id).update())).hasMessageContaining("frozen");
    }
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("delete from notice_line where notice_id = :id").param("id", id).update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void GYI_14_1_nobody_answers_about_a_party_that_they_are_related_to() {
    Actor institution = anInstitution();
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    asTenant(() -> interests.declare(centre, code, "配偶任职").orThrow());
    UUID id = published(new PublishNotice.Line(Ids.next(), institution.partyOrThrow(), Map.of("name", "甲")));
    object(id, 1, "13900007777").orThrow();
    UUID objection = openObjection(id);
    assertThat(asTenant(() -> notices.answer(centre, objection, Objection.State.REJECTED, "不成立")).refusals())
        .extracting(Refusal::code)
        .containsExactly("related_to_party");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("update objection set state = 'REJECTED', answer = 'x', answered_by = :by, answered_at = now() where id = :id")
                            .param("by", centre.account())
                            .param("id", objection)
                            .update()))
        .hasMessageContaining("related");
  }

  @Test
  void what_stands_in_a_running_notice_is_not_published_a_second_time() {
    published();
    assertThatThrownBy(this::published).hasMessageContaining("notice_line_once");
  }
}
