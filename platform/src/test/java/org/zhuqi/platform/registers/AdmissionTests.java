package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.platform.casework.CaseBody;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.CaseState;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.documents.RealFiles;
import org.zhuqi.platform.notices.Notice;
import org.zhuqi.platform.notices.Objection;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.RegisterParty;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class AdmissionTests extends RegisterTest {
  @Autowired Notifications notifications;
  @Autowired AdmissionCase admissionCase;

  private List<Refusal> refusals(Actor by, UUID application) {
    return asTenant(() -> registers.submit(by, application, true)).refusals();
  }

  private Decision decision(UUID application) {
    return asTenant(() -> decisions.latest(Applications.KIND, application).orElseThrow().decision());
  }

  @Test
  void GYI_2_1_refuses_a_body_that_is_not_authenticated_or_shows_no_capacity() {
    var r = PartyFixtures.anInstitution();
    UUID party = asTenant(() -> parties.register(Actor.SYSTEM, r).orThrow());
    Actor by = memberOf(party, Role.INSTITUTION);
    Map<String, Object> facts = wayOne();
    facts.put("applicant.professional_capacity", false);
    UUID application = draft(by, facts, papers(by));
    assertThat(refusals(by, application)).extracting(Refusal::provision).containsExactly("GYI-2-1", "GYI-2-1");
    assertThat(refusals(by, application)).extracting(x -> x.sentence().zh()).anyMatch(s -> s.contains("注册认证"));
    assertThat(file(application).state()).isEqualTo(CaseState.DRAFT);
  }

  @Test
  void GYI_3_1_the_first_way_holds_on_the_anniversary_and_with_five_staff() {
    on(LocalDate.of(2024, 9, 2));
    Actor young = partyOf(founded(LocalDate.of(2023, 9, 2)), Role.INSTITUTION);
    UUID application = submitted(young);
    assertThat(decision(application).granted()).isTrue();
    assertThat(held(decision(application))).contains("GYI-3-1").doesNotContain("GYI-3-2", "GYI-3-3");
    Actor younger = partyOf(founded(LocalDate.of(2023, 9, 3)), Role.INSTITUTION);
    UUID tooYoung = draft(younger, wayOne(), papers(younger));
    assertThat(refusals(younger, tooYoung)).filteredOn(r -> "GYI-3-1".equals(r.provision())).singleElement()
        .matches(r -> r.sentence().zh().equals("成立于2023年9月3日，至2024年9月2日经营未满 1 年。"));
    Actor small = anInstitution();
    Map<String, Object> four = wayOne();
    four.put("applicant.staff", 4);
    UUID tooSmall = draft(small, four, papers(small));
    assertThat(refusals(small, tooSmall)).filteredOn(r -> "GYI-3-1".equals(r.provision()))
        .anyMatch(r -> r.sentence().zh().equals("有社保证明的专业服务人员 4 人，少于 5 人。"));
  }

  private static RegisterParty founded(LocalDate on) {
    return PartyFixtures.institution(
        PartyFixtures.creditCode(), "贵州年轻检测有限公司" + System.nanoTime(), "520115", on, "13800001111");
  }

  /** Conditions all of whose checks held. */
  private static List<String> held(Decision d) {
    return d.findings().stream()
        .map(Finding::provision)
        .distinct()
        .filter(p -> d.findings().stream().filter(f -> f.provision().equals(p)).allMatch(Finding::holds))
        .toList();
  }

  @Test
  void GYI_3_2_the_second_way_asks_for_investment_promotion_and_scarce_services() {
    Actor by = partyOf(founded(LocalDate.of(2024, 6, 1)), Role.INSTITUTION);
    Map<String, Object> facts = wayOne();
    facts.put("applicant.investment_promotion", true);
    facts.put("applicant.scarce_service", true);
    facts.put("applicant.staff", 2);
    UUID application = draft(by, facts, papers(by));
    asTenant(() -> registers.submit(by, application, true).orThrow());
    assertThat(held(decision(application))).contains("GYI-3-2").doesNotContain("GYI-3-1", "GYI-3-3");
  }

  @Test
  void GYI_3_3_the_third_way_needs_an_enterprise_to_recommend_it_on_the_platform() {
    Actor outside =
        partyOf(
            PartyFixtures.institution(
                PartyFixtures.creditCode(), "外地认证有限公司" + System.nanoTime(), "ELSEWHERE", LocalDate.of(2010, 1, 1), "13800002222"),
            Role.INSTITUTION);
    Map<String, Object> facts = wayOne();
    facts.remove("applicant.cooperation_since");
    UUID application = draft(outside, facts, papers(outside));
    assertThat(refusals(outside, application)).extracting(Refusal::provision).contains("GYI-3-3");
    String code = asTenant(() -> parties.get(outside.partyOrThrow()).creditCode().value());
    Actor enterprise = anEnterprise();
    asTenant(() -> registers.recommend(enterprise, GYI, ADMISSION, code, LocalDate.of(2022, 9, 3), "长期检测合作").orThrow());
    assertThat(refusals(outside, application)).as("one day short of two years").filteredOn(r -> "GYI-3-3".equals(r.provision()))
        .singleElement().matches(r -> r.sentence().zh().equals("自2022年9月3日起合作，至2024年9月2日未满 2 年。"));
    asTenant(() -> registers.recommend(enterprise, GYI, ADMISSION, code, LocalDate.of(2022, 9, 2), "长期检测合作").orThrow());
    asTenant(() -> registers.submit(outside, application, true).orThrow());
    assertThat(held(decision(application))).contains("GYI-3-3").doesNotContain("GYI-3-1", "GYI-3-2");
  }

  @Test
  void GYI_3_3_counts_only_the_word_of_an_authenticated_local_industrial_enterprise_that_is_not_related() {
    assertThat(whyNot(anEnterprise())).isEmpty();
    assertThat(whyNot(enterprise("520103", "other"))).containsExactly("recommender_industry");
    assertThat(whyNot(enterprise("ELSEWHERE", "food"))).containsExactly("recommender_area");
    UUID unverified = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.anEnterprise()).orThrow());
    assertThat(whyNot(memberOf(unverified, Role.ENTERPRISE))).containsExactly("recommender_authenticated");
    Actor sister =
        partyOf(PartyFixtures.represented(PartyFixtures.anEnterprise(), "张三", "52010219900101123X"), Role.ENTERPRISE);
    assertThat(whyNot(sister)).containsExactly("recommender_unrelated");
  }

  @Test
  void GYI_5_2_the_official_sees_who_recommends_and_corrects_the_first_day_of_the_cooperation() {
    Actor outside = fromElsewhere();
    recommends(anEnterprise(), outside);
    Actor trader = enterprise("520103", "other");
    recommends(trader, outside);
    Map<String, Object> facts = wayOne();
    facts.remove("applicant.cooperation_since");
    UUID application = draft(outside, facts, papers(outside));
    asTenant(() -> registers.submit(outside, application, true).orThrow());
    ApplicationForm form = asTenant(() -> registers.form(reviewer, application));
    assertThat(form.recommenders()).extracting(Recommender::industry).containsExactlyInAnyOrder("equipment", "other");
    assertThat(form.groups()).filteredOn(g -> g.provision().equals("GYI-3-3")).singleElement()
        .satisfies(g -> assertThat(g.known()).extracting(k -> k.fact().name()).containsExactly("applicant.cooperation_since"));
    asTenant(() -> registers.verify(reviewer, application, Map.of("applicant.cooperation_since", "2023-03-01")).orThrow());
    assertThat(decision(application).granted()).isFalse();
  }

  private Actor enterprise(String area, String industry) {
    return partyOf(
        PartyFixtures.enterprise(
            PartyFixtures.creditCode(), "某企业" + System.nanoTime(), area, industry, LocalDate.of(2015, 3, 9),
            "139%08d".formatted(System.nanoTime() % 100_000_000)),
        Role.ENTERPRISE);
  }

  private Actor fromElsewhere() {
    var r =
        PartyFixtures.institution(
            PartyFixtures.creditCode(), "外地认证有限公司" + System.nanoTime(), "ELSEWHERE", LocalDate.of(2010, 1, 1),
            "137%08d".formatted(System.nanoTime() % 100_000_000));
    return partyOf(PartyFixtures.represented(r, "张三", "52010219900101123X"), Role.INSTITUTION);
  }

  private void recommends(Actor enterprise, Actor institution) {
    String code = asTenant(() -> parties.get(institution.partyOrThrow()).creditCode().value());
    asTenant(() -> registers.recommend(enterprise, GYI, ADMISSION, code, MONDAY.minusYears(3), "长期检测合作").orThrow());
  }

  /** The checks of the third way that fail for a body from elsewhere with one recommendation. */
  private List<String> whyNot(Actor recommender) {
    Actor outside = fromElsewhere();
    recommends(recommender, outside);
    UUID application = draft(outside, Map.of("applicant.staff", 5), Map.of());
    return asTenant(() -> registers.form(outside, application)).preview().findings().stream()
        .filter(f -> f.provision().equals("GYI-3-3") && !f.holds())
        .map(Finding::check)
        .toList();
  }

  @Test
  void a_recommendation_cannot_begin_in_the_future() {
    Actor by = anInstitution();
    String code = asTenant(() -> parties.get(by.partyOrThrow()).creditCode().value());
    Actor enterprise = anEnterprise();
    assertThat(asTenant(() -> registers.recommend(enterprise, GYI, ADMISSION, code, MONDAY.plusDays(1), "合作")).refusals())
        .extracting(Refusal::code)
        .containsExactly("since_in_future");
  }

  @Test
  void GYI_3_4_one_way_is_enough_and_the_decision_says_why_the_others_did_not_hold() {
    UUID application = submitted(anInstitution());
    Decision d = decision(application);
    assertThat(d.granted()).isTrue();
    assertThat(d.findings()).filteredOn(f -> f.provision().equals("GYI-3-4")).singleElement().matches(Finding::holds);
    assertThat(d.findings())
        .filteredOn(f -> f.provision().equals("GYI-3-2") && !f.holds())
        .isNotEmpty()
        .allMatch(f -> !f.decisive() && !f.sentence().zh().isBlank());
    assertThat(d.failures()).isEmpty();
  }

  @Test
  void GYI_5_1_names_every_missing_paper_and_asks_a_public_institution_for_its_final_accounts() {
    Actor company = anInstitution();
    UUID bare = draft(company, wayOne(), Map.of());
    assertThat(refusals(company, bare)).filteredOn(r -> r.code().equals("materials_missing")).singleElement()
        .satisfies(
            r -> {
              assertThat(r.provision()).isEqualTo("GYI-5-1");
              assertThat(r.sentence().zh()).contains("社会保险", "财务审计报告", "资质", "情形").doesNotContain("决算");
            });
    Actor body = aPublicInstitution();
    assertThat(
            asTenant(
                () ->
                    registers.apply(
                        body,
                        new Apply(GYI, body.partyOrThrow(), ADMISSION, Map.of(), papers(body, "audited_accounts")))).refusals())
        .extracting(Refusal::code)
        .containsExactly("material_unknown");
    UUID application = draft(body, wayOne(), papers(body, "qualification", "social_insurance", "way_proof"));
    assertThat(refusals(body, application)).singleElement().matches(r -> r.sentence().zh().contains("财务决算报表"));
    UUID accounts = paper(body, "final_accounts");
    asTenant(() -> registers.attach(body, application, "final_accounts", List.of(accounts)).orThrow());
    asTenant(() -> registers.submit(body, application, true).orThrow());
    assertThat(file(application).state()).isEqualTo(CaseState.IN_REVIEW);
  }

  @Test
  void GYI_5_1_social_insurance_proof_counts_for_three_months_from_its_own_date_at_attaching_and_at_handing_in() {
    Actor by = anInstitution();
    UUID application = draft(by, wayOne(), papers(by));
    UUID old = paper(by, "social_insurance", MONDAY.minusMonths(3).minusDays(1));
    assertThat(asTenant(() -> registers.attach(by, application, "social_insurance", List.of(old))).refusals())
        .singleElement()
        .matches(r -> r.code().equals("material_expired") && "GYI-5-1".equals(r.provision()) && r.sentence().zh().contains("2024-09-01"));
    UUID lastDay = paper(by, "social_insurance", MONDAY.minusMonths(3));
    asTenant(() -> registers.attach(by, application, "social_insurance", List.of(lastDay)).orThrow());
    on(MONDAY.plusDays(1));
    assertThat(refusals(by, application)).extracting(Refusal::code).containsExactly("materials_missing", "material_expired");
    on(MONDAY);
    asTenant(() -> registers.submit(by, application, true).orThrow());
  }

  @Test
  void GYI_5_1_a_material_takes_several_papers_and_the_official_sees_them_all() {
    Actor by = anInstitution();
    UUID application = draft(by, wayOne(), papers(by));
    UUID one = paper(by, "qualification");
    UUID two = paper(by, "qualification");
    asTenant(() -> registers.attach(by, application, "qualification", List.of(one, two)).orThrow());
    asTenant(() -> registers.submit(by, application, true).orThrow());
    assertThat(asTenant(() -> registers.form(reviewer, application)).materials())
        .filteredOn(s -> s.item().code().equals("qualification"))
        .singleElement()
        .satisfies(s -> assertThat(s.attached()).extracting(d -> d.id()).containsExactlyInAnyOrder(one, two));
    assertThat(asTenant(() -> documents.readable(reviewer, two)).id()).isEqualTo(two);
  }

  @Test
  void GYI_5_1_takes_only_the_kinds_of_file_that_a_paper_may_have() {
    Actor by = anInstitution();
    byte[] sheet = RealFiles.xlsx();
    byte[] xml = "<report/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(asTenant(() -> documents.store(by, by.party(), "audited_accounts", "审计.xml", new ByteArrayInputStream(xml), MONDAY, null)).refusals())
        .singleElement()
        .matches(r -> r.code().equals("material_type") && "GYI-5-1".equals(r.provision()) && r.sentence().zh().contains("PDF、OFD"));
    UUID application = draft(by, Map.of(), Map.of());
    UUID list =
        asTenant(() -> documents.store(by, by.party(), "social_insurance", "参保名单.xlsx", new ByteArrayInputStream(sheet), MONDAY, null).orThrow());
    asTenant(() -> registers.attach(by, application, "social_insurance", List.of(list)).orThrow());
    assertThat(asTenant(() -> registers.attach(by, application, "audited_accounts", List.of(list))).refusals())
        .as("whatever it was uploaded for")
        .extracting(Refusal::code)
        .containsExactly("material_type");
  }

  @Test
  void GYI_5_1_a_paper_without_its_own_date_is_not_taken_for_one_that_counts_from_it() {
    Actor by = anInstitution();
    byte[] pdf = RealFiles.pdf("proof");
    assertThat(
            asTenant(
                    () ->
                        documents.store(
                            by, by.party(), "social_insurance", "社保.pdf", new ByteArrayInputStream(pdf), null, null))
                .refusals())
        .singleElement()
        .matches(r -> r.code().equals("material_undated") && "GYI-5-1".equals(r.provision()) && "issued".equals(r.field()));
    UUID application = draft(by, Map.of(), Map.of());
    UUID other =
        asTenant(
            () -> documents.store(by, by.party(), "way_proof", "x.pdf", new ByteArrayInputStream(pdf), null, null).orThrow());
    assertThat(asTenant(() -> registers.attach(by, application, "social_insurance", List.of(other))).refusals())
        .extracting(Refusal::code)
        .containsExactly("material_undated");
  }

  @Test
  void GYI_5_1_the_applicant_declares_that_its_materials_are_true() {
    Actor by = anInstitution();
    UUID application = draft(by, wayOne(), papers(by));
    assertThat(asTenant(() -> registers.submit(by, application, false)).refusals())
        .singleElement()
        .matches(r -> r.code().equals("declaration_missing") && "GYI-5-1".equals(r.provision()));
  }

  @Test
  void GYI_1_1_is_agreed_to_on_admission_and_the_case_keeps_what_was_agreed() {
    UUID application = submitted(anInstitution());
    CaseFile f = file(application);
    CaseBody body = inTransaction(() -> admissionCase.body(reviewer, f));
    assertThat(body.sections()).filteredOn(s -> s.title().zh().equals("承诺")).singleElement()
        .satisfies(
            s -> {
              assertThat(s.fields().getFirst().label().zh()).contains("2024-09-02");
              assertThat(s.fields().getFirst().value().zh()).contains("遵守本办法", "第一条", "第十三条");
            });
  }

  @Test
  void GYI_5_2_goes_back_once_with_a_list_of_everything_missing() {
    Actor by = anInstitution();
    UUID application = submitted(by);
    CaseFile f = file(application);
    assertThat(f.dueOn()).as("ten working days over the mid-autumn holiday and its make-up day").isEqualTo(LocalDate.of(2024, 9, 14));
    UUID passed = submitted(anInstitution());
    pass(reviewer, passed);
    assertThat(file(passed).dueOn()).as("five working days for the decision").isEqualTo(LocalDate.of(2024, 9, 9));
    List<Missing> missing =
        List.of(new Missing("social_insurance", "近期社会保险缴纳证明", "缺 8 月"), new Missing("way_proof", "符合情形的证明", null));
    asTenant(() -> casework.sendBack(reviewer, f.id(), f.revision(), missing, "请补正").orThrow());
    CaseFile back = file(application);
    assertThat(back.state()).isEqualTo(CaseState.SENT_BACK);
    assertThat(back.missing()).containsExactlyElementsOf(missing);
    UUID fresh = paper(by, "social_insurance");
    asTenant(() -> registers.attach(by, application, "social_insurance", List.of(fresh)).orThrow());
    asTenant(() -> registers.submit(by, application, true).orThrow());
    CaseFile again = file(application);
    assertThat(asTenant(() -> casework.sendBack(reviewer, again.id(), again.revision(), missing, "再补")).refusals())
        .singleElement()
        .matches(r -> r.code().equals("sent_back_already") && "GYI-5-2".equals(r.provision()));
  }

  @Test
  void GYI_5_2_what_went_back_has_a_last_day_and_the_applicant_is_reminded_before_and_after_it() {
    Actor by = anInstitution();
    UUID application = submitted(by);
    CaseFile f = file(application);
    asTenant(() -> casework.sendBack(reviewer, f.id(), f.revision(), List.of(new Missing("way_proof", "证明", "缺末页")), "请补正").orThrow());
    LocalDate due = LocalDate.of(2024, 9, 30);
    assertThat(file(application).dueOn()).as("twenty working days over the mid-autumn holiday").isEqualTo(due);
    turnTo(due.minusDays(6));
    assertThat(reminded(by, f)).isEmpty();
    turnTo(due.minusDays(3));
    turnTo(due);
    assertThat(reminded(by, f)).singleElement().matches(n -> "GYI-5-2".equals(n.provision()) && n.body().zh().contains("缺末页"));
    turnTo(LocalDate.of(2024, 10, 8));
    turnTo(LocalDate.of(2024, 10, 9));
    assertThat(reminded(by, f)).hasSize(2).anyMatch(n -> n.subject().zh().startsWith("补正期限已过"));
    UUID whole = paper(by, "way_proof");
    UUID fresh = paper(by, "social_insurance");
    asTenant(() -> registers.attach(by, application, "way_proof", List.of(whole)).orThrow());
    asTenant(() -> registers.attach(by, application, "social_insurance", List.of(fresh)).orThrow());
    asTenant(() -> registers.submit(by, application, true).orThrow());
    assertThat(file(application).state()).as("late is not closed").isEqualTo(CaseState.IN_REVIEW);
  }

  private List<Notification> reminded(Actor by, CaseFile f) {
    return asTenant(() -> notifications.list(by, false, 50, 0)).stream()
        .filter(n -> n.link().equals("/cases/" + f.id()) && n.subject().zh().contains("补正"))
        .toList();
  }

  @Test
  void GYI_5_3_an_objection_has_a_last_day_for_its_answer_and_the_office_is_reminded() {
    UUID application = submitted(anInstitution());
    UUID id = published(application);
    String number = asTenant(() -> notices.object(id, 1, "李四", "13900000000", "社保证明系伪造", null).orThrow());
    Objection o = asTenant(() -> notices.objections(decider, id).getFirst());
    assertThat(o.answerBy()).as("ten working days over the mid-autumn holiday").isEqualTo(LocalDate.of(2024, 9, 14));
    turnTo(LocalDate.of(2024, 9, 11));
    assertThat(asked(number)).isEmpty();
    turnTo(LocalDate.of(2024, 9, 12));
    turnTo(LocalDate.of(2024, 9, 14));
    assertThat(asked(number)).singleElement().matches(n -> "GYI-5-3".equals(n.provision()));
    turnTo(LocalDate.of(2024, 9, 18));
    assertThat(asked(number)).hasSize(2).anyMatch(n -> n.subject().zh().startsWith("异议答复已逾期"));
    assertThat(asTenant(() -> notices.get(id)).lines().getFirst().state()).isEqualTo(Notice.LineState.HELD);
  }

  private List<Notification> asked(String number) {
    return asTenant(() -> notifications.list(decider, false, 1000, 0)).stream().filter(n -> n.subject().zh().endsWith(number)).toList();
  }

  @Test
  void GYI_5_2_an_official_corrects_what_the_papers_do_not_show_and_then_cannot_pass_it() {
    UUID application = submitted(anInstitution());
    asTenant(() -> registers.verify(reviewer, application, Map.of("applicant.staff", 3)).orThrow());
    assertThat(decision(application).granted()).isFalse();
    CaseFile f = file(application);
    assertThat(asTenant(() -> casework.decide(reviewer, f.id(), f.revision(), StageDecision.PASS, "符合")).refusals())
        .extracting(Refusal::provision)
        .contains("GYI-3-1");
    assertThat(file(application).revision()).as("nothing of it stays").isEqualTo(f.revision());
    asTenant(() -> casework.decide(reviewer, f.id(), f.revision(), StageDecision.REFUSE, "社保证明仅 3 人").orThrow());
    assertThat(file(application).state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void GYI_5_3_those_that_pass_stand_on_notice_for_five_working_days_then_are_entered() {
    Actor by = anInstitution();
    UUID application = submitted(by);
    on(LocalDate.of(2024, 9, 12));
    UUID id = published(application);
    Notice notice = asTenant(() -> notices.get(id));
    assertThat(notice.workingDays()).isEqualTo(5);
    assertThat(notice.provision()).isEqualTo("GYI-5-3");
    assertThat(notice.lastDay()).as("make-up day on the 14th, holiday from the 15th to the 17th").isEqualTo(LocalDate.of(2024, 9, 20));
    turnTo(LocalDate.of(2024, 9, 20));
    assertThat(asTenant(() -> registers.entryOf(by.partyOrThrow(), GYI))).isEmpty();
    turnTo(LocalDate.of(2024, 9, 21));
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    assertThat(entry(by).version()).isEqualTo("2023-draft");
    assertThat(file(application).state()).isEqualTo(CaseState.GRANTED);
    assertThat(asTenant(() -> registers.institutionFacts(by.partyOrThrow()))).containsEntry("institution.entry_live", true);
  }

  @Test
  void an_upheld_objection_refuses_its_own_applicant_only() {
    Actor one = anInstitution();
    Actor other = anInstitution();
    UUID first = submitted(one);
    UUID second = submitted(other);
    UUID id = published(first, second);
    asTenant(() -> notices.object(id, 1, "李四", "13900000000", "社保证明系伪造", null).orThrow());
    UUID objection = asTenant(() -> notices.objections(decider, id).getFirst().id());
    asTenant(() -> notices.answer(decider, objection, Objection.State.UPHELD, "经核实属实").orThrow());
    turnTo(LocalDate.of(2024, 9, 10));
    assertThat(asTenant(() -> registers.entryOf(one.partyOrThrow(), GYI))).isEmpty();
    assertThat(file(first).state()).isEqualTo(CaseState.REFUSED);
    assertThat(entry(other).state()).isEqualTo(EntryState.ACTIVE);
  }

  @Test
  void GYI_16_1_takes_no_application_before_the_measure_is_in_force() {
    Actor by = anInstitution();
    on(LocalDate.of(2022, 12, 31));
    assertThat(asTenant(() -> registers.mayNotApply(GYI, ADMISSION, by.partyOrThrow())))
        .singleElement()
        .matches(r -> "GYI-16-1".equals(r.provision()) && r.sentence().zh().contains("2023-01-01"));
    on(LocalDate.of(2023, 1, 1));
    assertThat(asTenant(() -> registers.mayNotApply(GYI, ADMISSION, by.partyOrThrow()))).as("the first day").isEmpty();
  }

  @Test
  void a_second_click_goes_on_with_the_same_draft_and_hands_in_once() {
    Actor by = anInstitution();
    UUID first = draft(by, wayOne(), papers(by));
    UUID second = draft(by, Map.of(), Map.of());
    assertThat(second).isEqualTo(first);
    asTenant(() -> registers.submit(by, first, true).orThrow());
    assertThat(refusals(by, first)).singleElement().matches(r -> r.code().equals("not_editable"));
  }

  @Test
  void unreadable_values_are_named_and_the_rest_is_saved() {
    Actor by = anInstitution();
    UUID application = draft(by, Map.of(), Map.of());
    Map<String, Object> facts = new HashMap<>(wayOne());
    facts.put("applicant.staff", "-3");
    facts.put("applicant.cooperation_since", "2024-13-40");
    assertThat(asTenant(() -> registers.save(by, application, facts)).refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("fact.applicant.staff", "fact.applicant.cooperation_since");
    assertThat(asTenant(() -> registers.form(by, application)).stated())
        .containsEntry("applicant.fixed_premises", true)
        .doesNotContainKey("applicant.staff");
  }

  @Test
  void another_party_sees_neither_the_application_nor_its_papers() {
    Actor by = anInstitution();
    Actor other = anInstitution();
    Map<String, List<UUID>> papers = papers(by);
    UUID application = draft(by, wayOne(), papers);
    assertThatThrownBy(() -> asTenant(() -> registers.form(other, application))).isInstanceOf(NotFoundException.class);
    UUID paper = papers.get("qualification").getFirst();
    assertThatThrownBy(() -> asTenant(() -> documents.readable(other, paper))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> documents.readable(reviewer, paper)))
        .as("a draft is nobody's business yet")
        .isInstanceOf(NotFoundException.class);
    asTenant(() -> registers.submit(by, application, true).orThrow());
    assertThat(asTenant(() -> documents.readable(reviewer, paper)).id()).isEqualTo(paper);
  }
}
