package org.zhuqi.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/** Seals what was committed and carries out verifications, every ten seconds, on one of the instances. */
@Configuration(proxyBeanMethods = false)
class SealJob {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Bean
  static RecurringTask<Void> auditSealTask(AuditChain chain, Tenants tenants) {
    return Tasks.recurring("audit-seal", FixedDelay.of(PAUSE))
        .execute((instance, context) -> tenants.all().forEach(t -> Tenancy.run(t.code(), chain::sealAll)));
  }

  @Bean
  static RecurringTask<Void> auditCheckTask(AuditChecks checks, Tenants tenants) {
    return Tasks.recurring("audit-check", FixedDelay.of(PAUSE))
        .execute((instance, context) -> tenants.all().forEach(t -> Tenancy.run(t.code(), checks::carryOut)));
  }
}
