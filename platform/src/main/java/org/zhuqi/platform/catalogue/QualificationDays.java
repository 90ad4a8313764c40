package org.zhuqi.platform.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;

/** Tells an institution ahead of the end of a qualification, and when the item is no longer shown; each once. */
@Component
class QualificationDays implements DueWork {
  /** Stands for "it is over" among the days ahead. */
  private static final int OVER = -1;

  private final ItemStore store;
  private final Rules rules;
  private final Notifications notifications;
  private final AuditTrail audit;

  QualificationDays(ItemStore store, Rules rules, Notifications notifications, AuditTrail audit) {
    this.store = store;
    this.rules = rules;
    this.notifications = notifications;
    this.audit = audit;
  }

  @Override
  public void run(LocalDate today) {
    rules
        .find(Condition.class, ItemRules.QUALIFICATION)
        .map(pack -> pack.one(Condition.class, ItemRules.QUALIFICATION))
        .ifPresent(rule -> tell(rule, today));
  }

  private void tell(Condition rule, LocalDate today) {
    int most = rule.remindDaysAhead().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (ItemStore.Ending e : store.ending(today.plusDays(most))) {
      boolean over = today.isAfter(e.until());
      Optional<Integer> due = over ? Optional.of(OVER) : rule.reminder(e.until(), today);
      due.filter(days -> e.told() == null || days < e.told())
          .ifPresent(
              days -> {
                store.told(e.id(), days);
                if (over) dropsOut(e, rule.id());
                else remind(e, rule.id());
              });
    }
  }

  private void remind(ItemStore.Ending e, String provision) {
    notifications.tell(
        Recipients.party(e.party()),
        new Text("资质将于 " + e.until() + " 到期：" + e.title(), "Qualification ends on " + e.until() + ": " + e.title()),
        new Text(
            "到期后服务事项 " + e.number() + " 不再展示，也不能签约、备案。请续期后更新证书并重新发布。",
            "Item " + e.number() + " is then neither shown nor contracted. Renew it, put in the new certificate and publish again."),
        "/items/" + e.id(),
        provision);
  }

  private void dropsOut(ItemStore.Ending e, String provision) {
    audit.record(
        Actor.SYSTEM, "service_item.lapsed", Catalogue.SUBJECT, e.id(), provision, "资质到期，停止展示",
        Map.of("number", e.number(), "until", e.until().toString()));
    notifications.tell(
        Recipients.party(e.party()),
        new Text("资质已到期，停止展示：" + e.title(), "Qualification ended, no longer shown: " + e.title()),
        new Text(
            "服务事项 " + e.number() + " 的资质已于 " + e.until() + " 到期。更新证书并重新发布后恢复展示。",
            "The qualification of item " + e.number() + " ended on " + e.until() + ". It is shown again once it is published with a new one."),
        "/items/" + e.id(),
        provision);
  }
}
