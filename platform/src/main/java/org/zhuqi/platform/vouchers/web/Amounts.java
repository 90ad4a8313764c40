package org.zhuqi.platform.vouchers.web;

import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/** Amounts in JSON: yuan in a string, at most two decimals. */
final class Amounts {
  private Amounts() {}

  static Outcome<Money> read(@Nullable String yuan, String field) {
    try {
      return Outcome.done(Money.of(yuan == null ? "" : yuan));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(
          Refusal.of(
                  "not_an_amount",
                  "金额请写成字符串，单位元，最多两位小数，例如 \"3000.00\"。",
                  "Give the amount in yuan as a string with at most two decimals, such as \"3000.00\".")
              .at(field));
    }
  }
}
