package org.zhuqi.platform.notifications.web;

import org.springframework.stereotype.Component;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Bell;

/** The count in the head of every page. */
@Component
class NotificationBell implements Bell {
  private final Notifications notifications;

  NotificationBell(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public int unread(Actor actor) {
    return notifications.unread(actor);
  }
}
