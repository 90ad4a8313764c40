package org.zhuqi.platform.inspections.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.shared.Ids;

/** What an inspected side sees, at both widths. */
class HandInBrowserTests extends SignedInBrowserTest {

  /** Under inspection by somebody. */
  private UUID inspected(UUID provider) {
    UUID id = Ids.next();
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    insert into inspection (inspection_id, number, cause, measure, version, provision, funder, contract_id, public_id, title,
                      provider_id, provider_name, client_id, client_name, inspector, inspector_name, state, opened_at)
                    values (:id, :number, '收到举报', 'GYV', '2023-draft', 'GYV-12-2', 'GUIYANG', :other, 'BA-1', '检测服务合同', :provider, '测试检验',
                      :other, '测试机械', :other, '甲', 'ASSIGNED', now())""")
                .param("id", id)
                .param("number", "JC-" + id)
                .param("other", Ids.next())
                .param("provider", provider)
                .update());
    return id;
  }

  @Test
  void GYV_12_2_an_inspected_institution_finds_the_inspection_on_its_desk_and_a_form_for_its_papers() {
    String login = institution();
    UUID id = inspected(actor(login).partyOrThrow());
    for (Page page : new Page[] {desk(), phone()}) {
      int width = page.viewportSize().width;
      signedIn(page, login, "/desk");
      assertThat(page.locator("main a[href='/inspections/" + id + "/hand-in']").count()).isPositive();
      page.navigate(url("/inspections/hand-in"));
      assertThat(page.locator("h1").textContent()).isEqualTo("配合检查");
      photograph(page, "inspected-" + width);
      assertAccessible(page);
      page.navigate(url("/inspections/" + id + "/hand-in"));
      page.locator("main form button[type=submit]:has-text('提交检查人员')").click();
      page.locator(".zq-refusals").waitFor();
      assertThat(page.locator(".zq-refusals").textContent()).contains("请选择或上传要提交的材料");
      photograph(page, "hand-in-" + width);
      assertAccessible(page);
    }
  }
}
