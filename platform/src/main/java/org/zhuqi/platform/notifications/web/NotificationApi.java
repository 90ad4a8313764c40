package org.zhuqi.platform.notifications.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;

/** Messages for machines. */
@RestController
@RequestMapping("/api/v1/notifications")
@PreAuthorize("isAuthenticated()")
class NotificationApi {
  private static final int SIZE = 50;
  private final Notifications notifications;

  NotificationApi(Notifications notifications) {
    this.notifications = notifications;
  }

  /** @param unread counted up to 100 */
  record Box(int unread, List<Notification> items) {}

  /** Newest first, 50 to a page. */
  @GetMapping
  Box list(
      Actor actor,
      @RequestParam(defaultValue = "false") boolean unreadOnly,
      @RequestParam(defaultValue = "1") int page) {
    int shown = Math.clamp(page, 1, 10_000);
    return new Box(notifications.unread(actor), notifications.list(actor, unreadOnly, SIZE, (shown - 1) * SIZE));
  }

  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Actor actor, @PathVariable UUID id) {
    notifications.markRead(actor, List.of(id));
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll(Actor actor) {
    notifications.markAllRead(actor);
  }
}
