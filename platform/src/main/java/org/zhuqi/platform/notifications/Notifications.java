package org.zhuqi.platform.notifications;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;

/** Tells people that something happened. A row in the caller's transaction; e-mail follows by a job. */
@Service
public class Notifications {
  /** The bell counts no further. */
  public static final int BELL_LIMIT = 100;

  private final NotificationStore store;
  private final Clock clock;
  private final boolean mail;

  Notifications(NotificationStore store, Clock clock, @Value("${spring.mail.host:}") String mailHost) {
    this.store = store;
    this.clock = clock;
    this.mail = !mailHost.isBlank();
  }

  /**
   * Tells one recipient group.
   *
   * @param link where the reader should go, a path of this platform beginning with a slash
   * @param provision what it rests on, or null
   */
  @Transactional
  public void tell(Recipients to, Text subject, Text body, String link, @Nullable String provision) {
    tell(List.of(to), subject, body, link, provision);
  }

  /** The same message to several groups, by one statement. */
  @Transactional
  public void tell(
      Collection<? extends Recipients> to, Text subject, Text body, String link, @Nullable String provision) {
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalArgumentException("a link leads to a page of this platform: " + link);
    }
    List<String> addresses = to.stream().map(Recipients::address).distinct().toList();
    if (addresses.isEmpty()) return;
    Notification n = new Notification(Ids.next(), subject, body, link, provision, OffsetDateTime.now(clock), false);
    store.insert(n, addresses, mail);
  }

  /** Unread messages, up to {@link #BELL_LIMIT}. */
  @Transactional(readOnly = true)
  public int unread(Actor reader) {
    return reader.account() == null ? 0 : store.unread(reader, BELL_LIMIT);
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Notification> list(Actor reader, boolean unreadOnly, int limit, int offset) {
    return reader.account() == null ? List.of() : store.list(reader, unreadOnly, limit, offset);
  }

  /** @throws NotFoundException when there is none, or it is not for this reader */
  @Transactional(readOnly = true)
  public Notification get(Actor reader, UUID id) {
    if (reader.account() == null) throw new NotFoundException("notification " + id);
    return store.byId(reader, id).orElseThrow(() -> new NotFoundException("notification " + id));
  }

  /** Marks as read for this reader, and for nobody else. Ids that are not for the reader are ignored. Idempotent. */
  @Transactional
  public void markRead(Actor reader, Collection<UUID> ids) {
    if (reader.account() != null && !ids.isEmpty()) store.markRead(reader, ids, OffsetDateTime.now(clock));
  }

  /** Marks all as read for this reader. */
  @Transactional
  public void markAllRead(Actor reader) {
    if (reader.account() != null) store.markAllRead(reader, OffsetDateTime.now(clock));
  }
}
