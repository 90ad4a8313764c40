package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Role;

/**
 * Tells both sides and the office that handles it, once, that a contract is past its period. The figure itself is computed
 * from dates.
 */
@Component
class LateContracts implements DueWork {
  private final ContractStore store;
  private final Steps steps;
  private final Notifications notifications;
  private final AuditTrail audit;

  LateContracts(ContractStore store, Steps steps, Notifications notifications, AuditTrail audit) {
    this.store = store;
    this.steps = steps;
    this.notifications = notifications;
    this.audit = audit;
  }

  @Override
  public void run(LocalDate today) {
    for (Contract c : store.newlyLate(today)) {
      store.move(c, c.state(), Changes.none().set("late_told_on", today));
      String provision = steps.provision("service.timeliness");
      audit.record(
          Actor.SYSTEM, "contract.overdue", Steps.SUBJECT, c.id(), provision, "服务期限届满未交付",
          Map.of("number", c.number(), "until", c.until().toString()));
      notifications.tell(
          Stream.concat(Stream.of(Recipients.party(c.client()), Recipients.party(c.provider())), office(c)).toList(),
          new Text("合同 " + c.number() + " 已逾期", "Contract " + c.number() + " is overdue"),
          new Text(
              "“" + c.title() + "”的服务期限已于 " + c.until() + " 届满，尚未交付成果。逾期合同数在机构页面公示。",
              "The period of \"" + c.title() + "\" ended on " + c.until()
                  + " without delivery. Overdue contracts are shown on the institution's page."),
          "/contracts/" + c.id(),
          provision);
    }
  }

  /** The centre, the day-to-day administrator; or the bureau to which the contract's places are routed. */
  private static Stream<Recipients> office(Contract c) {
    String handler = c.office().handler();
    return handler == null || handler.equals(Role.CENTRE.name())
        ? Stream.of(Recipients.desk(Role.CENTRE, null))
        : c.office().funders().stream().map(funder -> Recipients.desk(Role.BUREAU, funder));
  }
}
