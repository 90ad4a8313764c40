package org.zhuqi.platform.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;

/** An item as programs state it; amounts in yuan as text, such as {@code "800.00"}. */
record ItemBody(
    @Nullable String title,
    @Nullable String category,
    @Nullable String scope,
    @Nullable String content,
    @Nullable String process,
    @Nullable String feeMode,
    @Nullable String fee,
    @Nullable Boolean feeByAgreement,
    @Nullable String feeText,
    @Nullable String approvalNumber,
    @Nullable String approvedFee,
    @Nullable String phone,
    @Nullable Boolean needsQualification,
    @Nullable UUID qualification,
    @Nullable List<String> qualificationCovers,
    @Nullable LocalDate qualificationUntil) {

  Item item() {
    return new Item(
        title == null ? "" : title, category, scope, content, process, feeMode, fen("fee", fee), Boolean.TRUE.equals(feeByAgreement),
        feeText, approvalNumber, fen("approvedFee", approvedFee), phone, Boolean.TRUE.equals(needsQualification), qualification,
        qualificationCovers == null ? List.of() : qualificationCovers, qualificationUntil);
  }

  private static @Nullable Long fen(String field, @Nullable String yuan) {
    if (yuan == null || yuan.isBlank()) return null;
    try {
      return Money.of(yuan).fen();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.of("not_an_amount", "“" + yuan + "”不是金额：以元为单位，最多两位小数。", "\"" + yuan + "\" is no amount: yuan with at most two decimals.")
              .at(field));
    }
  }
}
