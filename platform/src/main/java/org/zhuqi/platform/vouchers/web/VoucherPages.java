package org.zhuqi.platform.vouchers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.platform.parties.Parties;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.History;
import org.zhuqi.platform.vouchers.Voucher;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.vouchers.Vouchers;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** Vouchers: the list with its totals, one voucher with all that happened to it, the voucher on paper. */
@Controller
class VoucherPages {
  private static final String READERS = "hasAnyRole('ENTERPRISE','BUREAU','FINANCE','CENTRE','AUDITOR')";
  private final Vouchers vouchers;
  private final Batches batches;
  private final Filing filing;
  private final History history;
  private final Parties parties;
  private final VoucherMeasures measures;
  private final Listings listings;
  private final Clock clock;

  VoucherPages(
      Vouchers vouchers,
      Batches batches,
      Filing filing,
      History history,
      Parties parties,
      VoucherMeasures measures,
      Listings listings,
      Clock clock) {
    this.vouchers = vouchers;
    this.batches = batches;
    this.filing = filing;
    this.history = history;
    this.parties = parties;
    this.measures = measures;
    this.listings = listings;
    this.clock = clock;
  }

  @Bean
  static NavItem vouchersEntry() {
    return NavItem.of(
        "助企券", "Vouchers", "/vouchers", 120, Role.ENTERPRISE, Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR);
  }

  @Bean
  static NavItem claimsEntry() {
    return NavItem.of(
        "申领记录", "Claims", "/claims", 125, Role.ENTERPRISE, Role.BUREAU, Role.FINANCE, Role.CENTRE, Role.AUDITOR);
  }

  @GetMapping("/vouchers")
  @PreAuthorize(READERS)
  ModelAndView list(Actor actor, ListQuery query) {
    return listings.show(
        "vouchers/list", VoucherList.of(actor), query, actor, VoucherList.parameters(actor, LocalDate.now(clock)));
  }

  @GetMapping("/claims")
  @PreAuthorize(READERS)
  ModelAndView claims(Actor actor, ListQuery query) {
    return listings.show("vouchers/claims", ClaimList.of(actor), query, actor, ClaimList.scope(actor));
  }

  @GetMapping("/vouchers/{id}")
  @PreAuthorize(READERS)
  String show(Actor actor, @PathVariable UUID id, Model model) {
    Voucher v = vouchers.get(actor, id);
    model.addAttribute("v", v);
    model.addAttribute("batch", batches.get(v.batch()));
    model.addAttribute("holder", parties.get(v.holder()).name());
    model.addAttribute("category", measures.category(v.category()));
    model.addAttribute("state", Words.badge(v, LocalDate.now(clock)));
    model.addAttribute("filings", filing.ofVoucher(id));
    model.addAttribute("events", history.of(id));
    return "vouchers/voucher";
  }

  @GetMapping("/vouchers/{id}/print")
  @PreAuthorize(READERS)
  ResponseEntity<byte[]> print(Actor actor, @PathVariable UUID id) {
    Voucher v = vouchers.get(actor, id);
    byte[] pdf = VoucherPaper.of(v, batches.get(v.batch()), parties.get(v.holder()), measures, LocalDate.now(clock));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(v.number() + ".pdf").build().toString())
        .body(pdf);
  }
}
