package org.zhuqi.platform.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.DayTurn;

class AdminTimeBrowserTests extends SignedInBrowserTest {
  @Autowired DayTurn days;

  @Test
  void the_administrator_loads_a_year_after_its_errors_were_named_line_by_line() {
    String admin = official(Role.ADMIN);
    Page page = signedIn(desk(), admin, "/admin/calendars");
    assertThat(page.locator("tbody").textContent()).contains("2026").contains("248");
    page.locator("textarea[name=yaml]").fill("year: 2033\nsource: {zh: 通知, en: Notice}\ndaysOff: [2033-02-31]\nworkdays: []\n");
    page.getByText("检查并载入").click();
    assertThat(page.locator(".zq-refusals").textContent()).contains("第 3 行");
    photograph(page, "calendars-refused");
    page.locator("textarea[name=yaml]").fill("year: 2033\nsource: {zh: 二〇三三年通知, en: Notice of 2033}\ndaysOff: [2033-01-01..2033-01-03]\nworkdays: [2033-01-08]\n");
    page.getByText("检查并载入").click();
    page.locator(".zq-said").waitFor();
    page.reload();
    assertThat(page.locator("tbody").textContent()).contains("二〇三三年通知");
    assertAccessible(page);
    photograph(page, "calendars-desk");
    asTenant(() -> days.run());
    page.navigate(url("/admin/works"));
    assertThat(page.locator("main").textContent()).contains("已完成到");
    assertAccessible(page);
    photograph(page, "works-desk");
    Page phone = signedIn(phone(), admin, "/admin/calendars");
    assertAccessible(phone);
    photograph(phone, "calendars-phone");
  }

  @Test
  void without_the_demo_there_is_no_page_that_moves_the_clock() {
    Response answer = desk().navigate(url("/demo/clock"));
    assertThat(answer.status()).isEqualTo(404);
  }
}
