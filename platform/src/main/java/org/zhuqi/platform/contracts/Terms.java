package org.zhuqi.platform.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.platform.shared.Refusal;

/** What two sides negotiate: everything of a {@link DraftContract} but the item. */
public record Terms(
    String title,
    long priceFen,
    long voucherFen,
    LocalDate from,
    LocalDate until,
    @Nullable String terms,
    @Nullable String otherFunding,
    @Nullable String priceReason) {
  private static final int TITLE_MAX = 120;
  private static final int TEXT_MAX = 4_000;

  static Terms of(DraftContract d) {
    return new Terms(
        d.title(), d.priceFen(), d.voucherFen(), d.from(), d.until(), d.terms(), d.otherFunding(), d.priceReason());
  }

  /** Everything wrong with them, whoever states them. */
  List<Refusal> problems(LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (title.isBlank() || title.length() > TITLE_MAX) {
      wrong.add(
          Refusal.of("title_length", "合同名称须为 1 至 " + TITLE_MAX + " 个字。", "The title needs 1 to " + TITLE_MAX + " characters.")
              .at("title"));
    }
    if (priceFen <= 0) {
      wrong.add(
          Refusal.of("price_not_positive", "合同价款须大于零。", "The price must be above zero.")
              .remedy("请填写双方商定的价款。", "State the price that both agreed on.")
              .at("price"));
    }
    if (voucherFen < 0 || voucherFen > Math.max(0, priceFen)) {
      wrong.add(
          Refusal.of("voucher_over_price", "用券金额须在零与合同价款之间。", "The voucher amount must lie between zero and the price.")
              .at("voucher"));
    }
    if (until.isBefore(from)) {
      wrong.add(
          Refusal.of(
                  "dates_reversed",
                  "服务期限的截止日期 " + until + " 早于开始日期 " + from + "。",
                  "The period ends on " + until + ", before it begins on " + from + ".")
              .remedy("请更正日期。", "Correct the dates.")
              .at("until"));
    } else if (until.isBefore(today)) {
      wrong.add(
          Refusal.of("period_over", "服务期限已于 " + until + " 届满。", "The period was over on " + until + ".")
              .remedy("请填写今天以后的截止日期。", "Use an end that is still ahead.")
              .at("until"));
    }
    tooLong(wrong, terms, "terms");
    tooLong(wrong, otherFunding, "otherFunding");
    tooLong(wrong, priceReason, "priceReason");
    return wrong;
  }

  private static void tooLong(List<Refusal> wrong, @Nullable String text, String field) {
    if (text != null && text.length() > TEXT_MAX) {
      wrong.add(
          Refusal.of("text_too_long", "最多 " + TEXT_MAX + " 个字。", "At most " + TEXT_MAX + " characters.").at(field));
    }
  }

  Changes asChanges() {
    return Changes.none()
        .set("title", title.strip())
        .set("price_fen", priceFen)
        .set("voucher_fen", voucherFen)
        .set("starts_on", from)
        .set("ends_on", until)
        .set("terms", terms)
        .set("other_funding", otherFunding)
        .set("price_reason", priceReason);
  }
}
