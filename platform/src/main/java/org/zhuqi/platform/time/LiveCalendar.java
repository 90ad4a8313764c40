package org.zhuqi.platform.time;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuqi.measures.WorkingDays;

/** The calendar that counts now: what is shipped, and over it what was loaded. Looks again every half minute. */
final class LiveCalendar implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveCalendar.class);
  private static final int FOLLOW_SECONDS = 30;

  private final CalendarStore store;
  private final WorkingDays shipped = WorkingDays.bundled();
  private final WorkingDays view = WorkingDays.following(this::current);
  private final ScheduledExecutorService follower =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("calendar-follower").factory());
  private volatile WorkingDays current = shipped;

  LiveCalendar(CalendarStore store) {
    this.store = store;
    reload();
    follower.scheduleWithFixedDelay(this::follow, FOLLOW_SECONDS, FOLLOW_SECONDS, TimeUnit.SECONDS);
  }

  WorkingDays view() {
    return view;
  }

  private WorkingDays current() {
    return current;
  }

  private void reload() {
    WorkingDays days = shipped;
    for (CalendarStore.Loaded l : store.loaded().values()) {
      days = days.and(WorkingDays.read(l.year() + ".yaml", l.yaml()));
    }
    current = days;
  }

  private void follow() {
    try {
      reload();
    } catch (RuntimeException e) {
      log.warn("The calendars could not be read; those already known stay: {}", e.getMessage());
    }
  }

  /** A year whose transaction fails has never counted. */
  void reloadAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            follower.execute(LiveCalendar.this::follow);
          }
        });
  }

  @Override
  public void close() {
    follower.shutdownNow();
  }
}
