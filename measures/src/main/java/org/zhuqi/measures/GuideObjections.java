package org.zhuqi.measures;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guide objects to in a claim or a contract; every objection, not the first. */
final class GuideObjections {
  private final Guide guide;
  private final List<Text> found = new ArrayList<>();

  GuideObjections(Guide guide) {
    this.guide = guide;
  }

  List<Text> toClaim(Money asked, Money heldInBatch) {
    over(asked, guide.capPerClaim(), "单次领取上限", "the cap per claim");
    over(asked.plus(heldInBatch), guide.capPerHolding(), "单户持有上限", "the cap per holding");
    object(!asked.isPositive(), "领取金额必须大于零。", "The amount claimed must be above zero.");
    object(
        !guide.faces().isEmpty() && !guide.faces().contains(asked),
        "金额 " + asked + " 不是可选面额（" + faces(false) + "）。",
        asked.format(true) + " is none of the faces (" + faces(true) + ").");
    return List.copyOf(found);
  }

  List<Text> toContract(GuideContract c) {
    Money share = c.price().share(guide.sharePercent());
    over(
        c.voucherAmount(),
        share,
        "合同价款的 " + guide.sharePercent() + "%",
        guide.sharePercent() + " percent of the price");
    over(c.voucherAmount(), guide.capPerContract(), "单个合同用券上限", "the cap per contract");
    object(
        !guide.allowsCategory(c.category()), "服务事项不在本批次指南范围内。", "The guide does not allow this service category.");
    LocalDate earliest = guide.earliestContractDate();
    object(
        earliest != null && c.signedOn().isBefore(earliest),
        "合同签订于 " + c.signedOn() + "，早于指南规定的 " + earliest + "。",
        "Signed on " + c.signedOn() + ", before the guide's earliest date, " + earliest + ".");
    object(
        guide.institutionOfSigningYear() && !c.listedInSigningYear(),
        "签订合同当年该机构不在名录内。",
        "The institution was not on the list in the year of signing.");
    object(guide.relatedPartiesBarred() && c.related(), "合同双方存在关联关系。", "The parties are related.");
    object(
        guide.otherPublicMoneyBarred() && c.otherPublicMoney(),
        "同一合同已使用其他财政资金。",
        "Other public money is used for the same contract.");
    object(
        guide.splittingBarred() && c.splitOff(), "同一服务被拆分为多份合同。", "One service is split into several contracts.");
    object(
        isFarOff(c.price(), c.publishedFee()) && !c.priceExplained(),
        "价款与公示收费标准相差超过 " + guide.priceDeviationPercent() + "%，须说明理由。",
        "The price differs from the published fee by more than "
            + guide.priceDeviationPercent()
            + " percent and needs an explanation.");
    return List.copyOf(found);
  }

  private boolean isFarOff(Money price, @Nullable Money fee) {
    Integer percent = guide.priceDeviationPercent();
    if (percent == null || fee == null) {
      return false;
    }
    BigInteger difference = BigInteger.valueOf(price.fen()).subtract(BigInteger.valueOf(fee.fen())).abs();
    BigInteger allowed = BigInteger.valueOf(fee.fen()).multiply(BigInteger.valueOf(percent));
    return difference.multiply(BigInteger.valueOf(100)).compareTo(allowed) > 0;
  }

  private void over(Money amount, @Nullable Money most, String zh, String en) {
    if (most != null) {
      object(
          amount.isMoreThan(most),
          "%s 超过%s %s。".formatted(amount, zh, most),
          "%s is more than %s, %s.".formatted(amount.format(true), en, most.format(true)));
    }
  }

  private void object(boolean objection, String zh, String en) {
    if (objection) {
      found.add(new Text(zh, en));
    }
  }

  private String faces(boolean english) {
    return String.join(english ? ", " : "、", guide.faces().stream().map(f -> f.format(english)).toList());
  }
}
