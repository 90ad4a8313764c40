package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.parties.PartyKind;
import org.zhuqi.platform.parties.RelationKind;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** What administrators, auditors, officials and parties do about accounts, calendars, works and the trail, by program. */
class AdministrationApiTests extends PeopleTest {
  @LocalServerPort int port;

  /** Somebody's program. */
  private final class Program {
    private final Visitor visitor = new Visitor(port);
    private final String proof;

    Program(OpenAccount open) {
      asTenant(() -> accounts.open(Actor.SYSTEM, open.withPassword(PASSWORD))).orThrow();
      String session = visitor.json("/api/v1/sessions", "{\"login\":\"" + open.login() + "\",\"password\":\"" + PASSWORD + "\"}").body();
      this.proof = "Bearer " + session.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    HttpResponse<String> get(String path) {
      return visitor.get("/api/v1" + path, "Authorization", proof);
    }

    HttpResponse<String> post(String path, String json) {
      return visitor.json("/api/v1" + path, json, "Authorization", proof);
    }
  }

  private static String login() {
    return "api" + UUID.randomUUID().toString().substring(0, 12);
  }

  private Program official(Role role) {
    String agency = role == Role.ADMIN ? "PLATFORM" : role == Role.AUDITOR ? "SUPERVISION" : "CENTRE";
    Set<String> funders = role == Role.CENTRE ? Set.of("GUIYANG") : Set.of();
    return new Program(OpenAccount.official(login(), "程序", role, agency, funders));
  }

  @Test
  void an_auditor_reads_the_trail_and_has_it_verified() {
    Program auditor = official(Role.AUDITOR);
    assertThat(auditor.get("/audit/records?act=session.began&size=20").body()).contains("session.began");
    HttpResponse<String> asked = auditor.post("/audit/checks", "{}");
    assertThat(asked.statusCode()).isEqualTo(201);
    String id = asked.body().replace("\"", "").strip();
    assertThat(auditor.get("/audit/checks").body()).contains(id);
    assertThat(auditor.post("/audit/checks", "{\"anchor\":\"no anchor\"}").body()).contains("anchor_unreadable");
    assertThat(official(Role.CENTRE).post("/audit/checks", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void an_administrator_loads_a_calendar_and_looks_at_the_works() {
    Program admin = official(Role.ADMIN);
    String wrong = "{\"yaml\":\"year: 2034\\nsource: {zh: 通知, en: Notice}\\ndaysOff: [2034-01-01..2034-01-32]\\nworkdays: [2034-01-07]\\n\"}";
    assertThat(admin.post("/calendars", wrong).body()).contains("calendar_invalid", "第 3 行");
    String right = wrong.replace("2034-01-32", "2034-01-03");
    HttpResponse<String> loaded = admin.post("/calendars", right);
    assertThat(loaded.statusCode()).isEqualTo(201);
    assertThat(loaded.body()).contains("2034");
    assertThat(admin.get("/calendars").body()).contains("\"year\":2034");
    assertThat(admin.get("/works").body()).contains("\"jobs\":", "\"lastDay\":\"2", "\"standing\":[]");
    Program auditor = official(Role.AUDITOR);
    assertThat(auditor.get("/works").statusCode()).isEqualTo(200);
    assertThat(auditor.post("/calendars", right).statusCode()).isEqualTo(403);
  }

  @Test
  void a_party_looks_after_its_own_accounts_and_acts_in_one_role_at_a_time() {
    var both = PartyFixtures.kinds(PartyFixtures.anEnterprise(), PartyKind.HOLDER_ENTERPRISE, PartyKind.INSTITUTION);
    UUID party = asTenant(() -> parties.register(Actor.SYSTEM, both).orThrow());
    Program member = new Program(OpenAccount.ofParty(login(), "管理人", party, Set.of(Role.ENTERPRISE, Role.INSTITUTION)));
    assertThat(member.post("/me/role", "{\"role\":\"INSTITUTION\"}").statusCode()).isEqualTo(204);
    assertThat(member.get("/me").body()).contains("\"role\":\"INSTITUTION\"");
    assertThat(member.post("/me/role", "{\"role\":\"ADMIN\"}").statusCode()).isEqualTo(403);

    String colleague = login();
    HttpResponse<String> opened = member.post("/colleagues", "{\"login\":\"" + colleague + "\",\"name\":\"同事\"}");
    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(opened.body()).contains("oneTimePassword");
    UUID id = asTenant(() -> accounts.byLogin(colleague)).orElseThrow().id();
    assertThat(member.get("/colleagues").body()).contains(colleague);
    assertThat(member.post("/colleagues/" + id + "/password", "").body()).contains("oneTimePassword");
    assertThat(member.post("/colleagues/" + id + "/disable", "").statusCode()).isEqualTo(204);
    assertThat(asTenant(() -> accounts.get(id)).disabled()).isTrue();

    UUID stranger = anEnterprise().account();
    assertThat(member.post("/colleagues/" + stranger + "/disable", "").statusCode()).isIn(403, 404);
    assertThat(asTenant(() -> accounts.get(stranger)).disabled()).isFalse();
  }

  @Test
  void an_official_sees_a_contact_on_record_checks_projects_and_ends_relations() {
    Program centre = official(Role.CENTRE);
    UUID owner = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.projectOwner(PartyFixtures.creditCode(), "贵阳测试材料有限公司", "520115", java.time.LocalDate.of(2020, 1, 2), "13855550101", PartyFixtures.projectCode())).orThrow());
    String phone = asTenant(() -> parties.get(owner)).phone();
    assertThat(centre.get("/parties/" + owner).body()).doesNotContain(phone);
    assertThat(centre.post("/parties/" + owner + "/contact", "").body()).contains(phone);
    assertThat(inTransaction(() -> jdbc.sql("select count(*) from audit_record where act = 'party.contact_shown' and subject = :id").param("id", owner).query(Integer.class).single()))
        .isEqualTo(1);

    UUID project = asTenant(() -> parties.projects(owner)).getFirst().id();
    assertThat(centre.post("/parties/" + owner + "/projects/" + project + "/check", "{\"filed\":false,\"grounds\":\"平台查无\"}").statusCode()).isEqualTo(204);
    assertThat(asTenant(() -> parties.projects(owner)).getFirst().filed()).isFalse();

    asTenant(
        () -> {
          parties.relate(Actor.SYSTEM, owner, RelationKind.CONTROLLER, "520102198001011239", "张三");
          return null;
        });
    UUID relation =
        asTenant(() -> parties.relationsOf(owner)).stream().filter(t -> t.kind() == RelationKind.CONTROLLER).findFirst().orElseThrow().id();
    assertThat(centre.post("/parties/" + owner + "/relations/" + relation + "/end", "{\"grounds\":\"股权已转让\"}").statusCode()).isEqualTo(204);
    assertThat(centre.post("/interests/identity", "{\"identityNumber\":\"520102198001011230\"}").statusCode()).isEqualTo(422);
    assertThat(centre.post("/interests/identity", "{\"identityNumber\":\"520102198001011235\"}").statusCode()).isEqualTo(204);
    assertThat(centre.get("/interests").body()).contains("PERSON");
  }

  @Test
  void the_first_administrator_is_made_once() {
    official(Role.ADMIN);
    Visitor visitor = new Visitor(port);
    String body = "{\"token\":\"x\",\"login\":\"first\",\"name\":\"甲\",\"agency\":\"PLATFORM\",\"password\":\"" + PASSWORD + "\"}";
    assertThat(visitor.json("/api/v1/setup", body).statusCode()).as("there is one").isEqualTo(404);
  }
}
