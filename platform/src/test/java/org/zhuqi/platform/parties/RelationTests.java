package org.zhuqi.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuqi.platform.parties.PartyFixtures.anEnterprise;
import static org.zhuqi.platform.parties.PartyFixtures.anInstitution;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

class RelationTests extends PlatformTest {
  private static final String ZHANG = "52010219900101123X";
  @Autowired Parties parties;
  @Autowired Interests interests;
  @Autowired Accounts accounts;

  @Test
  void the_same_person_behind_two_parties_is_found_and_its_number_is_kept_nowhere() {
    UUID a = register(PartyFixtures.represented(anEnterprise(), "张三", ZHANG));
    UUID b = register(anInstitution());
    assertThat(related(a, b)).isEmpty();
    relate(b, RelationKind.SHAREHOLDER, ZHANG, "张三");
    assertThat(related(a, b))
        .singleElement()
        .satisfies(r -> {
          assertThat(r.kind()).isEqualTo(RelationKind.LEGAL_REP);
          assertThat(r.otherKind()).isEqualTo(RelationKind.SHAREHOLDER);
          assertThat(r.masked()).contains("张**").doesNotContain(ZHANG);
        });
    int kept = inTransaction(() -> jdbc.sql("select count(*) from party_relation r where r::text like :n").param("n", "%" + ZHANG + "%").query(Integer.class).single());
    assertThat(kept).isZero();
  }

  @Test
  void an_investment_is_found_by_the_investors_own_code() {
    RegisterParty investor = anEnterprise();
    UUID a = register(investor);
    UUID b = register(anInstitution());
    relate(b, RelationKind.SHAREHOLDER, investor.creditCode(), investor.name());
    assertThat(related(a, b)).singleElement().satisfies(r -> assertThat(r.kind()).isEqualTo(RelationKind.SELF));
    assertThat(related(b, a)).singleElement().satisfies(r -> assertThat(r.kind()).isEqualTo(RelationKind.SHAREHOLDER));
  }

  @Test
  void a_phone_number_is_never_taken_for_an_identity_number() {
    UUID a = register(anEnterprise());
    UUID b = register(anInstitution());
    relate(a, RelationKind.STAFF, "13812345678", "李四");
    relate(b, RelationKind.PHONE, "13812345678", null);
    assertThat(related(a, b)).isEmpty();
  }

  @Test
  void GYI_14_1_a_declared_interest_relates_an_official_to_the_party_and_to_those_with_the_same_controller() {
    RegisterParty declared = anEnterprise();
    UUID a = register(declared);
    UUID sister = register(anInstitution());
    UUID stranger = register(anInstitution());
    relate(a, RelationKind.CONTROLLER, "520103198505054567", "赵六");
    relate(sister, RelationKind.CONTROLLER, "520103198505054567", "赵六");
    Actor official = official();
    assertThat(isRelated(official, a)).isFalse();
    asTenant(() -> interests.declare(official, declared.creditCode(), "配偶在该单位任职")).orThrow();
    assertThat(isRelated(official, a)).isTrue();
    assertThat(isRelated(official, sister)).isTrue();
    assertThat(isRelated(official, stranger)).isFalse();

    UUID interest = asTenant(() -> interests.of(official, official.account())).getFirst().id();
    asTenant(() -> interests.end(official, interest, "配偶已离职")).orThrow();
    assertThat(isRelated(official, a)).isFalse();
    assertThat(asTenant(() -> interests.of(official, official.account()))).as("it stays on record").hasSize(1);
  }

  @Test
  void GYV_11_2_a_reviewer_is_found_in_the_register_though_nothing_was_declared() {
    UUID institution = register(anInstitution());
    Actor reviewer = official();
    relate(institution, RelationKind.STAFF, ZHANG, "张三");
    assertThat(isRelated(reviewer, institution)).isFalse();
    asTenant(() -> interests.identify(reviewer, ZHANG)).orThrow();
    assertThat(isRelated(reviewer, institution)).isTrue();
  }

  @Test
  void an_account_is_related_to_the_party_it_belongs_to() {
    UUID mine = register(anEnterprise());
    UUID account = asTenant(() -> accounts.open(Actor.SYSTEM,
        OpenAccount.ofParty("e" + UUID.randomUUID(), "经办", mine, Set.of(Role.ENTERPRISE)))).orThrow().id();
    assertThat(asTenant(() -> parties.relatedToAccount(account, mine))).isTrue();
    assertThat(asTenant(() -> parties.relatedToAccount(account, register(anEnterprise())))).isFalse();
  }

  private Actor official() {
    UUID id = asTenant(() -> accounts.open(Actor.SYSTEM,
        OpenAccount.official("o" + UUID.randomUUID(), "李评审", Role.REVIEWER, "REVIEW", Set.of("GUIYANG")))).orThrow().id();
    return asTenant(() -> accounts.actor(id));
  }

  private UUID register(RegisterParty r) {
    return asTenant(() -> parties.register(Actor.SYSTEM, r)).orThrow();
  }

  private void relate(UUID party, RelationKind kind, String value, String name) {
    asTenant(() -> { parties.relate(Actor.SYSTEM, party, kind, value, name); return null; });
  }

  private java.util.List<Relation> related(UUID a, UUID b) {
    return asTenant(() -> parties.related(a, b));
  }

  private boolean isRelated(Actor official, UUID party) {
    return asTenant(() -> parties.relatedToAccount(official.account(), party));
  }
}
