package org.zhuqi.platform.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.catalogue.TradeFixtures;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** The certificate behind an item, and the centre's take-out, at both widths. */
class ItemPagesBrowserTests extends SignedInBrowserTest {
  @Autowired TradeFixtures trade;
  @Autowired Contracts contracts;
  @Autowired Clock clock;

  private UUID qualified(Actor institution, int days) {
    return asTenant(() -> trade.qualified(institution, LocalDate.now(clock).plusDays(days)));
  }

  private String width(Page page) {
    return page.viewportSize().width > 500 ? "desk" : "phone";
  }

  private void submits(Page page, String path, String reason) {
    var form = page.locator("form[action$='" + path + "']");
    form.locator("input[name=reason]").fill(reason);
    form.locator("button[type=submit]").click();
  }

  @Test
  void GYI_8_1_the_centre_looks_at_the_certificate_takes_the_item_out_and_lets_it_back() {
    for (Page page : new Page[] {desk(), phone()}) {
      UUID item = qualified(asTenant(trade::institution), 90);
      signedIn(page, official(Role.CENTRE, "GUIYANG"), "/items/" + item);
      assertThat(page.locator(".zq-papers a[download]").getAttribute("href")).startsWith("/documents/");
      photograph(page, "item-centre-" + width(page));
      assertAccessible(page);
      submits(page, "/deactivate", "收费标准与公示不符");
      page.locator("[data-dialog-yes]").click();
      page.locator(".zq-refusals").waitFor();
      assertThat(page.locator("main").textContent()).contains("已由服务中心下架", "收费标准与公示不符");
      photograph(page, "item-taken-out-" + width(page));
      assertAccessible(page);
      submits(page, "/let-back", "已改正");
      page.locator("form[action$='/deactivate']").waitFor();
      assertThat(page.locator("main").textContent()).contains("已停用");
    }
  }

  @Test
  void GYI_8_1_an_enterprise_looks_at_the_certificate_before_it_contracts_and_is_warned_when_it_ends_too_soon() {
    for (Page page : new Page[] {desk(), phone()}) {
      Actor enterprise = asTenant(trade::enterprise);
      String login = "browser-certificate" + System.nanoTime();
      asTenant(() -> accounts.open(Actor.SYSTEM, OpenAccount.ofParty(login, "李静", enterprise.partyOrThrow(), Set.of(Role.ENTERPRISE)).withPassword(PASSWORD)).orThrow());
      UUID item = qualified(asTenant(trade::institution), 20);
      signedIn(page, login, "/services/" + item);
      assertThat(page.locator(".zq-papers a[download]").count()).isEqualTo(1);
      photograph(page, "service-certificate-" + width(page));
      assertAccessible(page);
      UUID contract = asTenant(() -> contracts.draft(enterprise, trade.terms(item, LocalDate.now(clock))).orThrow());
      page.navigate(url("/contracts/" + contract));
      assertThat(page.locator("main").textContent()).contains("早于服务期限的截止日", "GYI-8-1");
      photograph(page, "contract-warned-" + width(page));
      assertAccessible(page);
    }
    Page visitor = desk();
    UUID item = qualified(asTenant(trade::institution), 20);
    visitor.navigate(url("/services/" + item));
    assertThat(visitor.locator("main").textContent()).contains("服务内容");
    assertThat(visitor.locator(".zq-papers").count()).isZero();
  }
}
