package org.zhuqi.platform.contracts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.Terms;
import org.zhuqi.platform.web.Fields;

/** Reads the terms of a contract from its form. */
final class TermsForm {
  private TermsForm() {}

  static Terms read(Fields f) {
    LocalDate from = f.date("from");
    LocalDate until = f.date("until");
    // Said together with whatever else is wrong with the form, not only after that is mended.
    if (until.isBefore(from)) f.refuse("until", "dates_reversed", "截止日期早于开始日期，请更正。", "It ends before it begins.");
    return new Terms(
        f.text("title", 120),
        f.money("price").fen(),
        f.optional("voucher", 40) == null || f.text("voucher", 40).matches("0+(\\.0{1,2})?") ? 0 : f.money("voucher").fen(),
        from,
        until,
        f.optional("terms", 4_000),
        f.optional("otherFunding", 4_000),
        f.optional("priceReason", 4_000));
  }

  static DraftContract draft(Fields f, UUID item) {
    Terms t = read(f);
    return new DraftContract(
        item, t.title(), t.priceFen(), t.voucherFen(), t.from(), t.until(), t.terms(), List.of(),
        t.otherFunding(), t.priceReason());
  }
}
