package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Qualifications;
import org.zhuqi.platform.catalogue.ServiceItem;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractState;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.documents.Document;
import org.zhuqi.platform.documents.Documents;
import org.zhuqi.platform.ledger.Balance;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.NotFoundException;

/** Gathers what a filing is judged by from the rooms that know it. */
@Component
class FilingFacts {
  private final VoucherStore vouchers;
  private final BatchStore batches;
  private final FilingStore store;
  private final Contracts contracts;
  private final Catalogue catalogue;
  private final Qualifications qualifications;
  private final Registers registers;
  private final Parties parties;
  private final Documents documents;
  private final Measures measures;
  private final Clock clock;

  FilingFacts(
      VoucherStore vouchers,
      BatchStore batches,
      FilingStore store,
      Contracts contracts,
      Catalogue catalogue,
      Qualifications qualifications,
      Registers registers,
      Parties parties,
      Documents documents,
      Measures measures,
      Clock clock) {
    this.vouchers = vouchers;
    this.batches = batches;
    this.store = store;
    this.contracts = contracts;
    this.catalogue = catalogue;
    this.qualifications = qualifications;
    this.registers = registers;
    this.parties = parties;
    this.documents = documents;
    this.measures = measures;
    this.clock = clock;
  }

  Pack pack(Contract c) {
    return measures.version(c.measure(), c.measureVersion()).orElseThrow();
  }

  Menu categories(Contract c) {
    return pack(c).one(Menu.class, FilingChecks.CATEGORIES);
  }

  ToFile of(Contract c, List<VoucherPart> parts, Map<UUID, Balance> free) {
    ServiceItem item = catalogue.item(c.item(), c.itemVersion());
    return new ToFile(
        c,
        pack(c),
        LocalDate.now(clock),
        parts(parts, free),
        registers.institutionFacts(c.provider()),
        item,
        qualifications.ask(c.item(), c.itemVersion()),
        store.approval(c.id()).orElse(null),
        parties.related(c.client(), c.provider()),
        split(c),
        listedInSigningYear(c, item),
        documents.attachedTo("contract", c.id()).stream().map(Document::materialCode).toList());
  }

  private List<ToFile.Part> parts(List<VoucherPart> parts, Map<UUID, Balance> free) {
    Map<UUID, Voucher> found =
        vouchers.all(parts.stream().map(VoucherPart::voucher).toList()).stream()
            .collect(Collectors.toMap(Voucher::id, v -> v));
    Map<UUID, Batch> from =
        batches.of(found.values().stream().map(Voucher::batch).distinct().toList()).stream()
            .collect(Collectors.toMap(Batch::id, b -> b));
    return parts.stream()
        .map(
            p -> {
              Voucher v = found.get(p.voucher());
              Balance balance = free.get(p.voucher());
              if (v == null || balance == null) throw new NotFoundException("voucher " + p.voucher());
              return new ToFile.Part(v, Objects.requireNonNull(from.get(v.batch())), p.amount(), balance.free());
            })
        .toList();
  }

  private List<Contract> split(Contract c) {
    return contracts.between(c.client(), c.provider(), c.from(), c.until()).stream()
        .filter(o -> !o.id().equals(c.id()) && o.item().equals(c.item()))
        .filter(o -> o.state() != ContractState.AGREED && o.voucherFen() > 0)
        .filter(o -> !o.from().isAfter(c.until()) && !o.until().isBefore(c.from()))
        .toList();
  }

  private boolean listedInSigningYear(Contract c, ServiceItem item) {
    LocalDate signed = c.signedOn();
    if (signed == null) return false;
    return registers
        .entryOf(c.provider(), item.measure())
        .filter(e -> e.since().getYear() <= signed.getYear())
        .filter(e -> e.endedOn() == null || e.endedOn().getYear() >= signed.getYear())
        .isPresent();
  }

  static Money deviation(Money fee, Money price) {
    Money difference = price.minus(fee);
    return difference.isNegative() ? difference.negate() : difference;
  }
}
