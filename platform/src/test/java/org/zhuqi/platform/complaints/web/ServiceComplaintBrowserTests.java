package org.zhuqi.platform.complaints.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.complaints.FileServiceComplaint;
import org.zhuqi.platform.complaints.ServiceComplaints;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;

/** Complaints about services as each side and the centre see them, at both widths. */
class ServiceComplaintBrowserTests extends SignedInBrowserTest {
  @Autowired ServiceComplaints complaints;
  private final String enterprise = "complainer" + System.nanoTime();
  private String institution;
  private String creditCode;

  @BeforeEach
  void sides() {
    asTenant(
        () -> {
          UUID party = parties.register(Actor.SYSTEM, PartyFixtures.anEnterprise()).orThrow();
          return accounts.open(Actor.SYSTEM, OpenAccount.ofParty(enterprise, "李静", party, Set.of(Role.ENTERPRISE)).withPassword(PASSWORD)).orThrow();
        });
    institution = institution();
    creditCode = asTenant(() -> parties.get(actor(institution).partyOrThrow()).creditCode().value());
  }

  @Test
  void GYI_4_1_an_enterprise_files_a_complaint_and_everybody_concerned_reads_it() {
    Page page = signedIn(desk(), enterprise, "/service-complaints/new?institution=" + actor(institution).party());
    assertThat(page.locator("[name=institution]").inputValue()).isEqualTo(creditCode);
    page.locator("[name=cites]").selectOption("GYI-4-1/complaints");
    page.locator("[name=words]").fill("多次拖延交付，报告质量低劣，要求重做。");
    photograph(page, "service-complaint-form-desk");
    assertAccessible(page);
    page.locator("main form button[type=submit]:has-text('提交投诉')").click();
    page.waitForURL(u -> !u.contains("/new"));
    assertThat(page.locator("main").textContent()).contains("服务质量受投诉", "尚未陈述", "待答复");
    String at = page.url();
    for (String who : List.of(institution, official(Role.CENTRE, "GUIYANG"))) {
      for (Page each : new Page[] {desk(), phone()}) {
        signedIn(each, who, at.replaceFirst("^https?://[^/]*", ""));
        assertThat(each.locator("main").textContent()).contains("多次拖延交付");
        photograph(each, "service-complaint-" + (who.equals(institution) ? "institution-" : "centre-") + each.viewportSize().width);
        assertAccessible(each);
      }
    }
  }

  @Test
  void form_and_list_serve_a_phone() {
    asTenant(() -> complaints.file(actor(enterprise), new FileServiceComplaint(creditCode, "GYV-1-1", "收费高而服务未见成效。", List.of())).orThrow());
    for (String path : List.of("/service-complaints/new", "/service-complaints", "/complaints")) {
      Page page = signedIn(phone(), enterprise, path);
      photograph(page, "complaints" + path.replace('/', '-') + "-phone");
      assertAccessible(page);
    }
  }
}
