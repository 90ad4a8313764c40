package org.zhuqi.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.parties.PartyFixtures;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;

/** Against a real SMTP server; each test has a party of its own. */
class MailSendingTests extends PlatformTest {
  @Autowired NotificationStore store;
  @Autowired MailStore mails;
  @Autowired Addresses addresses;
  @Autowired Accounts accounts;
  @Autowired Parties parties;
  @Autowired PlatformTransactionManager manager;
  @Autowired Clock clock;

  private UUID party;

  @BeforeEach
  void register() {
    party = asTenant(() -> parties.register(Actor.SYSTEM, PartyFixtures.anInstitution()).orThrow());
  }

  @Test
  void each_of_the_party_who_left_an_address_gets_one_email_in_both_languages_with_the_link() throws Exception {
    member("a@example.org");
    member("b@example.org");
    member(null);
    GreenMail server = server();
    try {
      tell(true);
      MailSending sending = sending(server.getSmtp().getPort());
      send(sending);
      send(sending);
      MimeMessage[] received = server.getReceivedMessages();
      assertThat(received).extracting(m -> m.getAllRecipients()[0].toString()).containsExactlyInAnyOrder("a@example.org", "b@example.org");
      assertThat(received[0].getSubject()).isEqualTo("请补正 / Something is missing");
      assertThat(GreenMailUtil.getWholeMessage(received[0])).contains("charset=UTF-8");
      assertThat(received[0].getContent().toString()).contains("缺少社保证明").contains("https://zhuqi.example/cases/1");
    } finally {
      server.stop();
    }
  }

  @Test
  void a_server_that_is_away_loses_nothing_and_is_tried_again_after_a_pause() {
    member("c@example.org");
    tell(true);
    GreenMail server = server();
    int port = server.getSmtp().getPort();
    server.stop();
    MailSending sending = sending(port);
    send(sending);
    assertThat(waiting()).containsExactly("c@example.org 1");
    send(sending);
    assertThat(waiting()).as("not before the pause is over").containsExactly("c@example.org 1");
    inTransaction(() -> jdbc.sql("update notification_mail set next_try_at = clock_timestamp() where mail_to = 'c@example.org'").update());
    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    again.start();
    try {
      send(sending);
      assertThat(again.getReceivedMessages()).hasSize(1);
      assertThat(waiting()).isEmpty();
    } finally {
      again.stop();
    }
  }

  @Test
  void without_a_mail_server_in_the_settings_nothing_waits_for_one() {
    member("d@example.org");
    tell(false);
    assertThat(inTransaction(() -> jdbc.sql("select count(*) from notification where address = :a and mail_due")
            .param("a", "party:" + party).query(Integer.class).single())).isZero();
  }

  @Test
  void pauses_grow_to_four_hours() {
    assertThat(List.of(MailSending.pause(0), MailSending.pause(3), MailSending.pause(11)))
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(8), Duration.ofMinutes(240));
  }

  private static GreenMail server() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private MailSending sending(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.setDefaultEncoding("UTF-8");
    return new MailSending(mails, addresses, sender, manager, "zhuqi@example.org", "https://zhuqi.example");
  }

  private void member(@org.jspecify.annotations.Nullable String email) {
    OpenAccount open = OpenAccount.ofParty("mail" + UUID.randomUUID().toString().substring(0, 12), "王敏", party, Set.of(Role.INSTITUTION)).withEmail(email);
    asTenant(() -> accounts.open(Actor.SYSTEM, open).orThrow());
  }

  private void tell(boolean mail) {
    Notifications notifications = new Notifications(store, clock, mail ? "127.0.0.1" : "");
    inTransaction(
        () -> {
          notifications.tell(Recipients.party(party), new Text("请补正", "Something is missing"),
              new Text("缺少社保证明。", "The insurance proof is missing."), "/cases/1", null);
          return 0;
        });
  }

  private static void send(MailSending sending) {
    Tenancy.run(TENANT, sending::sendWaiting);
  }

  private List<String> waiting() {
    return inTransaction(
        () ->
            jdbc.sql(
                    """
                    select mail_to || ' ' || tries from notification_mail m
                      join notification n on n.tenant = m.tenant and n.id = m.notification_id
                     where n.address = :a and sent_at is null""")
                .param("a", "party:" + party)
                .query(String.class)
                .list());
  }
}
