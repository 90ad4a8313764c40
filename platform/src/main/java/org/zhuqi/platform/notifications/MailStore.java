package org.zhuqi.platform.notifications;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the outbox. Instances side by side never take the same row. */
@Repository
class MailStore {
  private final JdbcClient jdbc;

  MailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Due(UUID id, String address) {}

  record Mail(
      UUID notification, String to, int tries, String subjectZh, String subjectEn, String bodyZh, String bodyEn, String link) {}

  List<Due> due(int limit) {
    return jdbc.sql("select id, address from notification where mail_due order by told_at limit :limit for update skip locked")
        .param("limit", limit)
        .query(Due.class)
        .list();
  }

  void address(Due due, Collection<String> to) {
    for (String address : to) {
      jdbc.sql(
              """
              insert into notification_mail (notification_id, mail_to, next_try_at) values (:id, :to, clock_timestamp())
              on conflict do nothing""")
          .param("id", due.id())
          .param("to", address)
          .update();
    }
    jdbc.sql("update notification set mail_due = false where id = :id").param("id", due.id()).update();
  }

  @Nullable Mail next(OffsetDateTime now) {
    return jdbc.sql(
            """
            select m.notification_id, m.mail_to, m.tries, n.subject_zh, n.subject_en, n.body_zh, n.body_en, n.link
              from notification_mail m join notification n on n.tenant = m.tenant and n.id = m.notification_id
             where m.sent_at is null and m.next_try_at <= :now
             order by m.next_try_at limit 1 for update of m skip locked""")
        .param("now", now)
        .query(
            (rs, row) ->
                new Mail(
                    Objects.requireNonNull(rs.getObject(1, UUID.class)),
                    Objects.requireNonNull(rs.getString(2)),
                    rs.getInt(3),
                    rs.getString(4),
                    rs.getString(5),
                    rs.getString(6),
                    rs.getString(7),
                    rs.getString(8)))
        .optional()
        .orElse(null);
  }

  void sent(Mail mail, OffsetDateTime at) {
    update(mail, "sent_at = :at, failure = null", at, null);
  }

  /** After the last try it waits for ever: the failure stays to be seen. */
  void failed(Mail mail, OffsetDateTime nextTry, String failure, int mostTries) {
    String next = mail.tries() + 1 >= mostTries ? "'infinity'" : ":at";
    update(mail, "next_try_at = " + next + ", failure = :failure", nextTry, failure);
  }

  private void update(Mail mail, String set, OffsetDateTime at, @Nullable String failure) {
    jdbc.sql(
            "update notification_mail set tries = tries + 1, " + set + " where notification_id = :id and mail_to = :to")
        .param("at", at)
        .param("failure", failure)
        .param("id", mail.notification())
        .param("to", mail.to())
        .update();
  }
}
