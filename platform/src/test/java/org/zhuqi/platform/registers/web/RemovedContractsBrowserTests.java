package org.zhuqi.platform.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

/** What an enterprise sees when the institution of a running contract was removed, at both widths. */
class RemovedContractsBrowserTests extends SignedInBrowserTest {
  private final String login = "browser-holder" + System.nanoTime();
  private UUID client;

  @BeforeEach
  void enterprise() {
    client = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.anEnterprise()).orThrow());
    asTenant(
        () ->
            accounts
                .open(Actor.SYSTEM, OpenAccount.ofParty(login, "李静", client, Set.of(Role.ENTERPRISE)).withPassword("Correct-Horse-7"))
                .orThrow());
  }

  /** A removal that was decided, with two contracts that run. */
  private void removed() {
    UUID party = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.anInstitution()).orThrow());
    UUID entry = Ids.next();
    UUID removal = Ids.next();
    inTransaction(
        () -> {
          jdbc.sql(
                  """
                  insert into register_entry (id, number, measure, version, register, party, credit_code, name, party_class, area,
                      state, since, ended_on)
                  values (:id, :number, 'GYI', '2023-draft', 'admission', :party, '91520102MA0000000X', '测试检验有限公司', 'company',
                      '520115', 'REMOVED', '2024-01-02', '2024-09-02')""")
              .param("id", entry)
              .param("number", "ML-" + entry)
              .param("party", party)
              .update();
          jdbc.sql(
                  """
                  insert into register_removal (id, number, entry_id, measure, party, credit_code, ground, ground_zh, ground_en,
                      ground_by, sanctioned_by, facts, state, proposed_at, proposed_by, proposer_name, hear_until, decider, carrier,
                      waived, decided_at, decided_on, decided_by, decider_name, grounds)
                  values (:id, :number, :entry, 'GYI', :party, '91520102MA0000000X', 'fraud', '以欺诈手段损害他人利益', 'fraud',
                      'GYI-4-1', 'GYI-4-2', '虚构', 'DECIDED', now(), :one, '甲', '2024-09-02', 'centre', 'admin', true, now(),
                      '2024-09-02', :other, '乙', '事实清楚')""")
              .param("id", removal)
              .param("number", "QT-" + removal)
              .param("entry", entry)
              .param("party", party)
              .param("one", Ids.next())
              .param("other", Ids.next())
              .update();
          for (String number : new String[] {"HT-2024-000001", "HT-2024-000002"}) {
            jdbc.sql(
                    """
                    insert into register_removal_contract (removal_id, contract_id, number, title, client, choose_by, provision, asked_at)
                    values (:removal, :contract, :number, '检测服务合同', :client, '2024-09-18', 'GYI-4-3', now())""")
                .param("removal", removal)
                .param("contract", Ids.next())
                .param("number", number)
                .param("client", client)
                .update();
          }
          return removal;
        });
  }

  @Test
  void GYI_4_3_the_enterprise_finds_the_contract_on_its_desk_and_is_asked_to_choose_with_a_reason() {
    removed();
    for (Page page : new Page[] {desk(), phone()}) {
      String width = page.viewportSize().width > 500 ? "desk" : "phone";
      signedIn(page, login, "/desk");
      assertThat(page.locator("main").textContent()).contains("机构已清退，请选择").contains("09-18");
      page.locator("main a[href='/registers/removals/contracts']").first().click();
      page.waitForURL(u -> u.endsWith("/registers/removals/contracts"));
      assertThat(page.locator("main").textContent()).contains("HT-2024-000001").contains("测试检验有限公司").contains("GYI-4-3");
      page.locator("main form button[type=submit]").first().click();
      page.locator("[data-dialog-yes]").click();
      page.locator(".zq-refusals").waitFor();
      photograph(page, "removed-contracts-" + width);
      assertAccessible(page);
      page.navigate(url("/measures/GYI"));
      assertThat(page.locator("[id='GYI-4-3']").textContent()).contains("（10 个工作日内）").contains("期限仅作提示");
      assertThat(page.locator("[id='GYI-4-2']").textContent()).contains("5 个工作日", "服务中心（10 个工作日内）", "平台运营单位（5 个工作日内）");
      photograph(page, "measure-times-" + width);
      assertAccessible(page);
    }
  }

  @Test
  void without_such_a_contract_the_page_says_what_would_be_listed() {
    Page page = signedIn(desk(), login, "/registers/removals/contracts");
    assertThat(page.locator("main").textContent()).contains("没有需要您选择的合同");
    assertAccessible(page);
  }
}
