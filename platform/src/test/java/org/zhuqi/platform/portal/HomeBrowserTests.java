package org.zhuqi.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.BrowserTest;

class HomeBrowserTests extends BrowserTest {

  @Test
  void the_home_page_is_for_everybody_at_every_width_and_in_the_dark() {
    for (Page page : new Page[] {desk(), phone(), open(320, 640, ColorScheme.DARK), open(1280, 900, ColorScheme.DARK)}) {
      page.navigate(url("/"));
      assertThat(page.title()).contains("助企");
      assertAccessible(page);
      photograph(page, "home-" + page.viewportSize().width + "-" + page.evaluate("document.documentElement.dataset.bsTheme"));
    }
  }

  @Test
  void the_measures_in_force_are_named_and_lead_to_their_articles() {
    Page page = desk();
    page.navigate(url("/"));
    page.locator(".zq-entries a[href^='/measures/']").first().click();
    assertThat(page.url()).contains("/measures/");
    assertThat(page.locator("h1").textContent()).isNotBlank();
  }

  @Test
  void the_language_is_switched_and_remembered() {
    Page page = desk();
    page.navigate(url("/"));
    page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator("h1").textContent()).contains("Find services");
    page.navigate(url("/"));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    page.navigate(url("/language/zh?back=//elsewhere.example"));
    assertThat(page.url()).isEqualTo(url("/"));
  }

  @Test
  void the_keyboard_reaches_the_content_first() {
    Page page = desk();
    page.navigate(url("/"));
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("zq-skip");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  @Test
  void the_navigation_opens_on_a_phone() {
    Page page = phone();
    page.navigate(url("/"));
    assertThat(page.locator("#nav").isVisible()).isFalse();
    page.locator("[data-menu]").click();
    assertThat(page.locator("#nav").isVisible()).isTrue();
    assertThat(page.locator("[data-menu]").getAttribute("aria-expanded")).isEqualTo("true");
  }
}
