package org.zhuqi.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.audit.AuditChecks;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

class AuditBrowserTests extends SignedInBrowserTest {
  @Autowired AuditTrail audit;
  @Autowired AuditChain chain;
  @Autowired AuditChecks checks;

  @Test
  void the_auditor_filters_opens_exports_and_verifies_the_trail() throws Exception {
    UUID thing = Ids.next();
    for (String step : new String[] {"登记", "审核", "公示"}) {
      asTenant(() -> { audit.record(Actor.SYSTEM, "browser.step", "thing", thing, "GYV-7-2", step + "完成", Map.of("amountFen", 12000L)); return 0; });
    }
    asTenant(() -> { chain.sealAll(); return 0; });
    String auditor = official(Role.AUDITOR);
    Page page = signedIn(desk(), auditor, "/audit");
    assertAccessible(page);
    photograph(page, "audit-desk");
    page.navigate(url("/audit?q=" + thing));
    assertThat(page.locator("tbody tr").count()).isEqualTo(3);
    Download xlsx = page.waitForDownload(() -> page.getByText("导出 XLSX").click());
    assertThat(Files.size(xlsx.path())).isGreaterThan(2000);
    page.locator(".zq-stretch").first().click();
    page.waitForURL(u -> !u.contains("?q="));
    assertThat(page.locator("main").textContent()).contains("12000").contains("登记完成").contains("第");
    assertAccessible(page);
    photograph(page, "audit-record");

    page.navigate(url("/audit/chain"));
    Download anchor = page.waitForDownload(() -> page.locator("a[href='/audit/anchor.json']").click());
    page.locator("textarea[name=anchor]").fill(Files.readString(anchor.path()));
    page.getByText("现在校验").click();
    assertThat(page.locator("#checks").textContent()).contains("正在校验");
    photograph(page, "audit-chain-running");
    asTenant(() -> { checks.carryOut(); return 0; });
    page.locator("#checks >> text=条记录完好").first().waitFor();
    assertThat(page.locator("#checks").textContent()).contains("已与锚点核对");
    assertAccessible(page);
    photograph(page, "audit-chain");
    page.locator("textarea[name=anchor]").fill("not an anchor");
    page.getByText("现在校验").click();
    assertThat(page.locator(".zq-refusals").textContent()).contains("锚点的内容无法识别");
    Page phone = signedIn(phone(), auditor, "/audit");
    assertAccessible(phone);
    photograph(phone, "audit-phone");
    phone.navigate(url("/audit/chain"));
    assertAccessible(phone);
    photograph(phone, "audit-chain-phone");
  }
}
