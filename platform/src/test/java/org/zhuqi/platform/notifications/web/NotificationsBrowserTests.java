package org.zhuqi.platform.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.SignedInBrowserTest;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;

class NotificationsBrowserTests extends SignedInBrowserTest {
  @Autowired Notifications notifications;

  @Test
  void the_bell_counts_a_message_is_read_by_opening_it_and_all_by_one_click() {
    String login = institution();
    Actor actor = actor(login);
    Page page = signedIn(desk(), login, "/notifications");
    assertThat(page.locator(".zq-empty").textContent()).contains("没有未读消息");
    for (int i = 1; i <= 3; i++) {
      int n = i;
      asTenant(() -> { notifications.tell(Recipients.party(actor.partyOrThrow()), new Text("请补正第 " + n + " 份材料", "Paper " + n + " is missing"),
          new Text("服务中心退回了您的申请，缺少社保证明。", "The centre sent your application back: the insurance proof is missing."), "/papers", "GYI-5-2"); return 0; });
    }
    page.navigate(url("/notifications"));
    assertThat(page.locator(".zq-count").textContent()).isEqualTo("3");
    assertAccessible(page);
    photograph(page, "notifications-desk");
    page.getByText("请补正第 2 份材料").click();
    page.waitForURL("**/papers");
    assertThat(page.locator(".zq-count").textContent()).isEqualTo("2");
    page.navigate(url("/notifications"));
    page.getByText("全部标为已读").click();
    page.locator(".zq-said").waitFor();
    assertThat(page.locator(".zq-count").count()).isZero();
    page.getByText("全部", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/all");
    assertThat(page.locator(".zq-messages li").count()).isEqualTo(3);
    assertThat(page.locator(".zq-tabs [aria-current]").count()).isEqualTo(1);
    Page phone = signedIn(phone(), login, "/notifications/all");
    assertAccessible(phone);
    photograph(phone, "notifications-phone");
  }
}
