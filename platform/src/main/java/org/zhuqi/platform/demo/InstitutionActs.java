package org.zhuqi.platform.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Casework;
import org.zhuqi.platform.casework.Missing;
import org.zhuqi.platform.casework.StageDecision;
import org.zhuqi.platform.catalogue.Catalogue;
import org.zhuqi.platform.catalogue.Item;
import org.zhuqi.platform.notices.Notices;
import org.zhuqi.platform.registers.Apply;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.FilingChecks;
import org.zhuqi.platform.registers.Registers;
import org.zhuqi.platform.registers.Removals;
import org.zhuqi.platform.registers.YearlyPapers;
import org.zhuqi.platform.shared.Actor;

/** What institutions do in the story: apply, are reviewed, publish items, file their yearly papers, are removed. */
class InstitutionActs {
  private static final String MEASURE = "GYI";
  private static final String REGISTER = "admission";
  private static final String KIND = "register.application";

  private final Cast cast;
  private final Stage stage;
  private final Registers registers;
  private final Casework casework;
  private final Catalogue catalogue;
  private final YearlyPapers yearly;
  private final FilingChecks checks;
  private final Removals removals;
  private final Notices notices;

  InstitutionActs(
      Cast cast,
      Stage stage,
      Registers registers,
      Casework casework,
      Catalogue catalogue,
      YearlyPapers yearly,
      FilingChecks checks,
      Removals removals,
      Notices notices) {
    this.cast = cast;
    this.stage = stage;
    this.registers = registers;
    this.casework = casework;
    this.catalogue = catalogue;
    this.yearly = yearly;
    this.checks = checks;
    this.removals = removals;
    this.notices = notices;
  }

  UUID apply(String login) {
    UUID application = draft(login);
    registers.submit(cast.actor(login), application, true).orThrow();
    return application;
  }

  UUID draft(String login) {
    Actor by = cast.actor(login);
    Map<String, Object> facts =
        Map.of(
            "applicant.professional_capacity", true,
            "applicant.fixed_premises", true,
            "applicant.staff", 12L,
            "applicant.investment_promotion", false,
            "applicant.scarce_service", false);
    Map<String, List<UUID>> papers = new HashMap<>(papers(by));
    papers.put("qualification", List.of(stage.paper(by, "qualification", "资质证书", "专业服务资质：甲级（虚构）")));
    papers.put("way_proof", List.of(stage.paper(by, "way_proof", "经营场所租赁合同", "面积 300 平方米，租期至 2027 年")));
    return registers.apply(by, new Apply(MEASURE, by.partyOrThrow(), REGISTER, facts, papers)).orThrow();
  }

  private Map<String, List<UUID>> papers(Actor by) {
    return Map.of(
        "social_insurance", List.of(stage.paper(by, "social_insurance", "社会保险缴纳证明", "参保人数：12 人")),
        "audited_accounts", List.of(stage.paper(by, "audited_accounts", "年度财务审计报告", "审计意见：无保留意见（虚构）")));
  }

  void pass(String login, UUID application, String reason) {
    CaseFile c = casework.ofSubject(KIND, application);
    casework.decide(cast.actor(login), c.id(), c.revision(), StageDecision.PASS, reason).orThrow();
  }

  void sendBack(String login, UUID application) {
    CaseFile c = casework.ofSubject(KIND, application);
    var missing = List.of(new Missing("way_proof", "符合第三条所选情形的证明", "租赁合同缺少盖章页"));
    casework.sendBack(cast.actor(login), c.id(), c.revision(), missing, "请补齐后重新提交。").orThrow();
  }

  UUID publish(String login, List<UUID> applications) {
    return registers.publish(cast.actor(login), MEASURE, REGISTER, applications).orThrow();
  }

  /** Somebody of the public objects to the first line. */
  void object(UUID notice, String grounds) {
    notices.object(notice, 1, "示例市民", "0851-55559999", grounds, null).orThrow();
  }

  UUID item(String login, String title, String category, String scope, String yuan, String unit) {
    return catalogue
        .publish(
            cast.actor(login),
            Item.market(
                title, category, scope, "现场调研、方案、实施辅导和成果报告（虚构）。", "需求沟通 → 签订合同 → 实施 → 交付 → 验收",
                Money.of(yuan).fen(), unit, "0851-55550000"))
        .orThrow();
  }

  void fileYearlyPapers(String login) {
    Actor by = cast.actor(login);
    yearly.file(by, entry(login).id(), papers(by)).orThrow();
  }

  /** The centre looks at the papers and finds them in order. */
  void checkYearlyPapers(String official, String login) {
    Actor by = cast.actor(official);
    yearly.due(by, entry(login).id()).orElseThrow().past().stream()
        .map(f -> f.filing())
        .filter(f -> f.result() == null)
        .forEach(f -> checks.accept(by, f.id()).orThrow());
  }

  void remove(String login, String proposer, String decider) {
    Actor by = cast.actor(proposer);
    UUID evidence = stage.paper(by, "evidence", "核查记录", "出具的报告与实际不符（虚构）。");
    UUID removal =
        removals
            .propose(by, entry(login).id(), "false_materials", "出具虚假报告（虚构情节）。", stage.inWorkingDays(5), List.of(evidence))
            .orThrow();
    removals.heard(cast.actor(login), removal, "我单位对核查结果没有异议。").orThrow();
    var r = removals.get(cast.actor(decider), removal);
    removals.decide(cast.actor(decider), removal, r.revision(), true, "事实清楚，证据充分，予以清退。").orThrow();
    removals.carriedOut(cast.actor("admin"), removal, "平台已停止展示并关闭权限。", LocalDate.now(stage.clock())).orThrow();
  }

  private Entry entry(String login) {
    return registers.entryOf(cast.party(login), MEASURE).orElseThrow();
  }
}
