package org.zhuqi.platform.decisions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

class MeasuresBrowserTests extends SignedInBrowserTest {
  @Autowired Measures measures;
  @Autowired Decisions decisions;

  @Test
  void everybody_reads_each_measure_article_by_article_with_figures_and_readings() {
    for (Page page : new Page[] {desk(), phone()}) {
      String width = page.viewportSize().width > 500 ? "desk" : "phone";
      page.navigate(url("/measures"));
      assertAccessible(page);
      photograph(page, "measures-" + width);
      for (Pack pack : measures.all()) {
        page.navigate(url("/measures/" + pack.code()));
        for (Provision p : pack.provisions()) {
          assertThat(page.locator("[id='" + p.id() + "']").textContent()).as(p.id()).contains(p.text().zh());
          if (p.reading() != null) assertThat(page.locator("[id='" + p.id() + "'] .zq-reading").textContent()).contains(p.reading().zh());
        }
        assertAccessible(page);
        photograph(page, "measure-" + pack.code() + "-" + width);
      }
    }
  }

  @Test
  void the_ceiling_is_shown_with_its_amount_and_unit_in_both_languages() {
    Page page = desk();
    page.navigate(url("/measures/GYV#GYV-7-2"));
    assertThat(page.locator("[id='GYV-7-2']").textContent()).contains("5,000,000.00 元").contains("每个自然年度");
    page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
    page.navigate(url("/measures/GYV"));
    assertThat(page.locator("[id='GYV-7-2']").textContent()).contains("CNY 5,000,000.00").contains("calendar year");
  }

  @Test
  void who_acts_in_what_time_is_shown_with_its_provision() {
    Page page = desk();
    page.navigate(url("/measures/GYI"));
    assertThat(page.locator("[id='GYI-4-2'] .zq-figures").textContent()).contains("5 个工作日", "服务中心（10 个工作日内）", "平台运营单位（5 个工作日内）");
    assertThat(page.locator("[id='GYI-4-3'] .zq-figures").textContent()).contains("（10 个工作日内）");
    assertThat(page.locator("[id='GYI-5-4'] .zq-figures").textContent()).contains("服务中心（10 个工作日内）");
    assertThat(page.locator("[id='GYI-10-1'] .zq-figures").textContent()).contains("不满意、非常不满意", "5 个工作日");
    assertThat(page.locator("[id='GYI-14-1'] .zq-figures").textContent())
        .contains("不得由一人办理", "决定、审核", "决定清退、提出清退", "投诉受理", "监督部门、主管部门（15 个工作日内）");
    assertThat(page.locator("[id='GYI-4-1'] .zq-figures").textContent()).contains("服务中心（15 个工作日内）", "5 个工作日");
  }

  @Test
  void parameters_units_and_codes_are_read_in_words() {
    Page page = desk();
    page.navigate(url("/measures/GYI"));
    assertThat(page.locator("[id='GYI-3-1']").textContent()).contains("专业服务人员（至少）").contains("5 人").doesNotContain("staff");
    assertThat(page.locator("[id='GYI-3-4']").textContent()).contains("第三条第一项");
    assertThat(page.locator("[id='GYI-4-3']").textContent()).contains("暂停复核").doesNotContain("STOP_FOR_REVIEW");
    page.navigate(url("/measures/GYV"));
    assertThat(page.locator("[id='GYV-5-1'] .zq-figures").textContent()).contains("贵阳市中小企业服务中心").doesNotContain("GUIYANG");
    page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
    page.navigate(url("/measures/GYI"));
    assertThat(page.locator("[id='GYI-3-1']").textContent()).contains("Professional staff, at least").contains("5 persons");
  }

  @Test
  void an_official_sees_why_and_has_it_decided_again() {
    UUID id =
        asTenant(
            () ->
                decisions.keep(
                    measures.latest("GYV").orElseThrow().decide("claim.eligibility", "enterprise",
                        Map.of("holder.area", "520100", "holder.legal_person", true, "holder.tax_compliant", false), LocalDate.of(2024, 9, 2)),
                    "claim",
                    Ids.next()));
    String centre = official(Role.CENTRE, "GUIYANG");
    Page page = signedIn(desk(), centre, "/decisions?q=claim");
    assertAccessible(page);
    photograph(page, "decisions-desk");
    page.navigate(url("/decisions/" + id));
    assertThat(page.locator(".zq-why").textContent()).contains("第六条").contains("注册地").doesNotContain("holder.area");
    page.locator("a[href*='replay=true']").click();
    assertThat(page.locator("main").textContent()).contains("一致");
    assertAccessible(page);
    photograph(page, "decision-desk");
    page.navigate(url("/measures/readings"));
    assertAccessible(page);
    photograph(page, "readings-desk");
    Page phone = signedIn(phone(), centre, "/decisions/" + id);
    assertAccessible(phone);
    photograph(phone, "decision-phone");
  }
}
