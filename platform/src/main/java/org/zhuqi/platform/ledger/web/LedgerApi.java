package org.zhuqi.platform.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.ledger.Books;
import org.zhuqi.platform.ledger.Entry;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.listing.ListPage;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** The ledger for machines: positions per line, transfers, one transfer. Amounts in fen. */
@RestController
@RequestMapping("/api/v1/ledger")
@PreAuthorize("hasAnyRole('FINANCE','AUDITOR','BUREAU')")
class LedgerApi {
  private final Books books;
  private final Listings listings;

  LedgerApi(Books books, Listings listings) {
    this.books = books;
    this.listings = listings;
  }

  /** budget = unissued + held + locked + redeemable + paid − recovered; {@code balances} says whether it does. */
  record View(
      UUID line, String measure, String funder, int year, long budgetFen, long unissuedFen, long heldFen, long lockedFen,
      long redeemableFen, long paidFen, long recoveredFen, long receivableFen, boolean balances) {
    static View of(Books.LineBook b) {
      Position p = b.position();
      return new View(
          p.line(), b.line().measure(), b.line().funder(), b.line().year(), p.budget().fen(), p.unissued().fen(),
          p.held().fen(), p.locked().fen(), p.redeemable().fen(), p.paid().fen(), p.recovered().fen(),
          p.receivable().fen(), p.balances());
    }
  }

  @GetMapping("/lines")
  @PreAuthorize("hasAnyRole('FINANCE','AUDITOR','BUREAU')")
  List<View> lines(Actor actor) {
    return books.lines(actor).stream().map(View::of).toList();
  }

  @GetMapping("/lines/{line}")
  @PreAuthorize("hasAnyRole('FINANCE','AUDITOR','BUREAU')")
  View line(Actor actor, @PathVariable UUID line) {
    return View.of(books.line(actor, line));
  }

  @GetMapping("/lines/{line}/transfers")
  @PreAuthorize("hasAnyRole('FINANCE','AUDITOR','BUREAU')")
  ListPage.Slice<TransferList.Row> transfers(Actor actor, @PathVariable UUID line, ListQuery query) {
    books.line(actor, line);
    return listings.page(TransferList.LISTING, query, Map.of("line", line)).slice();
  }

  @GetMapping("/transfers/{id}")
  @PreAuthorize("hasAnyRole('FINANCE','AUDITOR','BUREAU')")
  Entry transfer(Actor actor, @PathVariable UUID id) {
    return books.transfer(actor, id);
  }
}
