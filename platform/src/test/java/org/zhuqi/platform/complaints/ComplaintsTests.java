package org.zhuqi.platform.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

class ComplaintsTests extends PlatformTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 30);
  @Autowired Complaints complaints;
  @Autowired ComplaintList list;
  @Autowired Listings listings;
  @Autowired Accounts accounts;
  @Autowired Parties parties;
  @Autowired Notifications notifications;
  @Autowired Measures measures;
  @Autowired WorkingDays workingDays;
  @Autowired Clock clock;
  @Autowired ComplaintsDesk desk;

  @Test
  void GYI_14_1_a_complaint_about_an_official_goes_to_the_supervisor_and_never_to_the_officials_agency() {
    Actor party = party();
    Actor concerned = official("孙某某", Role.BUREAU, "GUIYANG_BUREAU");
    Actor colleague = official("周同事", Role.BUREAU, "GUIYANG_BUREAU");
    Actor auditor = official("吴监察", Role.AUDITOR, "SUPERVISION");
    UUID id = file(party, "GUIYANG_BUREAU", "孙某某");

    assertThat(asTenant(() -> complaints.get(auditor, id)).words()).contains("多次拖延");
    for (Actor other : new Actor[] {concerned, colleague, party()}) {
      assertThatThrownBy(() -> asTenant(() -> complaints.get(other, id))).isInstanceOf(NotFoundException.class);
      assertThat(listed(other, id)).isFalse();
      assertThat(asTenant(() -> notifications.list(other, false, 100, 0)).stream().anyMatch(n -> n.link().endsWith(id.toString()))).isFalse();
    }
    assertThat(listed(auditor, id)).isTrue();
    assertThat(listed(party, id)).isTrue();
    assertThat(asTenant(() -> notifications.list(auditor, false, 100, 0)).stream().anyMatch(n -> n.link().endsWith(id.toString()))).isTrue();
  }

  @Test
  void GYI_14_1_an_official_who_moves_to_the_supervisor_still_does_not_see_it_and_cannot_answer_it() {
    Actor concerned = official("钱调动", Role.CENTRE, "CENTRE");
    UUID id = file(party(), "CENTRE", "钱调动");
    asTenant(() -> accounts.assign(Actor.SYSTEM, concerned.account(), Role.AUDITOR, "SUPERVISION", Set.of())).orThrow();
    Actor moved = asTenant(() -> accounts.actor(concerned.account()));
    assertThatThrownBy(() -> asTenant(() -> complaints.answer(moved, id, "没有问题"))).isInstanceOf(NotFoundException.class);
    assertThat(listed(moved, id)).isFalse();
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(
            "update complaint set answer = 'x', answered_by = :by, answered_at = now(), supervisor = 'SUPERVISION' where id = :id")
        .param("by", concerned.account()).param("id", id).update()))
        .hasMessageContaining("complaint_not_by_the_official");
  }

  @Test
  void GYI_14_1_a_complaint_about_the_supervisor_goes_to_the_bureau_and_is_answered_once() {
    Actor party = party();
    Actor auditor = official("郑审计", Role.AUDITOR, "SUPERVISION");
    Actor bureau = official("冯处", Role.BUREAU, "GUIYANG_BUREAU");
    UUID id = file(party, "SUPERVISION", "郑审计");
    assertThat(listed(auditor, id)).isFalse();
    asTenant(() -> complaints.answer(bureau, id, "已约谈，改由他人经办。")).orThrow();
    assertThat(asTenant(() -> complaints.get(party, id)).answer()).contains("已约谈");
    assertThat(asTenant(() -> complaints.answer(bureau, id, "再答一次")).refusals()).extracting(Refusal::code).containsExactly("answered_meanwhile");
    assertThat(asTenant(() -> notifications.list(party, false, 100, 0)).stream().anyMatch(n -> n.link().endsWith(id.toString()))).isTrue();
  }

  @Test
  void GYI_14_1_switched_off_there_is_no_door_for_complaints() {
    LocalDate today = LocalDate.of(2024, 9, 2);
    assertThat(new Supervision(measures, workingDays).door(today)).hasValueSatisfying(d -> assertThat(d.provision()).isEqualTo("GYI-14-1"));
    assertThat(new Supervision(measures.without("GYI-14-1"), workingDays).door(today)).isEmpty();
  }

  @Test
  void GYI_14_1_who_answers_complaints_and_until_when_stands_in_the_measure(@TempDir Path folder) throws IOException {
    LocalDate monday = LocalDate.of(2024, 9, 2);
    Supervision.Door door = new Supervision(measures, workingDays).door(monday).orElseThrow();
    assertThat(door.to()).containsExactlyInAnyOrder(Role.AUDITOR, Role.BUREAU);
    assertThat(door.answerBy()).isEqualTo(LocalDate.of(2024, 9, 24));
    String pack = new String(Measures.class.getResourceAsStream("/measures/gyi/2023-draft.yaml").readAllBytes(), StandardCharsets.UTF_8);
    String other = pack.replace("complaints: {to: [supervisor, bureau], answeredWithin: 15 working_days}", "complaints: {to: [centre], answeredWithin: 3 working_days}");
    Files.writeString(folder.resolve("gyi.yaml"), other);
    Supervision.Door changed = new Supervision(Measures.load(folder), workingDays).door(monday).orElseThrow();
    assertThat(changed.to()).containsExactly(Role.CENTRE);
    assertThat(changed.answerBy()).isEqualTo(LocalDate.of(2024, 9, 5));
  }

  @Test
  void GYI_14_1_a_complaint_carries_the_day_by_which_it_is_to_be_answered() {
    UUID id = file(party(), "GUIYANG_BUREAU", "孙某某");
    Actor auditor = official("吴监察", Role.AUDITOR, "SUPERVISION");
    LocalDate due = asTenant(() -> complaints.get(auditor, id)).dueOn();
    assertThat(due).isEqualTo(workingDays.after(LocalDate.now(clock), 15));
    assertThat(asTenant(() -> desk.waiting(auditor))).anyMatch(w -> w.link().endsWith(id.toString()) && due.equals(w.due()));
  }

  @Test
  void what_is_missing_is_named_field_by_field() {
    Actor party = party();
    assertThat(asTenant(() -> complaints.file(party, new FileComplaint("", "", LocalDate.of(2999, 1, 1), "短"))).refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("agency", "official", "happenedOn", "words");
  }

  private UUID file(Actor party, String agency, String official) {
    return asTenant(() -> complaints.file(party, new FileComplaint(agency, official, DAY, "多次拖延，无正当理由要求补交材料。"))).orThrow();
  }

  private boolean listed(Actor reader, UUID id) {
    var page = asTenant(() -> listings.page(list.listing(), ListQuery.of(Map.of("size", "100")), list.parameters(reader)));
    return page.rows().stream().anyMatch(r -> r.id().equals(id));
  }

  private Actor party() {
    UUID party = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.anEnterprise())).orThrow();
    UUID account = asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.ofParty(login(), "经办人", party, Set.of(Role.ENTERPRISE)))).orThrow().id();
    return asTenant(() -> accounts.actor(account));
  }

  private Actor official(String name, Role role, String agency) {
    Set<String> funders = role == Role.AUDITOR ? Set.of() : Set.of("GUIYANG");
    UUID id = asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.official(login(), name, role, agency, funders))).orThrow().id();
    return asTenant(() -> accounts.actor(id));
  }

  private static String login() {
    return "c" + UUID.randomUUID().toString().substring(0, 12);
  }
}
