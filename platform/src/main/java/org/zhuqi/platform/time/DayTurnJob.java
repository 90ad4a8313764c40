package org.zhuqi.platform.time;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Turns the day without anybody asking: after a start, and every two minutes on one of the instances. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class DayTurnJob {
  static final String NAME = "day-turn";
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private final DayTurn dayTurn;

  DayTurnJob(DayTurn dayTurn) {
    this.dayTurn = dayTurn;
  }

  @Bean
  static RecurringTask<Void> dayTurnTask(DayTurn dayTurn) {
    return Tasks.recurring(NAME, FixedDelay.of(PAUSE)).execute((instance, context) -> failLoudly(dayTurn.run()));
  }

  /** The list of system works then shows the job as failing, not only the work of the day. */
  private static void failLoudly(DayTurn.Turned turned) {
    if (!turned.ok()) throw new IllegalStateException(turned.failures().size() + " daily works failed");
  }

  @EventListener
  void started(ApplicationReadyEvent event) {
    Thread.ofVirtual().name("day-turn-after-start").start(dayTurn::runAgain);
  }
}
