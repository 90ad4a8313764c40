package org.zhuqi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.BrowserTest;

class GalleryBrowserTests extends BrowserTest {

  @Test
  void every_part_of_the_kit_can_be_used_by_everybody() {
    for (Page page : new Page[] {desk(), phone(), open(1280, 900, ColorScheme.DARK)}) {
      page.navigate(url("/demo/kit"));
      page.waitForSelector("[data-chart] svg");
      assertAccessible(page);
      photograph(page, "kit-" + page.viewportSize().width + "-" + page.evaluate("document.documentElement.dataset.bsTheme"));
    }
  }

  @Test
  void a_form_that_is_refused_says_why_and_keeps_what_was_typed() {
    Page page = desk();
    page.navigate(url("/demo/kit"));
    page.fill("#f-name", "花溪精工有限公司");
    page.fill("#f-amount", "12.345");
    page.fill("#f-reason", "急用");
    page.locator("main .zq-form button[type=submit]").click();
    assertThat(page.locator("dialog[open]").textContent()).contains("提交后不能撤回。");
    page.locator("[data-dialog-yes]").click();
    page.waitForSelector(".zq-refusals");
    assertThat(page.locator(".zq-refusals li").count()).isEqualTo(4);
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("zq-refusals");
    assertThat(page.inputValue("#f-name")).isEqualTo("花溪精工有限公司");
    assertThat(page.inputValue("#f-reason")).isEqualTo("急用");
    assertThat(page.locator("#f-amount").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#e-amount").textContent()).contains("最多两位小数");
    assertAccessible(page);
    photograph(page, "kit-refused");
    page.locator(".zq-refusals a[data-to-field=amount]").click();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-amount");
  }

  @Test
  void what_was_typed_survives_leaving_the_page() {
    Page page = desk();
    page.navigate(url("/demo/kit"));
    page.fill("#f-reason", "写了一半");
    page.navigate(url("/"));
    page.navigate(url("/demo/kit"));
    assertThat(page.inputValue("#f-reason")).isEmpty();
    page.getByText("填回来").click();
    assertThat(page.inputValue("#f-reason")).isEqualTo("写了一半");
  }

  @Test
  void choosing_rows_shows_what_can_be_done_with_them() {
    Page page = desk();
    page.navigate(url("/demo/kit?state=OPEN&size=5"));
    assertThat(page.locator("[data-bulk-bar]").isVisible()).isFalse();
    page.locator("[data-choose-all]").check();
    assertThat(page.locator("[data-bulk-count]").textContent()).isEqualTo("已选 5 条");
    page.locator("tbody tr").first().click();
    assertThat(page.url()).contains("open=");
  }
}
