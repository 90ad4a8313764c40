package org.zhuqi.platform.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.ServiceItem.ItemState;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** The centre takes items out of the catalogue and lets them back; the institution is told of both. */
@Component
class TakeOuts {
  private final ItemStore store;
  private final Rules rules;
  private final Parties parties;
  private final AuditTrail audit;
  private final Notifications notifications;

  TakeOuts(ItemStore store, Rules rules, Parties parties, AuditTrail audit, Notifications notifications) {
    this.store = store;
    this.rules = rules;
    this.parties = parties;
    this.audit = audit;
    this.notifications = notifications;
  }

  Outcome<ServiceItem> takeOut(Actor by, ServiceItem s, String reason) {
    if (s.state() == ItemState.TAKEN_OUT) return Outcome.refused(refusal(s));
    Text told = new Text("服务事项已被下架：" + s.item().title(), "Taken out of the catalogue: " + s.item().title());
    return decide(by, s, ItemState.TAKEN_OUT, reason, "service_item.taken_out", told);
  }

  Outcome<ServiceItem> letBack(Actor by, ServiceItem s, String reason) {
    if (s.state() != ItemState.TAKEN_OUT) {
      return Outcome.refused(
          Refusal.of("item_not_taken_out", "本事项没有被下架。", "This item was not taken out by the centre."));
    }
    Text told = new Text("服务事项可以重新发布：" + s.item().title(), "May be published again: " + s.item().title());
    return decide(by, s, ItemState.INACTIVE, reason, "service_item.let_back", told);
  }

  private Outcome<ServiceItem> decide(Actor by, ServiceItem s, ItemState state, String reason, String act, Text told) {
    List<Refusal> wrong = new ArrayList<>();
    parties.standAside(by, rules.separation(), s.party()).ifPresent(wrong::add);
    if (reason.isBlank()) wrong.add(reasonMissing());
    if (!wrong.isEmpty()) return Outcome.refused(wrong);
    ServiceItem after = store.decide(s, state, reason.strip(), by);
    String provision = rules.provision(ItemRules.PUBLICATION);
    audit.record(
        by, act, Catalogue.SUBJECT, s.id(), provision, reason.strip(),
        Map.of("number", s.number(), "title", s.item().title(), "version", s.version()));
    notifications.tell(
        Recipients.party(s.party()), told,
        new Text("事项编号 " + s.number() + "：" + reason.strip(), "Item " + s.number() + ": " + reason.strip()),
        "/items/" + s.id(), provision);
    return Outcome.done(after);
  }

  /** Why its institution can neither publish nor withdraw an item that was taken out. */
  Refusal refusal(ServiceItem s) {
    return Refusal.of(
            "item_taken_out",
            "本事项已由服务中心（" + s.decider() + "）下架：" + s.inactiveReason(),
            "The service centre (" + s.decider() + ") took this item out: " + s.inactiveReason())
        .by(rules.provision(ItemRules.PUBLICATION))
        .remedy("请改正后联系服务中心，由其恢复后再发布。", "Mend it and ask the service centre to let it back, then publish it.");
  }

  static Refusal reasonMissing() {
    return Refusal.of("reason_missing", "请说明理由。", "State the reason.").at("reason");
  }
}
