package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.vouchers.Filed;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.Voucher;
import org.zhuqi.platform.vouchers.VoucherPart;
import org.zhuqi.platform.vouchers.VoucherState;
import org.zhuqi.platform.vouchers.Vouchers;
import org.zhuqi.platform.web.Answers;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Vouchers and the filing of contracts, for machines. */
@RestController
@RequestMapping("/api/v1")
class VoucherApi {
  private final Vouchers vouchers;
  private final Filing filing;
  private final Contracts contracts;
  private final Listings listings;
  private final Clock clock;

  VoucherApi(Vouchers vouchers, Filing filing, Contracts contracts, Listings listings, Clock clock) {
    this.vouchers = vouchers;
    this.filing = filing;
    this.contracts = contracts;
    this.listings = listings;
    this.clock = clock;
  }

  /** Amounts in yuan. */
  record View(
      UUID id, String number, UUID batch, UUID holder, String category, VoucherState state, String face, String free,
      String locked, String redeemed, String lapsed, LocalDate since, LocalDate lastDay) {
    static View of(Voucher v, LocalDate today) {
      return new View(
          v.id(), v.number(), v.batch(), v.holder(), v.category(), v.state(today), yuan(v.face()), yuan(v.free()),
          yuan(v.locked()), yuan(v.spent()), yuan(v.lapsed()), v.since(), v.lastDay());
    }
  }

  private static String yuan(Money money) {
    return money.yuan().toPlainString();
  }

  @GetMapping("/vouchers")
  @PreAuthorize("hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')")
  ListPage.Slice<VoucherList.Row> list(Actor actor, ListQuery query) {
    return listings.page(VoucherList.of(actor), query, VoucherList.parameters(actor, LocalDate.now(clock))).slice();
  }

  @GetMapping("/vouchers/{id}")
  @PreAuthorize("hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')")
  View one(Actor actor, @PathVariable UUID id) {
    return View.of(vouchers.get(actor, id), LocalDate.now(clock));
  }

  /** @param amount in yuan */
  record Part(UUID voucher, String amount) {}

  record FilingRequest(List<Part> parts) {}

  /** Amounts in yuan. */
  record FiledView(UUID id, String number, UUID contract, String amount, boolean released, List<FiledPart> parts) {
    static FiledView of(Filed f) {
      return new FiledView(
          f.id(), f.number(), f.contract(), yuan(f.amount()), f.released(),
          f.parts().stream()
              .map(p -> new FiledPart(p.voucher(), p.number(), p.funder(), yuan(p.amount()), yuan(p.remaining())))
              .toList());
    }
  }

  record FiledPart(UUID voucher, String number, String funder, String amount, String stillLocked) {}

  @PostMapping("/contracts/{id}/filing")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> file(Actor actor, @PathVariable UUID id, @RequestBody FilingRequest request) {
    contracts.get(actor, id);
    List<VoucherPart> parts = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>();
    for (Part p : request.parts()) {
      Outcome<Money> amount = Amounts.read(p.amount(), "parts");
      wrong.addAll(amount.refusals());
      if (amount.isDone()) parts.add(new VoucherPart(p.voucher(), amount.orThrow()));
    }
    if (!wrong.isEmpty()) return Answers.refused(wrong);
    return Answers.created(
        filing.file(actor, id, parts).map(f -> FiledView.of(filing.of(id).orElseThrow())),
        f -> "/api/v1/contracts/" + id + "/filing");
  }

  @GetMapping("/contracts/{id}/filing")
  @PreAuthorize("hasAnyRole('ENTERPRISE','INSTITUTION','CENTRE','BUREAU','FINANCE','AUDITOR')")
  FiledView filed(Actor actor, @PathVariable UUID id) {
    contracts.get(actor, id);
    return FiledView.of(filing.of(id).orElseThrow(() -> new NotFoundException("filing of " + id)));
  }

  record CategoryRequest(boolean approved, String reason) {}

  @PostMapping("/contracts/{id}/category")
  @PreAuthorize("hasAnyRole('CENTRE','BUREAU')")
  ResponseEntity<?> judge(Actor actor, @PathVariable UUID id, @RequestBody CategoryRequest request) {
    contracts.get(actor, id);
    return Answers.of(filing.judgeCategory(actor, id, request.approved(), request.reason()));
  }
}
