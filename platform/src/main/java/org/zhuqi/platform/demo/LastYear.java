package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhuqi.platform.demo.TradeActs.Order;
import org.zhuqi.platform.inspections.InspectionDraw;
import org.zhuqi.platform.redemption.Redemption;

/** 2023: a first batch, used, redeemed and paid. And what the spot check of 2024 made of it. */
class LastYear {
  /** What the honest and the dishonest institution were paid for in 2023. */
  record Trades(UUID honest, UUID dishonest) {}

  private final Stage stage;
  private final VoucherActs vouchers;
  private final TradeActs trades;
  private final TreasuryActs treasury;
  private final InspectionActs inspections;
  private final InstitutionActs institutions;

  LastYear(
      Stage stage,
      VoucherActs vouchers,
      TradeActs trades,
      TreasuryActs treasury,
      InspectionActs inspections,
      InstitutionActs institutions) {
    this.stage = stage;
    this.vouchers = vouchers;
    this.trades = trades;
    this.treasury = treasury;
    this.inspections = inspections;
    this.institutions = institutions;
  }

  Trades play(UUID testing, UUID finance) {
    UUID line = vouchers.budget("bureau.zhou", "finance.zheng", "GUIYANG", 2023, "1000000");
    UUID batch =
        vouchers.batch("bureau.zhou", line, "2023 年助企券", "Batch of 2023", "600000", "2023-10-23T09:00", "2023-12-20T18:00",
            LocalDate.of(2023, 12, 29));
    stage.at("2023-10-23T09:05");
    UUID yunlan = vouchers.claim("yunlan", batch, "60000");
    UUID panshi = vouchers.claim("panshi", batch, "30000");
    Order honest = Order.of("yunlan", "mingheng", testing, "2023 年度产品型式检测", "80000", "40000", "2023-10-24", "2023-12-15");
    Order dishonest = Order.of("panshi", "hongtu", finance, "技改项目融资方案", "40000", "20000", "2023-10-24", "2023-12-15");
    stage.at("2023-10-24T10:00");
    UUID first = trades.file(honest, yunlan);
    UUID second = trades.file(dishonest, panshi);
    stage.at("2023-11-13T10:00");
    trades.deliver(honest, first);
    trades.deliver(dishonest, second);
    stage.at("2023-11-15T10:00");
    trades.confirm(honest, first, 5, "数据详实，按期完成。");
    trades.confirm(dishonest, second, 3, "方案比较笼统。");
    List<Redemption> asked =
        List.of(trades.redeem(honest, first, "23522000000000000001"), trades.redeem(dishonest, second, "23522000000000000002"));
    stage.at("2023-11-17T10:00");
    asked.forEach(r -> trades.review("review.jiang", r));
    stage.at("2023-11-20T10:00");
    asked.forEach(r -> trades.approve("bureau.zhou", r));
    trades.publish("bureau.zhou", "GUIYANG", asked);
    stage.at("2023-11-29T10:00");
    treasury.pay("GUIYANG", "finance.zheng", "finance.wang");
    return new Trades(first, second);
  }

  /** The draw of April: both transactions of the year are few enough to be drawn. @return the finding, raised */
  UUID isChecked(Trades t) {
    stage.at("2024-04-08T10:00");
    UUID announced =
        inspections.announce("bureau.zhou", "GUIYANG", "2024 年 4 月 10 日某公开开奖的号码（虚构）", LocalDate.of(2024, 4, 10));
    stage.at("2024-04-11T10:00");
    InspectionDraw draw = inspections.draw("review.jiang", announced, "0410237");
    UUID clean = inspections.assign("bureau.wu", draw.id(), t.honest(), "review.jiang");
    UUID foul = inspections.assign("bureau.wu", draw.id(), t.dishonest(), "review.shen");
    stage.at("2024-04-18T15:00");
    inspections.visit("review.jiang", clean, "检测实验室（虚构）", "原始记录、样品和报告一致。");
    inspections.clean("review.jiang", clean, "服务真实，未发现问题。");
    inspections.visit("review.shen", foul, "机构办公地点（虚构）", "融资方案与另一企业的方案雷同，无工作底稿。");
    return inspections.raiseFraud("review.shen", foul, "hongtu", "以雷同方案冒充专项服务，骗取兑现资金（虚构情节）。");
  }

  /** Decided after the party was heard; the money is claimed back, open redemptions stop, the institution goes. */
  void isSettled(UUID finding) {
    inspections.hear("bureau.zhou", "hongtu", finding, "方案系员工套用，我单位愿意退回资金（虚构）。");
    stage.at("2024-05-29T10:00");
    inspections.uphold("bureau.wu", finding, "雷同方案和缺失的底稿相互印证，认定成立。");
    institutions.remove("hongtu", "centre.lin", "centre.he");
    stage.at("2024-06-03T15:00");
    inspections.receive("finance.zheng", finding, "12000", "TH2024060300001");
  }
}
