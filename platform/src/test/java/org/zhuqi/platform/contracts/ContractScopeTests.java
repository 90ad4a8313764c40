package org.zhuqi.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.catalogue.TradeTest;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

/** Officials see the contracts of their area: by the client's places, and by whose vouchers pay. */
class ContractScopeTests extends TradeTest {
  private static final String PASSWORD = "Correct-Horse-7";
  @LocalServerPort int port;
  @Autowired Contracts contracts;
  @Autowired Accounts accounts;

  private Actor institution;
  private Contract guiyang;
  private Contract guian;

  @BeforeEach
  void two_contracts() {
    institution = asTenant(trade::institution);
    guiyang = asTenant(() -> trade.filed(trade.enterprise(), institution, TODAY));
    guian = asTenant(() -> trade.filed(trade.enterprise(PartyFixtures.aProjectOwner()), institution, TODAY));
  }

  private record Official(Actor actor, String login) {}

  private Official official(Role role, String agency, String... funders) {
    String login = "scope" + System.nanoTime();
    OpenAccount open = OpenAccount.official(login, "经办", role, agency, Set.of(funders)).withPassword(PASSWORD);
    return new Official(asTenant(() -> accounts.actor(accounts.open(Actor.SYSTEM, open).orThrow().id())), login);
  }

  private Official guianBureau() {
    return official(Role.BUREAU, "GUIAN_BUREAU", "GUIAN");
  }

  private Official centre() {
    return official(Role.CENTRE, "CENTRE", "GUIYANG", "GUIAN");
  }

  private Visitor signedIn(Official who) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(who.login(), PASSWORD);
    return visitor;
  }

  private boolean sees(Actor official, Contract c) {
    try {
      return asTenant(() -> contracts.get(official, c.id())).id().equals(c.id());
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** What a program is answered. */
  private HttpResponse<byte[]> asked(Official who, String path) throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString((who.login() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + basic).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void officials_of_one_funder_see_its_contracts_and_the_centre_and_auditors_see_both() {
    assertThat(guiyang.office()).isEqualTo(new Contract.Office(Set.of("GUIYANG"), "CENTRE"));
    assertThat(guian.office()).isEqualTo(new Contract.Office(Set.of("GUIAN"), "GUIAN_BUREAU"));
    for (Role role : Set.of(Role.BUREAU, Role.FINANCE)) {
      String office = role == Role.BUREAU ? "BUREAU" : "FINANCE";
      Actor city = official(role, "GUIYANG_" + office, "GUIYANG").actor();
      Actor area = official(role, "GUIAN_" + office, "GUIAN").actor();
      assertThat(sees(city, guiyang)).isTrue();
      assertThat(sees(city, guian)).isFalse();
      assertThat(sees(area, guiyang)).isFalse();
      assertThat(sees(area, guian)).isTrue();
    }
    for (Actor both : Set.of(centre().actor(), official(Role.AUDITOR, "SUPERVISION").actor())) {
      assertThat(sees(both, guiyang)).isTrue();
      assertThat(sees(both, guian)).isTrue();
    }
    assertThat(sees(official(Role.CENTRE, "CENTRE", "GUIYANG").actor(), guian)).as("given one funder only").isFalse();
  }

  @Test
  void the_funder_whose_vouchers_pay_sees_the_contract_from_its_filing_on() {
    Actor bureau = guianBureau().actor();
    Contract agreed = asTenant(() -> trade.agreed(trade.enterprise(), institution, TODAY));
    assertThat(sees(bureau, agreed)).isFalse();
    Contract filed = asTenant(() -> contracts.filed(Actor.SYSTEM, agreed.id(), agreed.voucherFen(), Set.of("GUIAN"), null));
    assertThat(filed.office()).isEqualTo(new Contract.Office(Set.of("GUIAN", "GUIYANG"), "CENTRE"));
    assertThat(sees(bureau, filed)).isTrue();
  }

  @Test
  void list_page_print_panels_documents_and_api_keep_to_the_area() throws Exception {
    Official who = guianBureau();
    Visitor visitor = signedIn(who);
    UUID foreignPaper = java.util.Objects.requireNonNull(guiyang.signedDocument());
    UUID ownPaper = java.util.Objects.requireNonNull(guian.signedDocument());
    assertThat(visitor.get("/contracts?q=" + guian.number()).body()).contains(guian.title(), "/contracts/" + guian.id());
    assertThat(visitor.get("/contracts?q=" + guiyang.number()).body()).doesNotContain("/contracts/" + guiyang.id());
    for (String part : new String[] {"", "/print", "/filing", "/filing/panel", "/rating"}) {
      assertThat(visitor.get("/contracts/" + guiyang.id() + part).statusCode()).as("foreign" + part).isEqualTo(404);
      assertThat(visitor.get("/contracts/" + guian.id() + part).statusCode()).as("own" + part).isEqualTo(200);
    }
    assertThat(visitor.get("/documents/" + foreignPaper + "/download").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/documents/" + ownPaper + "/download").statusCode()).isEqualTo(200);

    assertThat(new String(asked(who, "/api/v1/contracts?q=" + guian.number()).body(), StandardCharsets.UTF_8)).contains(guian.id().toString());
    assertThat(new String(asked(who, "/api/v1/contracts?q=" + guiyang.number()).body(), StandardCharsets.UTF_8)).doesNotContain(guiyang.id().toString());
    for (String part : new String[] {"", "/timeline"}) {
      assertThat(asked(who, "/api/v1/contracts/" + guiyang.id() + part).statusCode()).as("foreign" + part).isEqualTo(404);
      assertThat(asked(who, "/api/v1/contracts/" + guian.id() + part).statusCode()).as("own" + part).isEqualTo(200);
    }
    String sheet = sheet(asked(who, "/contracts?export=xlsx").body());
    assertThat(sheet).contains(guian.number()).doesNotContain(guiyang.number());
  }

  /** The text of a workbook's first sheet. */
  private static String sheet(byte[] xlsx) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      return book.getFirstSheet().read().stream().flatMap(Row::stream).map(c -> c == null ? "" : c.getText()).toList().toString();
    }
  }

  @Test
  void archives_and_late_contracts_keep_to_the_area() {
    Actor one = official(Role.CENTRE, "CENTRE", "GUIYANG").actor();
    assertThat(asTenant(() -> contracts.archive(one, institution.partyOrThrow()))).extracting(Contract::id).containsExactly(guiyang.id());
    assertThat(asTenant(() -> contracts.parties(one))).containsKey(guiyang.client()).doesNotContainKey(guian.client());
    var later = guian.until().plusDays(1);
    assertThat(asTenant(() -> contracts.overdue(guianBureau().actor(), later))).extracting(Contract::id).doesNotContain(guiyang.id());
    assertThat(asTenant(() -> contracts.overdue(centre().actor(), later))).extracting(Contract::id).doesNotContain(guian.id());
  }

  @Test
  void GYV_5_1_the_centre_sees_a_contract_of_guian_and_its_bureau_decides_on_it() {
    Actor centre = centre().actor();
    var refused = asTenant(() -> contracts.end(centre, guian.id(), "企业停产"));
    assertThat(codes(refused)).containsExactly("not_the_handler");
    assertThat(provisions(refused)).containsExactly("GYV-5-1");
    assertThat(asTenant(() -> contracts.possible(centre, guian))).isEmpty();
    assertThat(asTenant(() -> contracts.end(guianBureau().actor(), guian.id(), "企业停产").orThrow()).state()).isEqualTo(ContractState.ENDED);
    Actor cityBureau = official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG").actor();
    assertThat(codes(asTenant(() -> contracts.end(cityBureau, guiyang.id(), "企业停产")))).containsExactly("not_the_handler");
    assertThatThrownBy(() -> asTenant(() -> contracts.end(guianBureau().actor(), guiyang.id(), "x"))).isInstanceOf(NotFoundException.class);
    Actor ofTheOtherFunder = official(Role.CENTRE, "CENTRE", "GUIAN").actor();
    assertThatThrownBy(() -> asTenant(() -> contracts.end(ofTheOtherFunder, guiyang.id(), "x"))).isInstanceOf(NotFoundException.class);
    assertThat(asTenant(() -> contracts.end(centre, guiyang.id(), "企业停产").orThrow()).state()).isEqualTo(ContractState.ENDED);
  }
}
