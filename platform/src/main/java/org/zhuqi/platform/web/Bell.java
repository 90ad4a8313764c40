package org.zhuqi.platform.web;

import org.zhuqi.platform.shared.Actor;

/** How many messages wait for somebody; room notifications provides it. */
public interface Bell {
  int unread(Actor actor);
}
