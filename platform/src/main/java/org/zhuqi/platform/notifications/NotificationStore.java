package org.zhuqi.platform.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** The rows. */
@Repository
class NotificationStore {
  private static final String UNREAD =
      " and not exists (select from notification_read r where r.notification_id = n.id and r.account = :account)";
  private static final String SELECT =
      "select n.*, exists (select from notification_read r where r.notification_id = n.id and r.account = :account)"
          + " as read from notification n where n.address = any (:addresses)";
  private final JdbcClient jdbc;

  NotificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Notification n, List<String> addresses, boolean mail) {
    jdbc.sql(
            """
            insert into notification (id, address, subject_zh, subject_en, body_zh, body_en, link, provision, told_at, mail_due)
            select id, address, :subject_zh, :subject_en, :body_zh, :body_en, :link, :provision, :at, :mail
              from unnest(:ids::uuid[], :addresses::text[]) as t (id, address)""")
        .param("ids", addresses.stream().map(a -> Ids.next().toString()).toArray(String[]::new))
        .param("addresses", addresses.toArray(String[]::new))
        .param("subject_zh", n.subject().zh())
        .param("subject_en", n.subject().en())
        .param("body_zh", n.body().zh())
        .param("body_en", n.body().en())
        .param("link", n.link())
        .param("provision", n.provision())
        .param("at", n.toldAt())
        .param("mail", mail)
        .update();
  }

  int unread(Actor reader, int limit) {
    return jdbc.sql(
            "select count(*) from (select from notification n where n.address = any (:addresses)" + UNREAD
                + " limit :limit) as found")
        .param("addresses", addresses(reader))
        .param("account", reader.account())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  Optional<Notification> byId(Actor reader, UUID id) {
    return jdbc.sql(SELECT + " and n.id = :id")
        .param("addresses", addresses(reader))
        .param("account", reader.account())
        .param("id", id)
        .query(NotificationStore::notification)
        .optional();
  }

  List<Notification> list(Actor reader, boolean unreadOnly, int limit, int offset) {
    return jdbc.sql(
            SELECT + (unreadOnly ? UNREAD : "")
                + " order by n.told_at desc, n.id desc limit :limit offset :offset")
        .param("addresses", addresses(reader))
        .param("account", reader.account())
        .param("limit", limit)
        .param("offset", offset)
        .query(NotificationStore::notification)
        .list();
  }

  void markRead(Actor reader, Collection<UUID> ids, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into notification_read (account, notification_id, read_at)
            select :account, n.id, :at from notification n where n.id in (:ids) and n.address = any (:addresses)
            on conflict do nothing""")
        .param("account", reader.account())
        .param("ids", ids)
        .param("addresses", addresses(reader))
        .param("at", at)
        .update();
  }

  void markAllRead(Actor reader, OffsetDateTime at) {
    jdbc.sql(
            "insert into notification_read (account, notification_id, read_at) select :account, n.id, :at"
                + " from notification n where n.address = any (:addresses)" + UNREAD + " on conflict do nothing")
        .param("account", reader.account())
        .param("addresses", addresses(reader))
        .param("at", at)
        .update();
  }

  private static String[] addresses(Actor reader) {
    return Recipients.addressesOf(reader).toArray(String[]::new);
  }

  private static Notification notification(ResultSet rs, int row) throws SQLException {
    return new Notification(
        Objects.requireNonNull(rs.getObject("id", UUID.class)),
        new Text(rs.getString("subject_zh"), rs.getString("subject_en")),
        new Text(rs.getString("body_zh"), rs.getString("body_en")),
        rs.getString("link"),
        rs.getString("provision"),
        Objects.requireNonNull(rs.getObject("told_at", OffsetDateTime.class)),
        rs.getBoolean("read"));
  }
}
