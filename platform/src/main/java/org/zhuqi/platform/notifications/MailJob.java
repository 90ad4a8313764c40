package org.zhuqi.platform.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/** Sends what waits for e-mail, every half minute, on one of the instances; only where a mail server is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailJob {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  @Bean
  static RecurringTask<Void> mailTask(MailSending mail, Tenants tenants) {
    return Tasks.recurring("notification-mail", FixedDelay.of(PAUSE))
        .execute((instance, context) -> tenants.all().forEach(t -> Tenancy.run(t.code(), mail::sendWaiting)));
  }
}
