package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.RecordDuty;
import org.zhuqi.platform.ledger.Line;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/** What must hold before a batch is planned, and before it is released. Names everything that is wrong. */
@Component
class BatchChecks {
  private final Clock clock;

  BatchChecks(Clock clock) {
    this.clock = clock;
  }

  List<Refusal> plan(Actor by, PlanBatch plan, Line line, Pack pack) {
    List<Refusal> wrong = new ArrayList<>();
    if (!by.covers(line.funder())) wrong.add(otherFunder());
    if (!plan.amount().isPositive()) {
      wrong.add(Refusal.of("amount_not_positive", "批次金额须大于零。", "The amount must be more than zero.").at("amount"));
    }
    if (!plan.closesAt().isAfter(plan.opensAt())) {
      wrong.add(
          Refusal.of("dates_reversed", "截止时间须晚于开放时间。", "It must close after it opens.").at("closesAt"));
    }
    LocalDate lastClaim = lastClaim(plan.closesAt());
    LocalDate validUntil = plan.guide().validUntil();
    if (validUntil != null && validUntil.isBefore(lastClaim)) {
      wrong.add(
          Refusal.of(
                  "valid_before_claims",
                  "有效期至 %s，早于最后一个可领取日 %s，那天领到的券当天即已失效。".formatted(validUntil, lastClaim),
                  "Valid until %s, before the last day of claims, %s: a voucher of that day would be dead on arrival.".formatted(validUntil, lastClaim))
              .remedy("请推后有效期，或提前截止时间。", "Let it be valid for longer, or close it earlier.")
              .at("validUntil"));
    }
    wrong.addAll(life(plan.opensAt().toLocalDate(), plan.closesAt(), pack));
    if (line.year() < plan.opensAt().getYear()) {
      wrong.add(
          Refusal.of(
                  "budget_of_past_year",
                  "%d 年的预算不能用于 %d 年开放的批次。".formatted(line.year(), plan.opensAt().getYear()),
                  "The budget of %d does not pay a batch that opens in %d.".formatted(line.year(), plan.opensAt().getYear()))
              .by(duty(pack))
              .remedy("请选择开放当年的预算。", "Choose the budget of the year in which it opens.")
              .at("line"));
    }
    wrong.addAll(guide(plan.guide(), pack));
    Money pots = plan.guide().pots().values().stream().reduce(Money.ZERO, Money::plus);
    if (!plan.guide().pots().isEmpty() && !pots.equals(plan.amount())) {
      wrong.add(
          Refusal.of(
                  "pots_differ",
                  "各类别额度合计 %s，与批次金额 %s 不一致。".formatted(pots, plan.amount()),
                  "The pots add up to %s, the batch to %s.".formatted(pots.format(true), plan.amount().format(true)))
              .at("pots"));
    }
    return wrong;
  }

  /** The last minute in which a claim may come lies just before the closing time. */
  private static LocalDate lastClaim(LocalDateTime closesAt) {
    return closesAt.minusNanos(1).toLocalDate();
  }

  private List<Refusal> life(LocalDate opens, LocalDateTime closesAt, Pack pack) {
    Life life = pack.one(Life.class, "measure.life");
    List<Refusal> wrong = new ArrayList<>();
    for (LocalDate day : List.of(LocalDate.now(clock), opens)) {
      Finding finding = life.check(Life.Act.OPEN_BATCH, day);
      if (!finding.holds()) {
        wrong.add(Refusals.of("batch_after_end", finding, "opensAt"));
        return wrong;
      }
    }
    Finding claims = life.check(Life.Act.CLAIM, lastClaim(closesAt));
    if (!claims.holds()) wrong.add(Refusals.of("batch_after_end", claims, "closesAt"));
    return wrong;
  }

  /** The guide once more through the reader, which checks it against the measure. */
  private static List<Refusal> guide(Guide guide, Pack pack) {
    return switch (Guide.parse(guide.toMap(), pack)) {
      case Guide.Parsed.Valid valid -> List.of();
      case Guide.Parsed.Invalid(var errors) ->
          errors.stream()
              .map(e -> new Refusal("guide_invalid", duty(pack), e.reason(), null, e.field()))
              .toList();
    };
  }

  List<Refusal> release(Actor by, Batch b, Pack pack, Money unissued) {
    List<Refusal> wrong = new ArrayList<>();
    if (!by.covers(b.funder())) wrong.add(otherFunder());
    if (b.planDocument() == null) wrong.add(paper("planDocument", "发放方案", "issuing plan", pack));
    if (b.guideDocument() == null) wrong.add(paper("guideDocument", "发放指南", "issuing guide", pack));
    if (!b.closesAt().isAfter(clock.instant())) {
      wrong.add(
          Refusal.of("batch_past", "截止时间已过。", "Its closing time has passed.")
              .remedy("请重新设定时间。", "Set other times.")
              .at("closesAt"));
    }
    wrong.addAll(
        life(
            b.opensAt().atZone(clock.getZone()).toLocalDate(),
            b.closesAt().atZone(clock.getZone()).toLocalDateTime(),
            pack));
    if (b.amount().isMoreThan(unissued)) {
      wrong.add(
          Refusal.of(
                  "budget_exceeded",
                  "该预算尚未安排的金额为 %s，不足批次金额 %s。".formatted(unissued, b.amount()),
                  "The line has %s left, less than the batch's %s."
                      .formatted(unissued.format(true), b.amount().format(true)))
              .remedy("请减少批次金额，或先追加预算并由财政部门确认。", "Make the batch smaller, or have more budget confirmed first.")
              .at("amount"));
    }
    return wrong;
  }

  private static Refusal paper(String field, String zh, String en, Pack pack) {
    return Refusal.of(
            "batch_paper_missing", "发布前须上传%s。".formatted(zh), "Upload the %s before releasing.".formatted(en))
        .by(duty(pack))
        .at(field);
  }

  private static String duty(Pack pack) {
    return pack.one(RecordDuty.class, Budgets.PLAN_ROLE).id();
  }

  static Refusal otherFunder() {
    return Refusal.of("batch_other_funder", "只能办理本部门出资的批次。", "Only batches of your own funder.");
  }
}
