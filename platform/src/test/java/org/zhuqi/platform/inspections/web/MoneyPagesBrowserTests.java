package org.zhuqi.platform.inspections.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.shared.Role;

/** Every page of redemption, payouts and inspections that needs nothing of anybody else's, at both widths. */
class MoneyPagesBrowserTests extends SignedInBrowserTest {

  @ParameterizedTest
  @CsvSource({"/draws,抽查公告", "/results,兑付结果"})
  void GYV_13_1_the_public_sees_draws_and_results_without_signing_in(String path, String title) {
    for (Page page : new Page[] {desk(), phone()}) {
      page.navigate(url(path));
      assertThat(page.locator("h1").textContent()).isEqualTo(title);
      assertAccessible(page);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FINANCE,/payouts,拨付款项", "FINANCE,/payouts/files,付款文件", "FINANCE,/payouts/return,读取回盘文件",
    "FINANCE,/payouts/reconciliation,对账", "FINANCE,/redemptions,兑现申请", "BUREAU,/redemptions/publish,拟兑现名单公示",
    "BUREAU,/draws,抽查公告", "BUREAU,/inspections,监督检查", "BUREAU,/findings,检查处理", "BUREAU,/inspections/new,因事由立案检查", "BUREAU,/red-letter,登记红字发票",
    "AUDITOR,/oversight,审计总览", "AUDITOR,/payouts/files,付款文件", "AUDITOR,/findings,检查处理"
  })
  void every_desk_finds_its_page_at_both_widths(Role role, String path, String title) {
    String login = official(role, "GUIYANG");
    for (Page page : new Page[] {desk(), phone()}) {
      signedIn(page, login, path);
      assertThat(page.locator("h1").textContent()).isEqualTo(title);
      assertAccessible(page);
    }
  }

  @Test
  void GYV_11_3_a_return_file_of_unknown_lines_names_each_row_on_the_page() {
    Page page = signedIn(desk(), official(Role.FINANCE, "GUIYANG"), "/payouts/return");
    String csv = "明细编号,金额（元）,结果,日期,银行流水号,原因\nX-1,1.00,成功,2024-01-02,A,\nX-2,2.00,成功,2024-01-02,B,\n";
    page.locator("input[type=file]").setInputFiles(new FilePayload("回盘.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button[type=submit]").first().click();
    page.locator(".zq-refusals").waitFor();
    assertThat(page.locator(".zq-refusals").textContent()).contains("第 2 行（X-1）").contains("第 3 行（X-2）").contains("没有这一明细编号");
    assertAccessible(page);
  }

  @Test
  void GYV_12_1_a_contract_that_nobody_knows_is_named_at_its_field_and_the_cause_is_kept() {
    Page page = signedIn(desk(), official(Role.BUREAU, "GUIYANG"), "/inspections/new?contract=HT-0");
    page.locator("[name=cause]").fill("收到举报");
    page.locator("main form button[type=submit]").first().click();
    page.locator(".zq-refusals").waitFor();
    assertThat(page.locator(".zq-refusals").textContent()).contains("没有编号或备案号为“HT-0”的合同");
    assertThat(page.locator("[name=contract]").inputValue()).isEqualTo("HT-0");
    assertThat(page.locator("[name=cause]").inputValue()).isEqualTo("收到举报");
  }

  @Test
  void GYV_13_1_an_auditor_is_offered_nothing_to_change() {
    Page page = signedIn(desk(), official(Role.AUDITOR, "GUIYANG"), "/oversight");
    for (String path : new String[] {"/oversight", "/payouts", "/payouts/files", "/redemptions", "/inspections", "/findings", "/draws"}) {
      page.navigate(url(path));
      assertThat(page.locator("main form[method=post]").count()).as(path).isZero();
    }
  }
}
