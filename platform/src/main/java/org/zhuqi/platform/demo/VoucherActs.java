package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.vouchers.ClaimDesk;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.PlanBudget;

/** What funders and holders do in the story until a voucher is in somebody's hands. */
class VoucherActs {
  private final Cast cast;
  private final Stage stage;
  private final Budgets budgets;
  private final Batches batches;
  private final ClaimDesk desk;

  VoucherActs(Cast cast, Stage stage, Budgets budgets, Batches batches, ClaimDesk desk) {
    this.cast = cast;
    this.stage = stage;
    this.budgets = budgets;
    this.batches = batches;
    this.desk = desk;
  }

  UUID budget(String bureau, String finance, String funder, int year, String yuan) {
    UUID change =
        budgets
            .plan(cast.actor(bureau), new PlanBudget("GYV", funder, year, Money.of(yuan), year + " 年部门预算批复（演示虚构）"))
            .orThrow();
    return budgets.confirm(cast.actor(finance), change).orThrow();
  }

  UUID batch(
      String bureau, UUID line, String zh, String en, String yuan, String opens, String closes, LocalDate validUntil) {
    Actor by = cast.actor(bureau);
    Guide guide =
        Guide.builder()
            .sharePercent(50)
            .capPerClaim(Money.of("200000"))
            .capPerContract(Money.of("150000"))
            .validUntil(validUntil)
            .redemptionWindowDays(90)
            .earliestContractDate(LocalDateTime.parse(opens).toLocalDate().withDayOfYear(1))
            .priceDeviationPercent(50)
            .build();
    UUID plan = stage.paper(by, "plan", zh + "发放方案", "总额 " + yuan + " 元，先领先得，发完为止。");
    UUID paper = stage.paper(by, "guide", zh + "发放指南", "券额支付不超过合同价款的 50%，单份合同不超过 150,000 元。");
    UUID batch =
        batches
            .plan(
                by,
                new PlanBatch(
                    line, new Text(zh, en), Money.of(yuan), guide, LocalDateTime.parse(opens), LocalDateTime.parse(closes),
                    plan, paper))
            .orThrow();
    return batches.open(by, batch).orThrow();
  }

  UUID claim(String login, UUID batch, String yuan) {
    ClaimAnswer answer = ask(login, batch, yuan);
    UUID voucher = answer.voucher();
    if (voucher == null) throw new IllegalStateException(login + " was refused: " + answer.refusals());
    return voucher;
  }

  ClaimAnswer ask(String login, UUID batch, String yuan) {
    return desk.claim(cast.actor(login), batch, Money.of(yuan), "demo-" + login + "-" + batch);
  }
}
