package org.zhuqi.platform.vouchers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Menu;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.contracts.Contract;

/** In which way a contract is not one that the guide of a batch lets its vouchers pay. Empty when it is. */
final class GuideRules {
  private GuideRules() {}

  static List<Finding> of(ToFile f, Batch b) {
    Guide g = b.guide();
    Contract c = f.contract();
    String guide = f.pack().one(RecordDuty.class, Budgets.PLAN_ROLE).id();
    String menu = f.pack().one(Menu.class, FilingChecks.CATEGORIES).id();
    String of = "批次 " + b.number() + " 的指南";
    String ofEn = "The guide of batch " + b.number();
    List<Finding> findings = new ArrayList<>();
    if (!g.allowsCategory(c.category()) || f.parts().stream().anyMatch(p -> otherPot(p, b, c))) {
      findings.add(
          fail(menu, "guide_category", Map.of("category", c.category()), of + "不支持该合同的服务类别。",
              ofEn + " does not allow this category of service.", "请使用其他批次的券。", "Use a voucher of another batch."));
    }
    LocalDate earliest = g.earliestContractDate();
    LocalDate signed = c.signedOn();
    if (earliest != null && signed != null && signed.isBefore(earliest)) {
      findings.add(
          fail(guide, "contract_too_early", Map.of("signed", signed, "earliest", earliest),
              of + "只支持 " + earliest + " 及以后签订的合同，本合同签于 " + signed + "。",
              ofEn + " pays contracts signed from " + earliest + " on; this one was signed on " + signed + ".",
              "请使用其他批次的券。", "Use a voucher of another batch."));
    }
    if (g.institutionOfSigningYear() && !f.listedInSigningYear()) {
      findings.add(
          fail(guide, "not_listed_in_signing_year", Map.of(), of + "要求服务机构在合同签订当年在名录内。",
              ofEn + " asks that the institution was on the list in the year of signing.", "请选择名录内的服务机构。",
              "Choose an institution of the list."));
    }
    if (g.relatedPartiesBarred() && !f.related().isEmpty()) {
      String tie = f.related().getFirst().kind().label().zh() + " " + f.related().getFirst().masked();
      findings.add(
          fail(guide, "parties_related", Map.of("ties", (long) f.related().size()), "双方存在关联关系（" + tie + "）。",
              "The two sides are related (" + f.related().getFirst().kind().label().en() + ").",
              "请选择没有关联关系的服务机构。", "Choose an institution that is not related."));
    }
    if (g.otherPublicMoneyBarred() && c.otherFunding() != null) {
      findings.add(
          fail(guide, "other_public_money", Map.of("other", c.otherFunding()),
              "同一合同已申报其他财政资金：" + c.otherFunding() + "。", "Other public money was declared for the contract: " + c.otherFunding() + ".",
              "同一合同不能重复享受财政资金。", "One contract takes public money once."));
    }
    if (g.splittingBarred() && !f.split().isEmpty()) {
      findings.add(
          fail(guide, "service_split", Map.of("other", f.split().getFirst().number()),
              "同期已就同一服务备案合同 " + f.split().getFirst().number() + "，不得拆分。",
              "Contract " + f.split().getFirst().number() + " about the same service was filed for the same time; a service is not split.",
              "请将同一服务并入一份合同。", "Put one service into one contract."));
    }
    price(f, g, of, ofEn, guide, findings);
    return findings;
  }

  private static boolean otherPot(ToFile.Part p, Batch b, Contract c) {
    return p.batch().id().equals(b.id()) && !p.voucher().category().isEmpty() && !p.voucher().category().equals(c.category());
  }

  private static void price(ToFile f, Guide g, String of, String ofEn, String guide, List<Finding> findings) {
    Integer percent = g.priceDeviationPercent();
    Long fen = f.item().item().feeFen();
    if (percent == null || fen == null || f.contract().priceReason() != null) return;
    Money fee = new Money(fen);
    Money price = f.contract().price();
    if (FilingFacts.deviation(fee, price).isMoreThan(fee.share(percent))) {
      findings.add(
          fail(guide, "price_unexplained", Map.of("fee", fee, "price", price, "percent", (long) percent),
              "合同价款 %s 与公布的收费标准 %s 相差超过 %d%%，须说明理由（%s）。".formatted(price, fee, percent, of),
              "The price, %s, is more than %d %% off the published fee of %s and needs a reason (%s)."
                  .formatted(price.format(true), percent, fee.format(true), ofEn),
              "请在合同中说明价格理由后重新确认。", "Give the reason in the contract and agree again."));
    }
  }

  static Finding fail(
      String provision, String check, Map<String, Object> facts, String zh, String en, String remedyZh, String remedyEn) {
    return new Finding(
        provision, check, Verdict.FAILS, facts, new Text(zh, en), new Text(remedyZh, remedyEn));
  }
}
