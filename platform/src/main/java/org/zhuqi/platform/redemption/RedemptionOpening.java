package org.zhuqi.platform.redemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.OpenCase;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractMoved;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.RunningNumbers;
import org.zhuqi.platform.vouchers.Filed;
import org.zhuqi.platform.vouchers.Filing;

/** Opens the applications of a contract as soon as it is completed, with everything that the system knows already in them. */
@Component
class RedemptionOpening {
  private static final String ROUTING = "routing";
  private static final String HANDLER = "handler";

  private final RedemptionStore store;
  private final Contracts contracts;
  private final Filing filing;
  private final Casework casework;
  private final Documents documents;
  private final Parties parties;
  private final Measures measures;
  private final RunningNumbers numbers;
  private final RedemptionMessages messages;
  private final Clock clock;

  RedemptionOpening(
      RedemptionStore store,
      Contracts contracts,
      Filing filing,
      Casework casework,
      Documents documents,
      Parties parties,
      Measures measures,
      RunningNumbers numbers,
      RedemptionMessages messages,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.filing = filing;
    this.casework = casework;
    this.documents = documents;
    this.parties = parties;
    this.measures = measures;
    this.numbers = numbers;
    this.messages = messages;
    this.clock = clock;
  }

  @EventListener
  void on(ContractMoved moved) {
    if (moved.contract().state() == ContractState.COMPLETED && moved.from() != ContractState.COMPLETED) {
      open(moved.contract());
    }
  }

  List<Redemption> open(UUID contract) {
    return open(contracts.lock(contract));
  }

  private List<Redemption> open(Contract contract) {
    Filed filed = filing.of(contract.id()).orElse(null);
    if (filed == null || contract.state() != ContractState.COMPLETED) return List.of();
    Map<String, List<Filed.Part>> byFunder = new LinkedHashMap<>();
    for (Filed.Part p : filed.parts()) {
      if (p.remaining().isPositive()) byFunder.computeIfAbsent(p.funder(), f -> new ArrayList<>()).add(p);
    }
    List<Redemption> opened = new ArrayList<>();
    byFunder.forEach((funder, parts) -> opened.add(open(contract, filed, funder, parts)));
    return opened.stream().filter(Objects::nonNull).toList();
  }

  private Redemption open(Contract c, Filed filed, String funder, List<Filed.Part> parts) {
    List<Redemption> before = store.ofContracts(List.of(c.id())).stream().filter(r -> r.funder().equals(funder)).toList();
    Redemption live = before.stream().filter(r -> r.state().isOpen()).findFirst().orElse(null);
    if (live != null) return live;
    Redemption r = draft(c, filed, funder, parts);
    UUID caseId = casework.open(Actor.SYSTEM, caseOf(r, c.office()));
    store.insert(withCase(r, caseId), parts.stream().map(p -> part(p, r)).toList());
    prefill(r);
    messages.opened(r);
    return store.find(r.id(), false).orElseThrow();
  }

  /** The results that were delivered under the contract are the deliverables: nobody uploads them again. */
  private void prefill(Redemption r) {
    documents.attachedTo("contract", r.contract()).stream()
        .filter(d -> d.materialCode().equals("result"))
        .forEach(d -> documents.attach(Actor.SYSTEM, d.id(), Redemptions.KIND, r.id(), RedemptionChecks.RESULTS));
  }

  private Redemption draft(Contract c, Filed filed, String funder, List<Filed.Part> parts) {
    Filed.Part first = parts.getFirst();
    LocalDate completed = Objects.requireNonNull(c.completedOn());
    LocalDate lastDay =
        parts.stream().map(p -> p.guide().lastRedemptionDay(completed)).min(Comparator.naturalOrder()).orElseThrow();
    return new Redemption(
        Ids.next(), numbers.next("DF", LocalDate.now(clock)), c.id(), c.number(), c.title(), c.category(), funder,
        first.measure(), first.version(), c.provider(), c.providerName(), c.client(), c.clientName(), c.price(),
        c.price().minus(filed.amount()), parts.stream().map(Filed.Part::remaining).reduce(Money.ZERO, Money::plus), completed,
        lastDay, null, RedemptionState.DRAFT, false, null, null, clock.instant(), null, null, null, null);
  }

  private static Redemption withCase(Redemption r, UUID caseId) {
    return new Redemption(
        r.id(), r.number(), r.contract(), r.contractNumber(), r.title(), r.category(), r.funder(), r.measure(), r.version(),
        r.provider(), r.providerName(), r.client(), r.clientName(), r.price(), r.ownPart(), r.amount(), r.completedOn(),
        r.lastDay(), caseId, r.state(), r.declared(), r.decision(), r.notice(), r.openedAt(), null, null, null, null);
  }

  private static Redemption.Part part(Filed.Part p, Redemption r) {
    return new Redemption.Part(
        p.hold(), p.voucher(), p.number(), p.line(), p.remaining(), p.guide().lastRedemptionDay(r.completedOn()));
  }

  /** The case is with the office that handles the contract: by the measure's routing of the project, or of the enterprise. */
  private OpenCase caseOf(Redemption r, Contract.Office office) {
    Table.Row place = place(r).orElse(null);
    String handler = place == null ? office.handler() : place.get(HANDLER).orElse(null);
    String assistant = place == null ? null : place.get("assistant").orElse(null);
    return new OpenCase(
        Redemptions.KIND, r.measure(), r.version(), Redemptions.KIND, "", r.provider(), Set.of(r.client()), r.funder(),
        handler, assistant, r.id(),
        new Text("兑现 " + r.amount().format() + "：" + r.title(), "Redemption of " + r.amount().format(true) + ": " + r.title()));
  }

  /** Of the client's places the one of the funder that is asked; an owner may have projects in two areas. */
  private Optional<Table.Row> place(Redemption r) {
    Table routing = measures.version(r.measure(), r.version()).orElseThrow().one(Table.class, ROUTING);
    return parties.areas(r.client()).stream()
        .flatMap(area -> routing.row(area).stream())
        .filter(row -> row.get("funder").filter(r.funder()::equals).isPresent())
        .findFirst();
  }
}
