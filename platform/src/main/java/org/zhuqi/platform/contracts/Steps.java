package org.zhuqi.platform.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Provision;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.catalogue.Rules;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Takes one step of the transition table: checks it, writes it, tells the other side, records it. */
@Component
class Steps {
  static final String SUBJECT = "contract";
  private final ContractStore store;
  private final Measures measures;
  private final Rules rules;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Steps(
      ContractStore store,
      Measures measures,
      Rules rules,
      AuditTrail audit,
      Notifications notifications,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.measures = measures;
    this.rules = rules;
    this.audit = audit;
    this.notifications = notifications;
    this.events = events;
    this.clock = clock;
  }

  Contract lock(UUID id) {
    return store.lock(id).orElseThrow(() -> new NotFoundException("contract " + id));
  }

  /** @throws NotFoundException for somebody who is neither a side nor the handling office: to them it does not exist */
  static Side sideOf(Actor by, Contract c) {
    if (c.client().equals(by.party())) return Side.CLIENT;
    if (c.provider().equals(by.party())) return Side.PROVIDER;
    if (c.isHandledBy(by)) return Side.OFFICE;
    throw new NotFoundException("contract " + c.id());
  }

  /** Why this side may not take this step now; null when it may. */
  static @Nullable Refusal refusal(Side side, Contract c, ContractEvent event) {
    Transition edge = Transition.find(c.state(), event).orElse(null);
    if (edge == null) return wrongState(c, event);
    if (!edge.by().contains(side)) {
      String zh = edge.by().stream().sorted().map(s -> s.label().zh()).collect(Collectors.joining("或"));
      String en = edge.by().stream().sorted().map(s -> s.label().en()).collect(Collectors.joining(" or "));
      return Refusal.of(
          "contract_other_side",
          "“" + event.label().zh() + "”由" + zh + "办理。",
          "\"" + event.label().en() + "\" is for: " + en + ".");
    }
    if (edge.turnOnly() && c.turn() != side) {
      return Refusal.of(
          "contract_not_your_turn",
          "现在等待" + other(c, false) + "答复，请稍候。",
          "It is the turn of the " + other(c, true) + "; please wait.");
    }
    return null;
  }

  private static String other(Contract c, boolean english) {
    Side turn = c.turn();
    return turn == null ? (english ? "other side" : "另一方") : turn.label().in(english);
  }

  private static Refusal wrongState(Contract c, ContractEvent event) {
    List<ContractEvent> possible =
        Transition.TABLE.stream().filter(t -> t.from() == c.state()).map(Transition::event).distinct().toList();
    Refusal r =
        Refusal.of(
            "contract_state",
            "合同 " + c.number() + " 目前“" + c.state().label().zh() + "”，不能“" + event.label().zh() + "”。",
            "Contract " + c.number() + " is \"" + c.state().label().en() + "\": \"" + event.label().en()
                + "\" is not possible.");
    if (possible.isEmpty()) return r;
    return r.remedy(
        "目前可以：" + possible.stream().map(e -> e.label().zh()).collect(Collectors.joining("、")) + "。",
        "Possible now: " + possible.stream().map(e -> e.label().en()).collect(Collectors.joining(", ")) + ".");
  }

  Outcome<Contract> take(Actor by, Contract c, ContractEvent event, @Nullable String note, Changes changes) {
    return take(by, sideOf(by, c), c, event, note, changes, null);
  }

  Outcome<Contract> take(
      Actor by, Side side, Contract c, ContractEvent event, @Nullable String note, Changes changes, @Nullable String provision) {
    Refusal no = refusal(side, c, event);
    if (no != null) return Outcome.refused(no);
    Transition edge = Transition.find(c.state(), event).orElseThrow();
    Contract after = store.move(c, edge.to(), changes);
    record(by, side, c.state(), after, edge, note, provision == null ? provision(c, edge.role()) : provision);
    return Outcome.done(after);
  }

  void record(
      Actor by, Side side, @Nullable ContractState from, Contract c, Transition edge, @Nullable String note, @Nullable String provision) {
    ContractEvent event = edge.event();
    store.addStep(
        c.id(),
        new ContractStep(event, from, c.state(), side, by.name(), by.account(), clock.instant(), note, provision));
    audit.record(
        by,
        "contract." + event.name().toLowerCase(java.util.Locale.ROOT),
        SUBJECT,
        c.id(),
        provision,
        note == null ? event.label().zh() : note,
        Map.of("number", c.number(), "state", c.state().name(), "priceFen", c.priceFen(), "voucherFen", c.voucherFen()));
    if (event != ContractEvent.DRAFTED && event != ContractEvent.EDITED) tell(side, c, event, provision);
    events.publishEvent(new ContractMoved(c, from, event, by));
  }

  private void tell(Side side, Contract c, ContractEvent event, @Nullable String provision) {
    Text subject =
        new Text(
            "合同 " + c.number() + "：" + event.label().zh(), "Contract " + c.number() + ": " + event.label().en());
    Text body =
        new Text(
            "“" + c.title() + "”（" + c.clientName() + " 与 " + c.providerName() + "）：" + side.label().zh() + event.label().zh()
                + "，现为“" + c.state().label().zh() + "”。",
            "\"" + c.title() + "\" (" + c.clientName() + ", " + c.providerName() + "): " + event.label().en() + " by the "
                + side.label().en() + "; now \"" + c.state().label().en() + "\".");
    // A draft that was never offered is nobody else's business.
    boolean seenByProvider = c.offeredAt() != null;
    Stream.of(c.client(), c.provider())
        .filter(p -> !p.equals(side == Side.CLIENT ? c.client() : side == Side.PROVIDER ? c.provider() : null))
        .filter(p -> p.equals(c.client()) || seenByProvider)
        .forEach(p -> notifications.tell(Recipients.party(p), subject, body, "/contracts/" + c.id(), provision));
  }

  /** The provision that an edge serves, in the version that the contract keeps. */
  @Nullable String provision(Contract c, @Nullable String role) {
    if (role == null) return null;
    return measures
        .version(c.measure(), c.measureVersion())
        .flatMap(pack -> pack.byRole(Provision.class, role).stream().findFirst())
        .map(Provision::id)
        .orElseGet(() -> rules.provision(role));
  }

  /** The provision of whichever measure speaks of a role today. */
  @Nullable String provision(String role) {
    return rules.provision(role);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Clock clock() {
    return clock;
  }
}
