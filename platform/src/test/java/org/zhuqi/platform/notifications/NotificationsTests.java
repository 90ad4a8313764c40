package org.zhuqi.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;

class NotificationsTests extends PlatformTest {
  private static final Text SUBJECT = new Text("请补正", "Something is missing");
  private static final Text BODY = new Text("缺少社保证明。", "The insurance proof is missing.");
  @Autowired Notifications notifications;

  private final String funder = "F" + UUID.randomUUID();
  private final Actor enterprise = new Actor(Ids.next(), "企业", Role.ENTERPRISE, Ids.next(), null, Set.of());
  private final Actor colleague = new Actor(Ids.next(), "同事", Role.ENTERPRISE, enterprise.party(), null, Set.of());
  private final Actor bureau = new Actor(Ids.next(), "局", Role.BUREAU, null, "B", Set.of(funder));
  private final Actor elsewhere = new Actor(Ids.next(), "别处", Role.BUREAU, null, "B2", Set.of("X" + funder));

  @Test
  void a_message_reaches_the_account_the_party_or_the_desk_it_is_for_and_nobody_else() {
    tell(Recipients.account(bureau.account()));
    tell(Recipients.party(enterprise.party()));
    tell(Recipients.desk(Role.BUREAU, funder));
    assertThat(unread(bureau)).isEqualTo(2);
    assertThat(unread(enterprise)).isEqualTo(1);
    assertThat(unread(colleague)).isEqualTo(1);
    assertThat(unread(elsewhere)).isZero();
  }

  @Test
  void reading_is_each_readers_own_and_can_be_repeated() {
    tell(Recipients.party(enterprise.party()));
    UUID id = list(enterprise).getFirst().id();
    for (int i = 0; i < 2; i++) asTenant(() -> { notifications.markRead(enterprise, List.of(id)); return 0; });
    assertThat(unread(enterprise)).isZero();
    assertThat(list(enterprise)).singleElement().satisfies(n -> assertThat(n.read()).isTrue());
    assertThat(unread(colleague)).isEqualTo(1);
    asTenant(() -> { notifications.markRead(elsewhere, List.of(id)); return 0; });
    asTenant(() -> { notifications.markAllRead(colleague); return 0; });
    assertThat(unread(colleague)).isZero();
  }

  @Test
  void a_message_is_told_only_if_what_it_tells_of_happened() {
    assertThatThrownBy(
            () -> inTransaction(() -> {
              notifications.tell(Recipients.account(bureau.account()), SUBJECT, BODY, "/x", null);
              throw new IllegalStateException("rolled back");
            }))
        .hasMessage("rolled back");
    assertThat(unread(bureau)).isZero();
  }

  @Test
  void the_bell_stops_counting_at_its_limit() {
    for (int i = 0; i < Notifications.BELL_LIMIT + 5; i++) tell(Recipients.account(bureau.account()));
    assertThat(unread(bureau)).isEqualTo(Notifications.BELL_LIMIT);
  }

  @Test
  void a_link_leads_nowhere_else() {
    for (String link : List.of("https://example.org", "//example.org", "javascript:alert(1)")) {
      assertThatThrownBy(() -> asTenant(() -> { notifications.tell(Recipients.account(Ids.next()), SUBJECT, BODY, link, null); return 0; }))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void tell(Recipients to) {
    asTenant(() -> { notifications.tell(to, SUBJECT, BODY, "/cases/1", "T-1-1"); return 0; });
  }

  private int unread(Actor a) {
    return asTenant(() -> notifications.unread(a));
  }

  private List<Notification> list(Actor a) {
    return asTenant(() -> notifications.list(a, false, 50, 0));
  }
}
