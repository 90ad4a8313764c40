package org.zhuqi.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhuqi.platform.parties.PartyFixtures.aProjectOwner;
import static org.zhuqi.platform.parties.PartyFixtures.anEnterprise;
import static org.zhuqi.platform.parties.PartyFixtures.anInstitution;
import static org.zhuqi.platform.parties.PartyFixtures.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

class PartiesTests extends PlatformTest {
  static final Actor CENTRE = new Actor(UUID.randomUUID(), "王核验", Role.CENTRE, null, "CENTRE", Set.of("GUIYANG"));
  @Autowired Parties parties;
  @Autowired BankAccounts bankAccounts;
  @Autowired PartiesDesk desk;

  @Test
  void a_registered_party_gives_the_measures_the_facts_they_ask_for() {
    UUID id = asTenant(() -> PartyFixtures.authenticated(parties, register(anEnterprise())));
    assertThat(asTenant(() -> parties.facts(id)))
        .containsEntry("holder.area", "520102")
        .containsEntry("holder.legal_person", true)
        .containsEntry("holder.tax_compliant", true)
        .containsEntry("holder.industry", "equipment")
        .containsEntry("applicant.kind", "company")
        .containsEntry("applicant.established_on", LocalDate.of(2015, 3, 9))
        .containsEntry("applicant.authenticated", true);
  }

  @Test
  void GYV_6_1_what_a_holder_states_is_no_fact_until_an_official_has_verified_it() {
    UUID id = register(anEnterprise());
    assertThat(asTenant(() -> parties.facts(id)).keySet()).noneMatch(name -> name.startsWith("holder."));
    asTenant(() -> parties.verify(CENTRE, id, false, "有欠税")).orThrow();
    assertThat(asTenant(() -> parties.facts(id))).containsEntry("holder.tax_compliant", false);
    Party now = asTenant(() -> parties.get(id));
    ChangeParty paysAgain =
        new ChangeParty(now.version(), now.name(), now.kinds(), now.area(), now.foundedOn(), now.industry(), true, true,
            now.contactName(), now.phone(), now.email(), now.address());
    asTenant(() -> parties.change(of(id), id, paysAgain)).orThrow();
    assertThat(asTenant(() -> parties.facts(id)).keySet()).noneMatch(name -> name.startsWith("holder."));
  }

  @Test
  void GYI_2_1_a_party_is_authenticated_once_an_official_has_verified_it_and_no_longer_after_it_changes() {
    UUID id = register(anInstitution());
    asTenant(() -> parties.verify(CENTRE, id, true, "核对营业执照原件")).orThrow();
    assertThat(asTenant(() -> parties.facts(id))).containsEntry("applicant.authenticated", true);

    Party now = asTenant(() -> parties.get(id));
    asTenant(() -> parties.change(of(id), id, changed(now, now.name(), "13900001111"))).orThrow();
    assertThat(asTenant(() -> parties.get(id)).isVerified()).as("another phone is not another party").isTrue();

    Party again = asTenant(() -> parties.get(id));
    asTenant(() -> parties.change(of(id), id, changed(again, again.name() + "（更名）", again.phone()))).orThrow();
    assertThat(asTenant(() -> parties.facts(id))).containsEntry("applicant.authenticated", false);
  }

  @Test
  void GYI_2_1_only_the_centre_and_the_bureau_verify_and_say_on_what_grounds() {
    UUID id = register(anInstitution());
    assertThatThrownBy(() -> asTenant(() -> parties.verify(of(id), id, true, "我自己"))).isInstanceOf(ForbiddenException.class);
    assertThat(asTenant(() -> parties.verify(CENTRE, id, true, " ")).refusals()).extracting(Refusal::code).containsExactly("needs_grounds");
  }

  @Test
  void GYV_5_1_only_the_office_of_its_place_says_who_a_holder_is_and_only_that_office_has_it_on_its_desk() {
    RegisterParty there = enterprise(PartyFixtures.creditCode(), "贵安示例电子", "GUIAN", "electronics", LocalDate.of(2015, 1, 1), "13800000001");
    UUID party = register(there);
    Actor guian = PartyFixtures.office("GUIAN");
    Actor guiyangBureau = new Actor(UUID.randomUUID(), "市局经办", Role.BUREAU, null, "GUIYANG_BUREAU", Set.of("GUIYANG"));
    assertThat(desk(guian)).contains("/parties/" + party);
    assertThat(desk(CENTRE)).doesNotContain("/parties/" + party);
    for (Actor other : List.of(CENTRE, guiyangBureau)) {
      notTheirs(() -> parties.verify(other, party, true, "核对执照"));
      notTheirs(() -> parties.unverify(other, party, "执照失效"));
    }
    asTenant(() -> parties.verify(guian, party, true, "核对执照")).orThrow();
    assertThat(desk(guian)).doesNotContain("/parties/" + party);
    asTenant(() -> parties.state(guian, party, RelationKind.CONTROLLER, "520102198001011235", "张三")).orThrow();
    UUID relation = asTenant(() -> parties.relationsOf(party)).stream().filter(t -> t.kind() == RelationKind.CONTROLLER).findFirst().orElseThrow().id();
    notTheirs(() -> parties.endRelation(CENTRE, party, relation, "已转让"));
    asTenant(() -> parties.endRelation(guian, party, relation, "已转让")).orThrow();

    UUID here = register(anEnterprise());
    assertThat(desk(CENTRE)).contains("/parties/" + here);
    notTheirs(() -> parties.verify(guian, here, true, "核对执照"));
  }

  @Test
  void GYV_5_1_a_project_is_looked_up_by_the_office_of_the_place_where_it_stands() {
    UUID owner = register(PartyFixtures.project(aProjectOwner(), PartyFixtures.projectCode(), "520115"));
    UUID project = asTenant(() -> parties.projects(owner)).getFirst().id();
    asTenant(() -> parties.verify(PartyFixtures.office("GUIAN"), owner, true, "核对执照")).orThrow();
    assertThat(desk(CENTRE)).contains("/parties/" + owner);
    notTheirs(() -> parties.projectChecked(PartyFixtures.office("GUIAN"), owner, project, true, "平台可查"));
    asTenant(() -> parties.projectChecked(CENTRE, owner, project, true, "平台可查")).orThrow();
    assertThat(desk(CENTRE)).doesNotContain("/parties/" + owner);
  }

  private List<String> desk(Actor official) {
    return asTenant(() -> desk.unchecked(official, 100_000)).stream().map(w -> w.link()).toList();
  }

  private void notTheirs(Supplier<Outcome<Void>> act) {
    assertThatThrownBy(() -> asTenant(act::get))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusals()).extracting(Refusal::code, Refusal::provision).containsExactly(tuple("not_the_handler", "GYV-5-1")));
  }

  @Test
  void every_field_that_is_wrong_is_named_at_once() {
    RegisterParty nothing =
        new RegisterParty("91350100M000100Y44", "", Set.of(), "", "", null, null, true, true, "", "123", "nobody", "",
            "张三", "520102199001011234", null, null, null);
    Outcome<UUID> refused = asTenant(() -> parties.register(Actor.SYSTEM, nothing));
    assertThat(refused.refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("creditCode", "partyClass", "name", "kinds", "area", "foundedOn", "contactName", "phone",
            "email", "address", "legalRepId");
    assertThat(refused.refusals()).allSatisfy(r -> assertThat(r.sentence().zh()).endsWith("。"));
  }

  @Test
  void a_credit_code_registers_once() {
    RegisterParty one = anEnterprise();
    register(one);
    assertThat(asTenant(() -> parties.register(Actor.SYSTEM, one)).refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.code()).isEqualTo("party_known"));
  }

  @Test
  void GYV_6_2_a_project_has_one_owner_and_its_code_is_kept() {
    RegisterParty owner = aProjectOwner();
    UUID id = asTenant(() -> PartyFixtures.authenticated(parties, register(owner)));
    assertThat(asTenant(() -> parties.facts(id)))
        .containsEntry("holder.project_code", owner.projectCode())
        .containsEntry("holder.project_area", "GUIAN")
        .containsEntry("holder.project_filed", true);
    RegisterParty second = PartyFixtures.project(aProjectOwner(), owner.projectCode(), "GUIAN");
    assertThatThrownBy(() -> asTenant(() -> parties.register(Actor.SYSTEM, second)))
        .hasMessageContaining("project_has_owner");
    assertThat(asTenant(() -> parties.byCreditCode(second.creditCode()))).as("nothing is left behind").isEmpty();
  }

  @Test
  void facts_of_many_parties_come_together() {
    UUID maker = asTenant(() -> PartyFixtures.authenticated(parties, register(anEnterprise())));
    UUID owner = asTenant(() -> PartyFixtures.authenticated(parties, register(aProjectOwner())));
    var facts = asTenant(() -> parties.factsOf(List.of(maker, owner, UUID.randomUUID())));
    assertThat(facts).containsOnlyKeys(maker, owner);
    assertThat(facts.get(owner)).containsKey("holder.project_code");
    assertThat(facts.get(maker)).doesNotContainKey("holder.project_code");
  }

  @Test
  void another_tenant_does_not_see_a_party() {
    UUID id = register(anEnterprise());
    Tenancy.run("elsewhere", () -> assertThat(parties.of(List.of(id))).isEmpty());
  }

  @Test
  void a_bank_account_is_the_partys_own_is_replaced_with_history_and_can_be_mended_after_a_bounce() {
    UUID id = register(anInstitution());
    String name = asTenant(() -> parties.get(id)).name();
    assertThat(asTenant(() -> bankAccounts.set(of(id), id, "别人的公司", "某银行", "12")).refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("holder", "number");
    UUID first = asTenant(() -> bankAccounts.set(of(id), id, name, "贵阳银行中华北路支行", "6222 0001 2345 6789")).orThrow();
    assertThat(asTenant(() -> bankAccounts.set(of(id), id, name, "贵阳银行中华北路支行", "6222000123456789")).orThrow())
        .as("the same again changes nothing")
        .isEqualTo(first);

    asTenant(() -> { bankAccounts.bounced(Actor.SYSTEM, first, "账号户名不符"); return null; });
    assertThat(asTenant(() -> bankAccounts.current(id)).orElseThrow().isUsable()).isFalse();
    UUID second = asTenant(() -> bankAccounts.set(of(id), id, name, "贵阳银行中华北路支行", "6222000123456789")).orThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(asTenant(() -> bankAccounts.current(id)).orElseThrow().isUsable()).isTrue();
    assertThat(asTenant(() -> bankAccounts.history(id))).hasSize(2);
  }

  @Test
  void somebody_elses_change_in_between_is_not_overwritten() {
    UUID id = register(anEnterprise());
    Party read = asTenant(() -> parties.get(id));
    asTenant(() -> parties.change(of(id), id, changed(read, read.name(), "13900002222"))).orThrow();
    assertThat(asTenant(() -> parties.change(of(id), id, changed(read, read.name(), "13900003333"))).refusals())
        .extracting(Refusal::code)
        .containsExactly("changed_meanwhile");
  }

  private UUID register(RegisterParty r) {
    return asTenant(() -> parties.register(Actor.SYSTEM, r)).orThrow();
  }

  private static Actor of(UUID party) {
    return new Actor(UUID.randomUUID(), "经办人", Role.INSTITUTION, party, null, Set.of());
  }

  private static ChangeParty changed(Party p, String name, String phone) {
    return new ChangeParty(p.version(), name, p.kinds(), p.area(), p.foundedOn(), p.industry(), p.legalPerson(),
        p.taxCompliant(), p.contactName(), phone, p.email(), p.address());
  }
}
