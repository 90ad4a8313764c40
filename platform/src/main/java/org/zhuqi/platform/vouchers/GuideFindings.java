package org.zhuqi.platform.vouchers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Condition;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;

/** In which way an amount is not one that the batch's guide allows. Empty when it is. */
final class GuideFindings {
  private GuideFindings() {}

  static List<Finding> of(Condition by, Batch batch, Standing s, Money amount, String category) {
    Guide guide = batch.guide();
    List<Finding> findings = new ArrayList<>();
    if (!guide.pots().isEmpty() && !guide.pots().containsKey(category)) {
      findings.add(
          fail(
              by, "guide.category", Map.of("category", category),
              new Text("本批次按服务类别分设额度，请选择类别。", "This batch has a pot per service category: choose one."),
              new Text("可选类别见发放指南。", "The guide names the categories.")));
    }
    if (!amount.isPositive()) {
      findings.add(
          fail(by, "guide.amount", Map.of("asked", amount), new Text("申领金额须大于零。", "Ask for more than nothing."), null));
    }
    if (!guide.faces().isEmpty() && !guide.faces().contains(amount)) {
      findings.add(
          fail(
              by, "guide.faces", Map.of("asked", amount),
              new Text("%s 不是本批次的券面额。".formatted(amount), "%s is not a face value of this batch.".formatted(amount.format(true))),
              new Text("请选择面额：" + faces(guide, false) + "。", "Choose one of: " + faces(guide, true) + ".")));
    }
    Money perClaim = guide.capPerClaim();
    if (perClaim != null && amount.isMoreThan(perClaim)) {
      findings.add(
          fail(
              by, "guide.per_claim", Map.of("asked", amount, "cap", perClaim),
              new Text(
                  "单次最多申领 %s，本次申请 %s。".formatted(perClaim, amount),
                  "One claim is at most %s; %s was asked for.".formatted(perClaim.format(true), amount.format(true))),
              atMost(perClaim)));
    }
    Money perHolding = guide.capPerHolding();
    if (perHolding != null && amount.plus(s.heldOfBatch()).isMoreThan(perHolding)) {
      Money left = perHolding.minus(s.heldOfBatch()).max(Money.ZERO);
      findings.add(
          fail(
              by, "guide.per_holding", Map.of("asked", amount, "held", s.heldOfBatch(), "cap", perHolding),
              new Text(
                  "每家最多持有本批次 %s，已领 %s，本次申请 %s。".formatted(perHolding, s.heldOfBatch(), amount),
                  "One holder has at most %s of this batch; it has %s and asked for %s."
                      .formatted(perHolding.format(true), s.heldOfBatch().format(true), amount.format(true))),
              left.isZero() ? new Text("请等待下一批次。", "Wait for the next batch.") : atMost(left)));
    }
    if (full(batch, s)) {
      findings.add(
          fail(
              by, "guide.holders", Map.of("holders", (long) s.holders()),
              new Text("本批次限 %d 家，名额已满。".formatted(s.holders()), "The batch is for %d holders, all places are taken.".formatted(s.holders())),
              new Text("请等待下一批次。", "Wait for the next batch.")));
    }
    return findings;
  }

  /** Whether a newcomer finds no place any more. */
  static boolean full(Batch batch, Standing s) {
    Integer most = batch.guide().holders();
    return most != null && s.heldOfBatch().isZero() && s.holders() >= most;
  }

  private static Text atMost(Money money) {
    return new Text("请改为不超过 %s。".formatted(money), "Ask for at most %s.".formatted(money.format(true)));
  }

  private static String faces(Guide guide, boolean english) {
    return String.join(
        english ? ", " : "、", guide.faces().stream().sorted().map(f -> f.format(english)).toList());
  }

  private static Finding fail(Condition by, String check, Map<String, Object> facts, Text sentence, @Nullable Text remedy) {
    return new Finding(by.id(), check, Verdict.FAILS, facts, sentence, remedy);
  }
}
