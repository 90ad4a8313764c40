package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Who may see where the money is: anybody the totals, an auditor everything. */
class PublicFiguresTests extends VoucherWorld {
  private static final String PASSWORD = "Correct-Horse-7";
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void GYV_13_1_anybody_sees_the_totals_of_each_batch_and_why_they_are_public() {
    UUID batch = batch("12345");
    assertThat(claim(holder(), batch, "2345").isGranted()).isTrue();
    String page = new Visitor(port).get("/totals").body();
    assertThat(page).contains("12,345.00", "2,345.00", "GYV-13-1");
  }

  @Test
  void GYV_4_1_anybody_reads_the_guide_of_a_released_batch_and_nobody_outside_a_draft() {
    UUID released = batch("12345", g -> g.sharePercent(37).redemptionWindowDays(71));
    Visitor anybody = new Visitor(port);
    assertThat(anybody.get("/totals").body()).contains("/totals/" + released);
    assertThat(anybody.get("/totals/" + released).body()).contains("37%", "71 天内", "GYV-4-1");
    assertThat(anybody.get("/api/v1/totals/" + released).body()).contains("\"sharePercent\":37");
    PlanBatch plan =
        new PlanBatch(
            line("1000"), new Text("草稿", "Draft"), yuan("1000"), guide().build(), LocalDateTime.now(clock), LocalDateTime.now(clock).plusDays(1), null, null);
    UUID draft = asTenant(() -> batches.plan(bureau, plan).orThrow());
    assertThat(anybody.get("/totals/" + draft).statusCode()).isEqualTo(404);
  }

  @Test
  void GYV_13_1_an_auditor_reads_budget_ledger_and_trail_and_cannot_plan_a_budget() {
    String login = "auditor" + System.nanoTime();
    OpenAccount open = OpenAccount.official(login, "审计", Role.AUDITOR, "SUPERVISION", Set.of()).withPassword(PASSWORD);
    asTenant(() -> accounts.open(Actor.SYSTEM, open).orThrow());
    Visitor auditor = new Visitor(port);
    auditor.signIn(login, PASSWORD);
    for (String path : new String[] {"/dashboard", "/ledger", "/audit", "/audit/chain"}) {
      assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(new Visitor(port).get(path).statusCode()).as("a visitor at " + path).isNotEqualTo(200);
    }
    assertThat(auditor.post("/budgets", "amount", "1").statusCode()).isEqualTo(403);
  }
}
