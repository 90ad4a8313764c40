package org.zhuqi.platform.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.database.Tenants;
import org.zhuqi.platform.shared.Tenancy;

/** Prints, at the start of an installation that has no administrator and is not the demo, how to make the first one. */
@Component
class SetupNotice {
  private static final Logger log = LoggerFactory.getLogger(SetupNotice.class);
  private final Setup setup;
  private final Tenants tenants;
  private final DemoMode demo;

  SetupNotice(Setup setup, Tenants tenants, DemoMode demo) {
    this.setup = setup;
    this.tenants = tenants;
    this.demo = demo;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    if (demo.on()) return;
    tenants.all().forEach(t -> Tenancy.run(t.code(), () -> print(t)));
  }

  private void print(Tenants.Tenant tenant) {
    String token = setup.offer();
    if (token == null) return;
    log.warn("{} ({}) has no administrator yet. Open /setup within 24 hours and use this token once: {}",
        tenant.nameEn(), tenant.code(), token);
  }
}
