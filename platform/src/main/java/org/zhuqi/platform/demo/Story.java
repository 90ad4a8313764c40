package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.contracts.DraftContract;
import org.zhuqi.platform.contracts.SignedPaper;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.registers.Apply;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.vouchers.Batches;
import org.zhuqi.platform.vouchers.Budgets;
import org.zhuqi.platform.vouchers.ClaimDesk;
import org.zhuqi.platform.vouchers.Filing;
import org.zhuqi.platform.vouchers.PlanBatch;
import org.zhuqi.platform.vouchers.PlanBudget;
import org.zhuqi.platform.vouchers.VoucherPart;

/** Eight months of invented business, so that every page of the demo has something true to show. */
class Story {
  private static final String VOUCHERS = "GYV";
  private static final String INSTITUTIONS = "GYI";

  private final Cast cast;
  private final Stage stage;
  private final Registers registers;
  private final Casework casework;
  private final Catalogue catalogue;
  private final Budgets budgets;
  private final Batches batches;
  private final ClaimDesk desk;
  private final Contracts contracts;
  private final Filing filing;
  private final Ratings ratings;

  Story(
      Cast cast,
      Stage stage,
      Registers registers,
      Casework casework,
      Catalogue catalogue,
      Budgets budgets,
      Batches batches,
      ClaimDesk desk,
      Contracts contracts,
      Filing filing,
      Ratings ratings) {
    this.cast = cast;
    this.stage = stage;
    this.registers = registers;
    this.casework = casework;
    this.catalogue = catalogue;
    this.budgets = budgets;
    this.batches = batches;
    this.desk = desk;
    this.contracts = contracts;
    this.filing = filing;
    this.ratings = ratings;
  }

  void play() {
    stage.at("2024-01-08T09:00");
    cast.enter();
    firstInstitutions();
    UUID cityLine = budget("bureau.zhou", "finance.zheng", "GUIYANG", "20000000");
    UUID newAreaLine = budget("bureau.feng", "finance.chen", "GUIAN", "5000000");
    UUID spring = batch("bureau.zhou", cityLine, "2024 年第一批助企券", "First batch of 2024", "6000000",
        "2024-02-19T09:00", "2024-08-31T18:00", LocalDate.of(2024, 9, 30));
    UUID newArea = batch("bureau.feng", newAreaLine, "贵安新区 2024 年助企券", "Gui'an's batch of 2024", "1500000",
        "2024-02-19T09:00", "2024-11-30T18:00", LocalDate.of(2024, 12, 20));

    stage.at("2024-02-19T09:05");
    UUID yunlan = claim("yunlan", spring, "200000");
    UUID qinghe = claim("qinghe", spring, "150000");
    claim("panshi", spring, "80000");
    claim("jiangyuan", spring, "100000");
    UUID xinghan = claim("xinghan", newArea, "120000");
    desk.claim(cast.actor("shangmao"), spring, Money.of("50000"), "demo-refused");
  }

  private void firstInstitutions() {
    stage.at("2024-01-10T10:00");
    List<UUID> first =
        List.of("mingheng", "zhiyuan", "huilian", "qiming", "hongtu").stream().map(this::apply).toList();
    stage.at("2024-01-12T14:00");
    first.forEach(a -> decide("centre.lin", "register.application", a, "材料齐全，条件符合。"));
    stage.at("2024-01-15T10:00");
    first.forEach(a -> decide("centre.he", "register.application", a, "同意列入公示名单。"));
    registers.publish(cast.actor("centre.he"), INSTITUTIONS, "admission", first).orThrow();
    stage.at("2024-01-25T09:30");
    item("mingheng", "工业产品检验检测", "testing", "innovation", "80000", "按项次");
    item("mingheng", "质量管理体系认证辅导", "certification", "innovation", "60000", "按次");
    item("zhiyuan", "精益生产管理咨询", "management", "management", "120000", "按项目");
    item("zhiyuan", "企业人才梯队建设", "talent", "talent", "50000", "按项目");
    item("huilian", "生产线数字化改造咨询", "digital", "innovation", "200000", "按项目");
    item("qiming", "产品外观与结构设计", "design", "innovation", "90000", "按项目");
    item("hongtu", "融资方案设计", "finance", "finance", "40000", "按次");
  }

  private UUID budget(String bureau, String finance, String funder, String yuan) {
    UUID change =
        budgets
            .plan(cast.actor(bureau), new PlanBudget(VOUCHERS, funder, 2024, Money.of(yuan), "2024 年部门预算批复（演示虚构）"))
            .orThrow();
    return budgets.confirm(cast.actor(finance), change).orThrow();
  }

  private UUID batch(
      String bureau, UUID line, String zh, String en, String yuan, String opens, String closes, LocalDate validUntil) {
    Actor by = cast.actor(bureau);
    Guide guide =
        Guide.builder()
            .sharePercent(50)
            .capPerClaim(Money.of("200000"))
            .capPerContract(Money.of("150000"))
            .validUntil(validUntil)
            .redemptionWindowDays(90)
            .earliestContractDate(LocalDate.of(2024, 1, 1))
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

  private UUID apply(String login) {
    Actor by = cast.actor(login);
    Map<String, Object> facts =
        Map.of(
            "applicant.professional_capacity", true,
            "applicant.fixed_premises", true,
            "applicant.staff", 12L,
            "applicant.investment_promotion", false,
            "applicant.scarce_service", false);
    Map<String, UUID> papers =
        Map.of(
            "qualification", stage.paper(by, "qualification", "资质证书", "专业服务资质：甲级（虚构）"),
            "social_insurance", stage.paper(by, "social_insurance", "社会保险缴纳证明", "参保人数：12 人"),
            "audited_accounts", stage.paper(by, "audited_accounts", "2023 年度财务审计报告", "审计意见：无保留意见（虚构）"),
            "way_proof", stage.paper(by, "way_proof", "经营场所租赁合同", "面积 300 平方米，租期至 2027 年"));
    UUID application =
        registers.apply(by, new Apply(INSTITUTIONS, by.partyOrThrow(), "admission", facts, papers)).orThrow();
    registers.submit(by, application, true).orThrow();
    return application;
  }

  private void decide(String login, String kind, UUID subject, String reason) {
    CaseFile c = casework.ofSubject(kind, subject);
    casework.decide(cast.actor(login), c.id(), c.revision(), StageDecision.PASS, reason).orThrow();
  }

  private UUID item(String login, String title, String category, String scope, String yuan, String unit) {
    return catalogue
        .publish(
            cast.actor(login),
            Item.market(
                title, category, scope, "现场调研、方案、实施辅导和成果报告（虚构）。", "需求沟通 → 签订合同 → 实施 → 交付 → 验收",
                Money.of(yuan).fen(), unit, "0851-55550000"))
        .orThrow();
  }

  private UUID claim(String login, UUID batch, String yuan) {
    var answer = desk.claim(cast.actor(login), batch, Money.of(yuan), "demo-" + login + "-" + batch);
    if (!answer.isGranted()) throw new IllegalStateException(login + " was refused: " + answer);
    return answer.voucher();
  }
}
