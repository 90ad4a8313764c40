package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Guide;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** A batch's public pages and the officials' lists, at both widths. */
class VoucherPagesBrowserTests extends VoucherWorld {
  private static final String PASSWORD = "Correct-Horse-7";
  @Autowired BatchesDue due;
  @Autowired Accounts accounts;

  @Test
  void GYV_9_1_anybody_reads_the_guide_and_the_draw_of_a_batch() {
    UUID batch = batch("2000", g -> g.claimOrder(Guide.ClaimOrder.DRAW));
    for (int i = 0; i < 4; i++) claim(holder(), batch, "1000");
    asTenant(() -> batches.close(bureau, batch, "测试提前截止")).orThrow();
    inTransaction(() -> { due.run(LocalDate.now(clock)); return null; });
    for (Page page : List.of(desk(), phone())) {
      page.navigate(url("/totals/" + batch));
      assertThat(page.locator("#main").textContent()).contains("发放指南", "承诺值");
      look(page, "batch-public");
      page.locator("#main a:has-text('抽签结果和复算方法')").click();
      assertThat(page.locator("#main").textContent()).contains("自己复算", "已发放", "未发放");
      look(page, "batch-draw");
    }
  }

  @Test
  void GYV_4_2_finance_filters_budgets_and_batches() {
    UUID line = line("76543.21");
    batch(bureau, line, "5432.10", guide().build());
    String login = "look" + System.nanoTime();
    OpenAccount open = OpenAccount.official(login, "财政经办", Role.FINANCE, "GUIYANG_FINANCE", Set.of(GUIYANG)).withPassword(PASSWORD);
    asTenant(() -> accounts.open(Actor.SYSTEM, open).orThrow());
    for (Page page : List.of(desk(), phone())) {
      page.navigate(url("/sign-in"));
      page.locator("input[name=login]").fill(login);
      page.locator("input[name=password]").fill(PASSWORD);
      page.locator("main form button[type=submit]").first().click();
      page.waitForURL(u -> !u.contains("/sign-in"));
      page.navigate(url("/budgets?state=CONFIRMED"));
      look(page, "budgets");
      page.navigate(url("/batches?state=OPEN"));
      look(page, "batches");
    }
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    photograph(page, name + "-" + page.viewportSize().width);
  }
}
