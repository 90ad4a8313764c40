package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.zhuqi.platform.demo.TradeActs.Order;
import org.zhuqi.platform.redemption.Redemption;

/** A year of invented business, so that every page of the demo has something true to show. */
class Story {
  /** When the demo begins for whoever opens it. */
  static final LocalDateTime END = LocalDateTime.parse("2024-09-02T09:00");

  private final Cast cast;
  private final Stage stage;
  private final InstitutionActs institutions;
  private final VoucherActs vouchers;
  private final TradeActs trades;
  private final TreasuryActs treasury;
  private final LastYear lastYear;

  Story(
      Cast cast,
      Stage stage,
      InstitutionActs institutions,
      VoucherActs vouchers,
      TradeActs trades,
      TreasuryActs treasury,
      LastYear lastYear) {
    this.cast = cast;
    this.stage = stage;
    this.institutions = institutions;
    this.vouchers = vouchers;
    this.trades = trades;
    this.treasury = treasury;
    this.lastYear = lastYear;
  }

  void play() {
    stage.at("2023-10-09T09:00");
    cast.enter();
    admitFirst();

    stage.at("2023-10-20T09:30");
    UUID testing = institutions.item("mingheng", "工业产品检验检测", "testing", "innovation", "80000", "按项次");
    institutions.item("mingheng", "质量管理体系认证辅导", "certification", "innovation", "60000", "按次");
    UUID lean = institutions.item("zhiyuan", "精益生产管理咨询", "management", "management", "120000", "按项目");
    institutions.item("zhiyuan", "企业人才梯队建设", "talent", "talent", "50000", "按项目");
    UUID digital = institutions.item("huilian", "生产线数字化改造咨询", "digital", "innovation", "200000", "按项目");
    institutions.item("qiming", "产品外观与结构设计", "design", "innovation", "90000", "按项目");
    UUID finance = institutions.item("hongtu", "融资方案设计", "finance", "finance", "40000", "按次");

    LastYear.Trades ofLastYear = lastYear.play(testing, finance);

    stage.at("2024-01-08T09:30");
    UUID cityLine = vouchers.budget("bureau.zhou", "finance.zheng", "GUIYANG", 2024, "20000000");
    UUID newAreaLine = vouchers.budget("bureau.feng", "finance.chen", "GUIAN", 2024, "5000000");
    UUID spring =
        vouchers.batch("bureau.zhou", cityLine, "2024 年第一批助企券", "First batch of 2024", "6000000",
            "2024-02-19T09:00", "2024-08-31T18:00", LocalDate.of(2024, 9, 30));
    UUID newArea =
        vouchers.batch("bureau.feng", newAreaLine, "贵安新区 2024 年助企券", "Gui'an's batch of 2024", "1500000",
            "2024-02-19T09:00", "2024-11-30T18:00", LocalDate.of(2024, 12, 20));

    stage.at("2024-02-19T09:05");
    UUID yunlan = vouchers.claim("yunlan", spring, "200000");
    UUID qinghe = vouchers.claim("qinghe", spring, "150000");
    UUID panshi = vouchers.claim("panshi", spring, "80000");
    UUID jiangyuan = vouchers.claim("jiangyuan", spring, "100000");
    UUID xinghan = vouchers.claim("xinghan", newArea, "120000");
    vouchers.ask("shangmao", spring, "50000");

    Order first = Order.of("yunlan", "mingheng", testing, "出口产品检验检测服务", "80000", "40000", "2024-03-05", "2024-05-31");
    Order second = Order.of("qinghe", "mingheng", testing, "食品接触材料检测服务", "60000", "30000", "2024-03-08", "2024-06-30");
    Order third = Order.of("yunlan", "zhiyuan", lean, "总装车间精益生产咨询", "120000", "60000", "2024-05-06", "2024-08-31");
    Order fourth = Order.of("xinghan", "huilian", digital, "贴片产线数字化咨询", "180000", "90000", "2024-05-20", "2024-08-31");
    Order fifth = Order.of("qinghe", "zhiyuan", lean, "灌装车间精益生产咨询", "100000", "50000", "2024-08-01", "2024-12-15");
    Order sixth = Order.of("yunlan", "mingheng", testing, "新品型式试验服务", "90000", "45000", "2024-09-05", "2024-11-30");
    Order seventh = Order.of("xinghan", "mingheng", testing, "车规级元件检测服务", "60000", "30000", "2024-08-05", "2024-09-30");
    Order stopped = Order.of("panshi", "hongtu", finance, "扩产项目融资方案", "40000", "20000", "2024-03-05", "2024-05-31");
    Order running = Order.of("jiangyuan", "hongtu", finance, "项目建设融资方案", "40000", "20000", "2024-03-08", "2024-12-15");

    stage.at("2024-03-04T10:00");
    UUID firstContract = trades.file(first, yunlan);
    UUID secondContract = trades.file(second, qinghe);
    UUID stoppedContract = trades.file(stopped, panshi);
    trades.file(running, jiangyuan);
    UUID finding = lastYear.isChecked(ofLastYear);
    stage.at("2024-04-22T10:00");
    List.of("mingheng", "zhiyuan", "huilian", "hongtu").forEach(institutions::fileYearlyPapers);
    stage.at("2024-05-06T10:00");
    List.of("mingheng", "zhiyuan", "huilian", "hongtu").forEach(l -> institutions.checkYearlyPapers("centre.lin", l));
    UUID thirdContract = trades.file(third, yunlan);
    trades.deliver(first, firstContract);
    trades.deliver(stopped, stoppedContract);
    stage.at("2024-05-09T15:00");
    trades.confirm(first, firstContract, 5, "检测及时，报告清楚。");
    trades.confirm(stopped, stoppedContract, 3, "等待时间偏长。");
    stage.at("2024-05-20T10:00");
    UUID fourthContract = trades.file(fourth, xinghan);
    trades.redeem(stopped, stoppedContract, "24522000000000000005");
    payFirst(first, firstContract, finding);
    stage.at("2024-06-20T10:00");
    trades.deliver(second, secondContract);
    stage.at("2024-06-24T10:00");
    trades.confirm(second, secondContract, 4, "服务不错，沟通可以再快一些。");
    bounceSecond(second, secondContract);

    stage.at("2024-08-01T10:00");
    trades.file(fifth, qinghe);
    vouchers.batch("bureau.zhou", cityLine, "2024 年第二批助企券", "Second batch of 2024", "3000000",
        "2024-08-26T09:00", "2024-12-20T18:00", LocalDate.of(2025, 6, 30));
    vouchers.batch("bureau.zhou", cityLine, "2024 年第三批助企券", "Third batch of 2024", "2000000",
        "2024-09-03T09:00", "2024-12-20T18:00", LocalDate.of(2025, 6, 30));

    stage.at("2024-08-05T10:00");
    UUID seventhContract = trades.file(seventh, xinghan);
    stage.at("2024-08-19T10:00");
    trades.deliver(fourth, fourthContract);
    UUID bolan = institutions.apply("bolan");
    stage.at("2024-08-20T10:00");
    trades.confirm(fourth, fourthContract, 5, "改造方案可行，已立项实施。");
    Redemption onNotice = trades.redeem(fourth, fourthContract, "24522000000000000004");
    institutions.pass("centre.lin", bolan, "材料齐全，条件符合。");
    stage.at("2024-08-23T10:00");
    trades.review("review.shen", onNotice);
    institutions.pass("centre.he", bolan, "同意列入公示名单。");
    stage.at("2024-08-27T10:00");
    trades.deliver(third, thirdContract);
    trades.approve("bureau.feng", onNotice);
    UUID ruifeng = institutions.apply("ruifeng");
    stage.at("2024-08-28T10:00");
    trades.confirm(third, thirdContract, 4, "效率提升明显。");
    UUID bolanNotice = institutions.publish("centre.he", List.of(bolan));
    institutions.object(bolanNotice, "该机构办公地点与申报材料不一致，请核实（虚构）。");
    trades.publish("bureau.feng", "GUIAN", List.of(onNotice));
    institutions.sendBack("centre.lin", ruifeng);
    stage.at("2024-08-30T10:00");
    trades.redeem(third, thirdContract, "24522000000000000003");
    trades.deliver(seventh, seventhContract);
    trades.agree(sixth);
    institutions.apply("tongda");
    institutions.draft("hechuang");
    stage.at(END.toString());
  }

  private void admitFirst() {
    stage.at("2023-10-09T10:00");
    List<UUID> first = List.of("mingheng", "zhiyuan", "huilian", "qiming", "hongtu").stream().map(institutions::apply).toList();
    stage.at("2023-10-10T14:00");
    first.forEach(a -> institutions.pass("centre.lin", a, "材料齐全，条件符合。"));
    stage.at("2023-10-11T10:00");
    first.forEach(a -> institutions.pass("centre.he", a, "同意列入公示名单。"));
    institutions.publish("centre.he", first);
  }

  /** The first redemption goes all the way to the bank, while last year's fraud is settled. */
  private void payFirst(Order order, UUID contract, UUID finding) {
    Redemption r = trades.redeem(order, contract, "24522000000000000001");
    stage.at("2024-05-22T10:00");
    trades.review("review.jiang", r);
    stage.at("2024-05-23T10:00");
    trades.approve("bureau.zhou", r);
    trades.publish("bureau.zhou", "GUIYANG", List.of(r));
    lastYear.isSettled(finding);
    treasury.pay("GUIYANG", "finance.zheng", "finance.wang");
  }

  /** The second one comes back from the bank and waits for a mended account. */
  private void bounceSecond(Order order, UUID contract) {
    Redemption r = trades.redeem(order, contract, "24522000000000000002");
    stage.at("2024-06-26T10:00");
    trades.review("review.jiang", r);
    stage.at("2024-06-27T10:00");
    trades.approve("bureau.zhou", r);
    trades.publish("bureau.zhou", "GUIYANG", List.of(r));
    stage.at("2024-07-08T10:00");
    treasury.bounce("GUIYANG", "finance.zheng", "finance.wang", "收款账号与户名不符");
  }
}
