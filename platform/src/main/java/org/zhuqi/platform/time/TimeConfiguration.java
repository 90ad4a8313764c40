package org.zhuqi.platform.time;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.measures.WorkingDays;

/** The clock of this installation, and its calendar of working days. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Only the demo and the tests may move time, and production is neither, whatever its settings say. */
  @Configuration(proxyBeanMethods = false)
  @Profile("!production")
  @ConditionalOnExpression("${zhuqi.demo:false} or ${zhuqi.clock.movable:false}")
  static class Movable {
    @Bean
    MovableClock businessClock(
        JdbcClient jdbc,
        PlatformTransactionManager transactions,
        @Value("${zhuqi.clock.start:2024-09-02T09:00:00}") LocalDateTime start) {
      return new MovableClock(new ClockOffset(jdbc, own(transactions)), start.atZone(ZONE));
    }

    @Bean
    ClockWalk clockWalk(MovableClock clock, JdbcClient jdbc, PlatformTransactionManager transactions, DayTurn dayTurn) {
      ClockOffset kept = new ClockOffset(jdbc, own(transactions));
      // A walk that a stop of the process broke off has ended.
      kept.end();
      return new ClockWalk(clock, kept, dayTurn);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Real {
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock businessClock() {
      return Clock.system(ZONE);
    }
  }

  @Bean(destroyMethod = "close")
  LiveCalendar liveCalendar(CalendarStore store) {
    return new LiveCalendar(store);
  }

  @Bean
  WorkingDays workingDays(LiveCalendar live) {
    return live.view();
  }

  /** Transactions that commit whatever becomes of the caller's. */
  static TransactionTemplate own(PlatformTransactionManager transactions) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return own;
  }
}
