package org.zhuqi.platform.identity;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.DueWork;

/** Forgets sessions that have ended. They counted for nothing from the moment they ended; this only saves room. */
@Component
class Sweeping implements DueWork {
  private final SessionStore sessions;

  Sweeping(SessionStore sessions) {
    this.sessions = sessions;
  }

  @Override
  public void run(LocalDate today) {
    sessions.sweep();
  }
}
