package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuqi.platform.Visitor;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** What the finance body of an area sees of its budget, always as the ledger has it, and that it changes none of it. */
class FinanceViewTests extends VoucherWorld {
  private static final String PASSWORD = "Correct-Horse-7";
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  private Visitor signedIn(Role role, String agency, String funder) {
    String login = "view" + System.nanoTime();
    OpenAccount open = OpenAccount.official(login, "财政经办", role, agency, Set.of(funder)).withPassword(PASSWORD);
    asTenant(() -> accounts.open(Actor.SYSTEM, open).orThrow());
    Visitor visitor = new Visitor(port);
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  @Test
  void GYV_4_2_finance_sees_budget_issue_lock_payout_and_recovery_of_its_area_as_the_ledger_has_them() {
    UUID line = line("76543.21");
    UUID batch = batch(bureau, line, "5432.10", guide().build());
    assertThat(claim(holder(), batch, "1234.56").isGranted()).isTrue();
    UUID elsewhere = line(guianBureau, guianFinance, "1000");
    int year = asTenant(() -> budgets.lines(finance)).stream().filter(l -> l.line().id().equals(line)).findFirst().orElseThrow().line().year();

    Visitor official = signedIn(Role.FINANCE, "GUIYANG_FINANCE", GUIYANG);
    String list = official.get("/budgets?size=100&sort=year").body();
    assertThat(list).contains("/budgets/" + line, "76,543.21", "75,308.65", "1,234.56", "GYV-4-2").doesNotContain("/budgets/" + elsewhere);
    assertThat(official.get("/budgets?export=xlsx").headers().firstValue("Content-Type").orElse("")).contains("spreadsheet");
    assertThat(official.get("/budgets/" + line).body()).contains("76,543.21");
    assertThat(official.get("/ledger/" + line).body()).contains("76,543.21", "75,308.65");
    assertThat(official.get("/dashboard?year=" + year).body()).contains("75,308.65");
    assertThat(official.get("/batches?q=" + inTransaction(() -> batches.get(batch)).number()).body()).contains("5,432.10", "4,197.54");
    assertThat(official.get("/budgets/" + elsewhere).statusCode()).isEqualTo(404);
  }

  @Test
  void GYV_4_2_finance_only_confirms_or_returns_and_changes_nothing_of_its_own() {
    UUID line = line("1000");
    UUID batch = batch(bureau, line, "500", guide().build());
    Visitor official = signedIn(Role.FINANCE, "GUIYANG_FINANCE", GUIYANG);
    assertThat(official.get("/budgets").body()).doesNotContain("提交财政部门确认");
    assertThat(official.get("/batches/new").statusCode()).isEqualTo(403);
    assertThat(official.post("/budgets", "measure", "GYV", "funder", GUIYANG, "year", "2030", "amount", "1", "reason", "x").statusCode()).isEqualTo(403);
    assertThat(official.post("/batches/" + batch + "/close", "reason", "x").statusCode()).isEqualTo(403);
    assertThat(inTransaction(() -> ledger.position(line)).budget()).isEqualTo(yuan("1000"));
  }
}
