package org.zhuqi.platform.vouchers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.web.Fields;

/** Reads the form of a batch: plan and guide on one page. */
final class BatchForm {
  private BatchForm() {}

  static PlanBatch read(Fields f, @Nullable UUID plan, @Nullable UUID guide) {
    String zh = f.text("titleZh", 80);
    String en = f.optional("titleEn", 160);
    return new PlanBatch(
        f.id("line"), new Text(zh.isEmpty() ? "?" : zh, en == null ? (zh.isEmpty() ? "?" : zh) : en), f.money("amount"),
        guide(f), f.minute("opensAt"), f.minute("closesAt"), plan, guide);
  }

  private static Guide guide(Fields f) {
    return Guide.builder()
        .sharePercent(f.number("sharePercent", 1, 100))
        .capPerContract(money(f, "capPerContract"))
        .capPerClaim(money(f, "capPerClaim"))
        .capPerHolding(money(f, "capPerHolding"))
        .faces(faces(f))
        .holders(number(f, "holders", 1_000_000))
        .pots(pots(f))
        .categories(Set.copyOf(f.all("categories")))
        .validityDays(number(f, "validityDays", 3660))
        .validUntil(f.optionalDate("validUntil"))
        .redemptionWindowDays(f.number("redemptionWindowDays", 1, 3660))
        .earliestContractDate(f.optionalDate("earliestContractDate"))
        .institutionOfSigningYear(f.checked("institutionOfSigningYear"))
        .relatedPartiesBarred(f.checked("relatedPartiesBarred"))
        .otherPublicMoneyBarred(f.checked("otherPublicMoneyBarred"))
        .splittingBarred(f.checked("splittingBarred"))
        .priceDeviationPercent(number(f, "priceDeviationPercent", 1000))
        .claimOrder(f.checked("draw") ? Guide.ClaimOrder.DRAW : Guide.ClaimOrder.FIRST_COME)
        .ownerLimitPerProject(f.checked("ownerLimitPerProject"))
        .build();
  }

  private static @Nullable Money money(Fields f, String name) {
    return f.optional(name, 20) == null ? null : f.money(name);
  }

  private static @Nullable Integer number(Fields f, String name, int max) {
    return f.optional(name, 10) == null ? null : (Integer) f.number(name, 1, max);
  }

  /** Face values in yuan, separated by spaces or commas. */
  private static List<Money> faces(Fields f) {
    String typed = f.optional("faces", 200);
    if (typed == null) return List.of();
    try {
      return List.of(typed.split("[\\s,，、;；]+")).stream().filter(v -> !v.isBlank()).map(Money::of).toList();
    } catch (IllegalArgumentException e) {
      f.refuse("faces", "not_an_amount", "面额请填写金额，用空格分开，例如 1000 5000。", "Give amounts separated by spaces, such as 1000 5000.");
      return List.of();
    }
  }

  private static Map<String, Money> pots(Fields f) {
    Map<String, Money> pots = new LinkedHashMap<>();
    for (String category : f.all("potOf")) {
      Money amount = money(f, "pot." + category);
      if (amount != null && amount.isPositive()) pots.put(category, amount);
    }
    return pots;
  }
}
