package org.zhuqi.platform.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.documents.RealFiles;

class PapersBrowserTests extends SignedInBrowserTest {

  @Test
  void a_party_uploads_a_paper_once_looks_at_it_and_is_told_why_a_disguised_one_is_not_taken() {
    String login = institution();
    Page page = signedIn(desk(), login, "/papers");
    upload(page, "社保证明.pdf", "application/pdf", RealFiles.pdf("Insurance proof"));
    assertThat(page.locator(".zq-said").textContent()).contains("已存入");
    assertThat(page.locator(".zq-list").textContent()).contains("社保证明.pdf").contains("2024-11-20");
    upload(page, "名单.xlsx", "application/octet-stream", RealFiles.xlsx());
    upload(page, "照片.png", "image/png", RealFiles.png(320, 200));
    assertAccessible(page);
    photograph(page, "papers-desk");

    upload(page, "发票.pdf", "application/pdf", "MZ\u0090\u0000 this program cannot be run in DOS mode".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(page.locator(".zq-refusals").textContent()).contains("内容却不是");
    assertAccessible(page);
    photograph(page, "papers-refused");

    page.navigate(url("/papers?q=社保"));
    page.locator(".zq-stretch").first().click();
    page.waitForURL(u -> u.contains("/documents/"));
    assertThat(page.locator("main").textContent()).contains("SHA-256");
    photograph(page, "document-pdf");
    page.navigate(url("/papers?q=名单"));
    page.locator(".zq-stretch").first().click();
    page.waitForURL(u -> u.contains("/documents/"));
    assertThat(frame(page).locator("table").textContent()).contains("职工 0").contains("职工 199");
    assertAccessible(page);
    photograph(page, "document-xlsx");
    page.navigate(url("/papers?q=照片"));
    page.locator(".zq-stretch").first().click();
    page.waitForURL(u -> u.contains("/documents/"));
    assertThat((Number) frame(page).evaluate("() => document.images[0].naturalWidth")).isEqualTo(320);

    Page phone = signedIn(phone(), login, "/papers");
    assertAccessible(phone);
    photograph(phone, "papers-phone");
  }

  @Test
  void in_a_form_a_paper_is_uploaded_on_the_spot_and_chosen_from_the_vault_the_next_time() {
    String login = institution();
    Page page = signedIn(desk(), login, "/items/new");
    page.locator("input[name='file.qualification']").setInputFiles(new FilePayload("证书.pdf", "application/pdf", RealFiles.pdf("Certificate")));
    page.locator("input[name=qualification]:checked").waitFor();
    assertThat(page.locator(".zq-choose-paper").textContent()).contains("证书.pdf");
    photograph(page, "choose-paper");
    page.locator("input[name='file.qualification']").setInputFiles(new FilePayload("工具.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}));
    page.locator(".zq-choose-paper .zq-error").waitFor();
    assertThat(page.locator("input[name=qualification]:checked").count()).as("the choice made before stays").isEqualTo(1);
    page.navigate(url("/items/new"));
    page.locator("input[name=qualification]").waitFor();
    assertThat(page.locator(".zq-choose-paper").textContent()).contains("证书.pdf");
    assertThat(page.locator("input[name=qualification]:checked").count()).isZero();
  }

  private void upload(Page page, String name, String type, byte[] content) {
    page.navigate(url("/papers"));
    page.locator("select#f-material").selectOption("social_insurance");
    page.locator("input[name=issued]").fill("2024-08-20");
    page.locator("input[name=file]").setInputFiles(new FilePayload(name, type, content));
    page.locator("#upload button[type=submit]").click();
    page.waitForLoadState();
    page.locator(".zq-said, .zq-refusals").waitFor();
  }

  private static Frame frame(Page page) {
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    return page.frames().getLast();
  }
}
