package org.zhuqi.platform.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Materials;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Refusal;

/**
 * Enterprises that neither confirm nor return what was delivered: reminded on the last day that the measure leaves them, and
 * no obstacle to the institution for good. Afterwards the handling office may confirm in their place.
 */
@Component
class SilentClients implements DueWork {
  private static final String ROLE = "redemption.materials";
  private final ContractStore store;
  private final Steps steps;
  private final Measures measures;
  private final WorkingDays workingDays;
  private final Parties parties;
  private final Notifications notifications;
  private final Clock clock;

  SilentClients(
      ContractStore store, Steps steps, Measures measures, WorkingDays workingDays, Parties parties, Notifications notifications,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.measures = measures;
    this.workingDays = workingDays;
    this.parties = parties;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** The enterprise's last day; null where nothing is delivered, or the measure leaves the word to it alone. */
  private @Nullable LocalDate confirmBy(Contract c) {
    LocalDate given = c.deliveredOn();
    if (given == null) return null;
    return measures
        .version(c.measure(), c.measureVersion())
        .flatMap(pack -> pack.byRole(Materials.class, ROLE).stream().findFirst())
        .map(m -> m.confirmBy(given, workingDays))
        .orElse(null);
  }

  boolean isSilent(Contract c) {
    LocalDate last = confirmBy(c);
    return last != null && LocalDate.now(clock).isAfter(last);
  }

  /** Why the office may not confirm in the enterprise's place; null when it may. */
  @Nullable Refusal mayNotConfirm(Actor by, Contract c, String reason) {
    if (!isSilent(c)) {
      LocalDate last = confirmBy(c);
      String until = last == null ? "" : "（截至 " + last + "）";
      return Refusal.of(
              "client_has_time", "企业仍可确认或退回成果" + until + "，办理机构此后方可认定。",
              "The enterprise may still confirm or return the results" + (last == null ? "" : " until " + last) + ".")
          .by(steps.provision(c, ROLE));
    }
    if (by.account() != null && (parties.relatedToAccount(by.account(), c.client()) || parties.relatedToAccount(by.account(), c.provider()))) {
      return Refusal.of("decider_related", "与合同一方有关联，应当回避。", "You are related to a party of the contract.");
    }
    return reason.isBlank() ? Negotiation.reasonMissing() : null;
  }

  @Override
  public void run(LocalDate today) {
    List<Contract> unanswered = store.unanswered();
    for (Contract c : unanswered) {
      LocalDate last = confirmBy(c);
      if (last == null || today.isBefore(last)) continue;
      store.move(c, c.state(), Changes.none().set("confirm_told_on", today));
      notifications.tell(
          Recipients.party(c.client()),
          new Text("合同 " + c.number() + " 的成果请确认或退回", "Confirm or return the results of contract " + c.number()),
          new Text(
              "“" + c.title() + "”的成果已交付，最迟 " + last + " 确认或写明理由退回；此后办理机构可以认定履行完毕。",
              "The results of \"" + c.title() + "\" were delivered. Confirm or return them by " + last
                  + "; afterwards the office may find the contract performed."),
          "/contracts/" + c.id(),
          steps.provision(c, ROLE));
    }
  }
}
