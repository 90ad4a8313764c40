package org.zhuqi.measures;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What a guide must keep: the measure's own bounds, and sense within itself. */
final class GuideBounds {
  private GuideBounds() {}

  /** Takes an error: field, Chinese, English. */
  interface Errors {
    void add(String field, String zh, String en);
  }

  static void check(Guide guide, Pack pack, Errors errors) {
    for (Share share : pack.byRole(Share.class, "contract.share")) {
      if (!share.allows(guide.sharePercent())) {
        errors.add(
            "sharePercent",
            "应在 %d%% 至 %d%% 之间（%s）。".formatted(share.minPercent(), share.maxPercent(), share.citation().zh()),
            "Must lie between %d and %d percent (%s)."
                .formatted(share.minPercent(), share.maxPercent(), share.citation().en()));
      }
    }
    amounts(guide, errors);
    dates(guide, errors);
    categories(guide, pack, errors);
  }

  private static void amounts(Guide guide, Errors errors) {
    Money claim = guide.capPerClaim();
    Money holding = guide.capPerHolding();
    if (claim != null && holding != null && claim.isMoreThan(holding)) {
      errors.add("capPerClaim", "不应高于单户持有上限。", "Must not be more than the cap per holding.");
    }
    for (Money face : guide.faces()) {
      if ((claim != null && face.isMoreThan(claim)) || (holding != null && face.isMoreThan(holding))) {
        errors.add("faces", "面额 " + face + " 高于领取上限。", "The face " + face.format(true) + " is above the cap.");
      }
    }
  }

  private static void dates(Guide guide, Errors errors) {
    LocalDate until = guide.validUntil();
    LocalDate earliest = guide.earliestContractDate();
    if (until == null && guide.validityDays() == null) {
      errors.add("validUntil", "须规定有效天数或截止日期。", "Days of validity or a last day must be set.");
    }
    if (until != null && earliest != null && earliest.isAfter(until)) {
      errors.add(
          "earliestContractDate", "最早合同日期晚于有效期截止日。", "The earliest contract date lies after the last day.");
    }
  }

  private static void categories(Guide guide, Pack pack, Errors errors) {
    for (Menu menu : pack.byRole(Menu.class, "service.categories")) {
      Set<String> named = new TreeSet<>(guide.categories());
      named.addAll(guide.pots().keySet());
      named.stream()
          .filter(c -> !menu.contains(c))
          .forEach(
              c ->
                  errors.add(
                      guide.categories().contains(c) ? "categories" : "pots",
                      "“" + c + "”不在服务事项范围内（" + menu.citation().zh() + "）。",
                      "\"" + c + "\" is not among the service categories (" + menu.citation().en() + ")."));
    }
    guide.pots().keySet().stream()
        .filter(c -> !guide.allowsCategory(c))
        .forEach(
            c -> errors.add("pots", "“" + c + "”不在本指南的服务事项内。", "\"" + c + "\" is not a category of this guide."));
  }
}
