package org.zhuqi.platform.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.measures.Measures;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.casework.Task;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.Interests;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class ServiceComplaintTests extends PeopleTest {
  private static final LocalDate HEAR_UNTIL = LocalDate.of(2024, 9, 9);
  private static final LocalDate DUE = LocalDate.of(2024, 9, 24);
  @Autowired ServiceComplaints complaints;
  @Autowired Tasks tasks;
  @Autowired Interests interests;
  @Autowired Notifications notifications;
  @Autowired Measures measures;
  @LocalServerPort int port;
  private Actor enterprise;
  private Actor institution;
  private Actor centre;

  @BeforeEach
  void people() {
    enterprise = anEnterprise();
    institution = anInstitution();
    centre = centre();
  }

  private Outcome<UUID> file(String cites, List<UUID> evidence) {
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    return asTenant(() -> complaints.file(enterprise, new FileServiceComplaint(code, cites, "多次拖延交付，报告质量低劣，要求重做。", evidence)));
  }

  private UUID filed() {
    return file("GYI-4-1/complaints", List.of(paper(enterprise, "evidence"))).orThrow();
  }

  private Task task(Actor who, UUID id) {
    return asTenant(() -> tasks.of(who)).stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  private Outcome<Void> answer(Actor by, UUID id) {
    return asTenant(() -> complaints.answer(by, id, true, "经查属实，责令整改。"));
  }

  @Test
  void GYI_4_1_an_enterprise_complains_about_a_service_the_institution_is_heard_and_the_centre_answers_in_time() {
    UUID id = filed();
    ServiceComplaint c = asTenant(() -> complaints.get(centre, id));
    assertThat(c.provision()).isEqualTo("GYI-4-1");
    assertThat(c.hearUntil()).isEqualTo(HEAR_UNTIL);
    assertThat(c.dueOn()).isEqualTo(DUE);
    assertThat(task(institution, id)).matches(t -> t.stepZh().equals("陈述") && HEAR_UNTIL.equals(t.dueOn()));
    assertThat(task(centre, id)).isNull();
    assertThat(answer(centre, id).refusals()).singleElement().matches(r -> r.code().equals("not_heard") && "GYI-4-1".equals(r.provision()));
    asTenant(() -> complaints.state(institution, id, "已重新出具报告", List.of(paper(institution, "evidence"))).orThrow());
    assertThat(asTenant(() -> documents.attachedTo(ServiceComplaints.STATEMENT, id))).hasSize(1);
    assertThat(task(institution, id)).isNull();
    assertThat(task(centre, id)).matches(t -> t.stepZh().equals("答复投诉") && DUE.equals(t.dueOn()));
    assertThat(asTenant(() -> complaints.state(institution, id, "再说一次", List.of())).refusals()).extracting(Refusal::code).containsExactly("hearing_over");
    assertThatThrownBy(() -> answer(official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG"), id)).as("the measure names the centre").isInstanceOf(ForbiddenException.class);
    answer(centre, id).orThrow();
    assertThat(asTenant(() -> complaints.get(enterprise, id))).matches(x -> Boolean.TRUE.equals(x.founded()) && "经查属实，责令整改。".equals(x.answer()));
    for (Actor side : List.of(enterprise, institution)) {
      assertThat(asTenant(() -> notifications.list(side, true, 50, 0))).anyMatch(n -> n.link().endsWith(id.toString()) && n.subject().zh().startsWith("已答复"));
    }
    assertThat(answer(centre(), id).refusals()).extracting(Refusal::code).containsExactly("answered_meanwhile");
    assertThat(task(centre, id)).isNull();
  }

  @Test
  void GYI_4_1_when_the_term_passes_in_silence_it_is_the_centres_turn_and_the_database_keeps_to_it() {
    UUID id = filed();
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(
            "update service_complaint set founded = true, answer = 'x', answered_by = :by, answered_name = 'x', answered_at = now(), answered_on = '2024-09-09' where id = :id")
        .param("by", centre.account()).param("id", id).update()))
        .hasMessageContaining("service_complaint_heard");
    on(HEAR_UNTIL.plusDays(1));
    assertThat(task(centre, id)).isNotNull();
    assertThat(asTenant(() -> complaints.state(institution, id, "迟了", List.of())).refusals()).extracting(Refusal::code).containsExactly("hearing_over");
    assertThat(answer(centre, id).isDone()).isTrue();
  }

  @Test
  void GYI_1_1_and_GYV_1_1_a_complaint_can_cite_a_principle() {
    for (String principle : List.of("GYI-1-1", "GYV-1-1", "GYI-13-1")) {
      UUID id = file(principle, List.of()).orThrow();
      assertThat(asTenant(() -> complaints.get(centre, id))).matches(c -> c.provision().equals(principle) && c.ground() == null && DUE.equals(c.dueOn()));
    }
    assertThat(file("GYV-7-2", List.of()).refusals()).extracting(Refusal::code).containsExactly("complaint_ground");
  }

  @Test
  void GYI_4_1_switched_off_there_is_no_door_for_complaints_about_services() {
    assertThat(new ServiceGrounds(measures).door(MONDAY)).isPresent();
    assertThat(new ServiceGrounds(measures.without("GYI-4-1")).door(MONDAY)).isEmpty();
  }

  @Test
  void GYI_14_1_who_is_related_to_a_side_does_not_answer_in_the_rules_and_in_the_database() {
    UUID id = filed();
    on(HEAR_UNTIL.plusDays(1));
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    asTenant(() -> interests.declare(centre, code, "配偶在该单位任职").orThrow());
    assertThat(answer(centre, id).refusals()).extracting(Refusal::code).containsExactly("related_to_party");
    assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(
            "update service_complaint set founded = true, answer = 'x', answered_by = :by, answered_name = 'x', answered_at = now(), answered_on = '2024-09-10' where id = :id")
        .param("by", centre.account()).param("id", id).update()))
        .hasMessageContaining("related to");
  }

  @Test
  void a_third_party_sees_neither_the_complaint_nor_its_papers() {
    UUID id = filed();
    UUID paper = asTenant(() -> documents.attachedTo(ServiceComplaints.KIND, id)).getFirst().id();
    for (Actor stranger : List.of(anEnterprise(), anInstitution())) {
      assertThatThrownBy(() -> asTenant(() -> complaints.get(stranger, id))).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> asTenant(() -> documents.readable(stranger, paper))).isInstanceOf(NotFoundException.class);
    }
    assertThat(asTenant(() -> documents.readable(institution, paper)).id()).isEqualTo(paper);
  }

  @Test
  void GYI_4_1_the_form_names_the_institution_and_every_ground_and_the_page_serves_each_in_turn() {
    Visitor visitor = signedIn(enterprise);
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    assertThat(visitor.get("/service-complaints/new?institution=" + institution.party()).body()).contains(code, "GYI-4-1/complaints", "GYV-1-1");
    assertThat(visitor.post("/service-complaints", "institution", "X", "cites", "GYI-4-1/complaints", "words", "多次拖延交付，报告质量低劣。").body()).contains("没有该统一社会信用代码的服务机构");
    UUID id = filed();
    assertThat(visitor.get("/service-complaints").body()).contains("/service-complaints/" + id);
    assertThat(signedIn(institution).get("/service-complaints/" + id).body()).contains("提交陈述");
    assertThat(signedIn(centre).get("/service-complaints/" + id).body()).contains("应先听取机构意见");
    on(HEAR_UNTIL.plusDays(1));
    Visitor office = signedIn(centre);
    office.get("/service-complaints/" + id);
    assertThat(office.post("/service-complaints/" + id + "/answer", "founded", "NO", "answer", "服务符合约定。").statusCode() / 100).isEqualTo(3);
    assertThat(visitor.get("/service-complaints/" + id).body()).contains("投诉不成立", "服务符合约定。");
  }

  private Visitor signedIn(Actor who) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(asTenant(() -> accounts.get(who.account())).login(), PASSWORD);
    return visitor;
  }
}
