package org.zhuqi.platform.identity;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.DueWork;

/** Forgets sessions, and failed tries of addresses, whose time is over. They counted for nothing from the moment they ended; this only saves room. */
@Component
class Sweeping implements DueWork {
  private final SessionStore sessions;
  private final AddressTries addresses;

  Sweeping(SessionStore sessions, AddressTries addresses) {
    this.sessions = sessions;
    this.addresses = addresses;
  }

  @Override
  public void run(LocalDate today) {
    sessions.sweep();
    addresses.sweep();
  }
}
