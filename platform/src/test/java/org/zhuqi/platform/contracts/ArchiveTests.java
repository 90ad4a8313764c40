package org.zhuqi.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.redemption.Redemption;
import org.zhuqi.platform.redemption.RedemptionWorld;
import org.zhuqi.platform.shared.Actor;

/** The service archive: per enterprise, from contract to result. */
class ArchiveTests extends RedemptionWorld {
  @LocalServerPort int port;
  @Autowired AuditTrail audit;

  private Visitor signedIn(Actor party) {
    String login = "archive" + System.nanoTime();
    OpenAccount open = OpenAccount.ofParty(login, "档案员", party.partyOrThrow(), Set.of(party.role())).withPassword(PASSWORD);
    asTenant(() -> accounts.open(Actor.SYSTEM, open).orThrow());
    Visitor visitor = new Visitor(port);
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  @Test
  void GYI_9_1_the_institution_has_an_archive_per_enterprise_from_contract_to_result() {
    Contract c = filed();
    Redemption done = complete(c);
    UUID party = institution.partyOrThrow();
    Contract kept = asTenant(() -> contracts.get(c.id()));
    Visitor visitor = signedIn(institution);
    String page = visitor.get("/archive").body();
    assertThat(page).contains("GYI-9-1", kept.number(), kept.clientName(), String.valueOf(kept.completedOn()));
    assertThat(visitor.get("/archive?export=xlsx").statusCode()).isEqualTo(200);
    assertThat(asTenant(() -> audit.of(party)))
        .anyMatch(r -> r.act().equals("archive.exported") && "GYI-9-1".equals(r.provision()));
    assertThat(done.contract()).isEqualTo(c.id());
  }

  @Test
  void GYI_9_1_an_enterprise_sees_its_own_archive_and_nobody_elses() {
    Contract c = filed();
    assertThat(signedIn(enterprise).get("/archive").body()).contains(c.number());
    assertThat(signedIn(anEnterprise()).get("/archive").body()).doesNotContain(c.number());
    assertThat(signedIn(enterprise).get("/archive?party=" + anInstitution().partyOrThrow()).body()).contains(c.number());
  }
}
