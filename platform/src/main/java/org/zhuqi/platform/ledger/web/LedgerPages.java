package org.zhuqi.platform.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.ledger.Books;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.Chart;
import org.zhuqi.platform.web.NavItem;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

/** The ledger for finance and auditors: lines, what each figure is made of, down to single transfers. */
@Controller
class LedgerPages {
  private static final String READERS = "hasAnyRole('FINANCE','AUDITOR','BUREAU')";
  private final Books books;
  private final Listings listings;

  LedgerPages(Books books, Listings listings) {
    this.books = books;
    this.listings = listings;
  }

  @Bean
  static NavItem ledgerEntry() {
    return NavItem.of("资金账", "Ledger", "/ledger", 320, Role.FINANCE, Role.AUDITOR, Role.BUREAU);
  }

  static List<Figure> figures(Position p) {
    String at = "/ledger/" + p.line() + "/transfers?";
    return List.of(
        new Figure("未发放", "unissued", p.unissued(), at + "to_kind=UNISSUED", false),
        new Figure("企业持有", "held", p.held(), at + "movement=issue", false),
        new Figure("合同锁定", "locked", p.locked(), at + "movement=lock", false),
        new Figure("待支付", "redeemable", p.redeemable(), at + "to_kind=REDEEMABLE&phase=CAPTURE", false),
        new Figure("已支付", "paid", p.paid(), at + "to_kind=PAID", false),
        new Figure("已追回", "recovered", p.recovered(), at + "movement=recover", true));
  }

  static Chart share(Position p) {
    return Chart.of(Chart.Kind.SHARE, Chart.Unit.MONEY, List.of(new Text("预算", "Budget")))
        .with("未发放", "Unissued", List.of(p.unissued().fen()))
        .with("企业持有", "Held", List.of(p.held().fen()))
        .with("合同锁定", "Locked", List.of(p.locked().fen()))
        .with("待支付", "Redeemable", List.of(p.redeemable().fen()))
        .with("已支付（净）", "Paid, net", List.of(p.paid().minus(p.recovered()).fen()));
  }

  @GetMapping("/ledger")
  @PreAuthorize(READERS)
  String lines(Actor actor, Model model) {
    model.addAttribute("lines", books.lines(actor));
    return "ledger/lines";
  }

  @GetMapping("/ledger/{line}")
  @PreAuthorize(READERS)
  String line(Actor actor, @PathVariable UUID line, Model model) {
    Books.LineBook book = books.line(actor, line);
    model.addAttribute("book", book);
    model.addAttribute("figures", figures(book.position()));
    model.addAttribute("share", share(book.position()));
    model.addAttribute("movements", books.movements(line));
    model.addAttribute("kinds", books.kinds(line));
    return "ledger/line";
  }

  @GetMapping("/ledger/{line}/transfers")
  @PreAuthorize(READERS)
  ModelAndView transfers(Actor actor, @PathVariable UUID line, ListQuery query) {
    Books.LineBook book = books.line(actor, line);
    ModelAndView view = listings.show("ledger/transfers", TransferList.LISTING, query, actor, Map.of("line", line));
    if (view.getViewName() != null) view.addObject("book", book);
    return view;
  }

  @GetMapping("/ledger/transfers/{id}")
  @PreAuthorize(READERS)
  String transfer(Actor actor, @PathVariable UUID id, Model model) {
    var entry = books.transfer(actor, id);
    model.addAttribute("e", entry);
    model.addAttribute("phase", TransferList.phase(entry.phase().name()));
    model.addAttribute("book", books.line(actor, entry.line()));
    model.addAttribute("debit", books.account(actor, entry.debit()));
    model.addAttribute("credit", books.account(actor, entry.credit()));
    return "ledger/transfer";
  }
}
