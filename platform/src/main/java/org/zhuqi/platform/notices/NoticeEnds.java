package org.zhuqi.platform.notices;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.DueWork;

/** Closes notices whose last day has passed and lets their lines go on. */
@Component
class NoticeEnds implements DueWork {
  private final NoticeStore store;
  private final Notices notices;

  NoticeEnds(NoticeStore store, Notices notices) {
    this.store = store;
    this.notices = notices;
  }

  @Override
  public void run(LocalDate today) {
    store.over(today).forEach(notices::close);
  }

  /** Early: what a cleared line brings about may be due the same day. */
  @Override
  public int order() {
    return 20;
  }
}
