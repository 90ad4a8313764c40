package org.zhuqi.platform.notifications.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Pages;

/** What waits to be read. */
@Controller
@PreAuthorize("isAuthenticated()")
class NotificationPages {
  private static final int SIZE = 30;
  private final Notifications notifications;

  NotificationPages(Notifications notifications) {
    this.notifications = notifications;
  }

  @GetMapping("/notifications")
  String unread(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(actor, false, page, model);
  }

  @GetMapping("/notifications/all")
  String all(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
    return list(actor, true, page, model);
  }

  private String list(Actor actor, boolean all, int page, Model model) {
    int shown = Math.clamp(page, 1, 1000);
    List<Notification> found = notifications.list(actor, !all, SIZE + 1, (shown - 1) * SIZE);
    model.addAttribute("notifications", found.subList(0, Math.min(SIZE, found.size())));
    model.addAttribute("all", all);
    model.addAttribute("page", shown);
    model.addAttribute("more", found.size() > SIZE);
    return "notifications/list";
  }

  /** Goes where the message leads; it is read then. Safe to repeat. */
  @GetMapping("/notifications/{id}")
  String open(Actor actor, @PathVariable UUID id) {
    Notification n = notifications.get(actor, id);
    notifications.markRead(actor, List.of(id));
    return Pages.go(n.link());
  }

  @PostMapping("/notifications/read")
  String read(Actor actor) {
    notifications.markAllRead(actor);
    return Pages.go("/notifications", "全部标为已读", "All marked as read");
  }

  @PostMapping("/notifications/{id}/read")
  String read(Actor actor, @PathVariable UUID id) {
    notifications.markRead(actor, List.of(id));
    return Pages.go("/notifications");
  }
}
