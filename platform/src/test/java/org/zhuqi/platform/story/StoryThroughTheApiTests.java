package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.demo.Papers;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.identity.OpenAccount;
import org.zhuqi.platform.parties.CreditCode;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.time.DayTurn;
import org.zhuqi.platform.time.MovableClock;
import tools.jackson.databind.JsonNode;

/** The whole story by programs alone: budget, admission, claim, contract, redemption, payout, spot check, removal, end. */
@TestPropertySource(properties = "zhuqi.database.name=story_api_${random.int(1000000000)}")
class StoryThroughTheApiTests extends PlatformTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String PASSWORD = "Story-of-a-voucher-1";
  private static final String SELLER = CreditCode.complete("91520115", "MA0TRY01").value();
  private static final String BUYER = CreditCode.complete("91520103", "MA0TRY02").value();
  private static final String PRICE = "80000.00";
  private static final String PART = "40000.00";

  @Autowired Accounts accounts;
  @Autowired MovableClock clock;
  @Autowired DayTurn days;
  @Autowired AuditChain chain;
  @LocalServerPort int port;

  private Api institution;
  private Api enterprise;
  private Api reviewDesk;
  private Api decisionDesk;
  private Api bureau;
  private Api secondBureau;
  private Api finance;
  private Api secondFinance;
  private Api reviewer;
  private Api auditor;
  private Api admin;
  private String entry;

  @Test
  void a_helper_voucher_from_budget_to_payout_and_back() {
    at("2024-09-02T09:00");
    officialsComeIn();
    String application = institutionApplies();
    institutionIsAdmitted(application);
    String item = publishesItem();
    String batch = bureauPlansBatch();
    String voucher = enterpriseClaims(batch);
    String contract = contractIsFiledAndDone(item, voucher);
    String redemption = redemptionIsApplied(contract);
    redemptionIsReviewedAndPublished(redemption);
    redemptionIsPaid();
    whoHasNotFiledIsHidden();
    aYearLaterMoneyComesBack(contract);
    theMeasureEnds(batch);
    auditTrailHolds(contract);
  }

  private void officialsComeIn() {
    Api anybody = new Api(port);
    reviewDesk = official(anybody, "desk1", Role.CENTRE, "CENTRE");
    decisionDesk = official(anybody, "desk2", Role.CENTRE, "CENTRE");
    bureau = official(anybody, "bureau1", Role.BUREAU, "GUIYANG_BUREAU");
    secondBureau = official(anybody, "bureau2", Role.BUREAU, "GUIYANG_BUREAU");
    finance = official(anybody, "finance1", Role.FINANCE, "GUIYANG_FINANCE");
    secondFinance = official(anybody, "finance2", Role.FINANCE, "GUIYANG_FINANCE");
    reviewer = official(anybody, "review1", Role.REVIEWER, "REVIEW");
    auditor = official(anybody, "audit1", Role.AUDITOR, "SUPERVISION");
    admin = official(anybody, "admin1", Role.ADMIN, "CENTRE");
    institution = party(anybody, SELLER, "明示示例检测有限公司", "INSTITUTION", null, "seller", "0851-55500001");
    enterprise = party(anybody, BUYER, "云示示例装备有限公司", "HOLDER_ENTERPRISE", "equipment", "buyer", "0851-55500002");
    assertThat(
            anybody.refused("/api/v1/registrations", registration(BUYER.substring(0, 17) + (BUYER.endsWith("1") ? "2" : "1"),
                "校验码错误示例有限公司", "HOLDER_ENTERPRISE", "equipment", "wrong", "0851-55500003")).toString())
        .contains("credit_code_check");
  }

  private String institutionApplies() {
    Map<String, Object> papers = new HashMap<>(yearlyPapers());
    papers.put("qualification", List.of(institution.upload("qualification", "资质.pdf", Papers.pdf("资质证书", "甲级"))));
    Map<String, Object> facts =
        Map.of(
            "applicant.professional_capacity", true, "applicant.fixed_premises", true, "applicant.staff", 8,
            "applicant.investment_promotion", false, "applicant.scarce_service", false);
    String id =
        institution
            .create("/api/v1/registers/GYI/admission/applications", Map.of("facts", facts, "documents", papers));
    JsonNode missing = institution.refused("/api/v1/registers/applications/" + id + "/submission", Map.of("declared", true));
    assertThat(missing.toString()).contains("materials_missing", "GYI-5-1");
    papers.put("way_proof", List.of(institution.upload("way_proof", "租赁合同.pdf", Papers.pdf("租赁合同", "300 平方米"))));
    institution.put("/api/v1/registers/applications/" + id, Map.of("facts", facts, "documents", papers));
    assertThat(institution.post("/api/v1/registers/applications/" + id + "/submission", Map.of("declared", true)).get("number").asString())
        .isNotBlank();
    return id;
  }

  private void institutionIsAdmitted(String application) {
    String caseId = institution.get("/api/v1/registers/applications/" + application).get("caseId").asString();
    reviewDesk.post("/api/v1/cases/" + caseId + "/send-back",
        Map.of("missing", List.of(Map.of("code", "way_proof", "name", "租赁合同", "note", "缺盖章页")), "reason", "请补齐", "revision", revision(reviewDesk, caseId)));
    institution.put("/api/v1/registers/applications/" + application,
        Map.of("documents", Map.of("way_proof", List.of(institution.upload("way_proof", "租赁合同全本.pdf", Papers.pdf("租赁合同", "含盖章页"))))));
    institution.post("/api/v1/registers/applications/" + application + "/submission", Map.of("declared", true));
    reviewDesk.post("/api/v1/registers/applications/" + application + "/check", Map.of("applicant.fixed_premises", true));
    reviewDesk.post("/api/v1/cases/" + caseId + "/decision", decide(reviewDesk, caseId));
    assertThat(reviewDesk.refused("/api/v1/cases/" + caseId + "/decision", decide(reviewDesk, caseId)).toString()).contains("GYI-");
    decisionDesk.post("/api/v1/cases/" + caseId + "/decision", decide(decisionDesk, caseId));
    decisionDesk.post("/api/v1/registers/GYI/admission/notices", Map.of("applications", List.of(application)));
    JsonNode notice = running();
    assertThat(notice.get("lastDay").asString()).isEqualTo("2024-09-09");
    at("2024-09-10T09:00");
    assertThat(new Api(port).get("/api/v1/registers/GYI/admission/entries").toString()).contains("明示示例检测");
    entry = entryOnThePublicRegister();
  }

  private JsonNode running() {
    JsonNode list = new Api(port).get("/api/v1/notices?running=true");
    JsonNode first = (list.isArray() ? list : list.get("items")).get(0);
    return new Api(port).get("/api/v1/notices/" + first.get("id").asString());
  }

  private String publishesItem() {
    Map<String, Object> item = new HashMap<>(Map.of(
        "title", "工业产品检验检测", "category", "testing", "scope", "innovation", "content", "抽样、检测、报告", "feeMode", "market",
        "fee", PRICE, "feeText", "按项次", "phone", "0851-55500001"));
    String id = institution.create("/api/v1/items", item);
    assertThat(institution.refused("/api/v1/items/" + id + "/publish", Map.of()).toString()).contains("GYI-7-1");
    item.put("process", "委托、抽样、检测、报告");
    institution.put("/api/v1/items/" + id + "?revision=" + institution.get("/api/v1/items/" + id).get("revision").asInt(), item);
    institution.post("/api/v1/items/" + id + "/publish", Map.of());
    assertThat(new Api(port).get("/api/v1/services?q=%E6%A3%80%E9%AA%8C").toString()).contains(id);
    return id;
  }

  private String bureauPlansBatch() {
    String change =
        bureau.create("/api/v1/budgets",
            Map.of("measure", "GYV", "funder", "GUIYANG", "year", 2024, "amount", "1000000.00", "reason", "预算批复（虚构）"));
    String line = finance.create("/api/v1/budgets/changes/" + change + "/confirm", Map.of());
    Map<String, Object> guide =
        Map.of("sharePercent", 50, "capPerClaim", "200000.00", "validUntil", "2025-06-30", "redemptionWindowDays", 90);
    String batch =
        bureau.create("/api/v1/batches",
            Map.of("line", line, "titleZh", "第一批", "titleEn", "First batch", "amount", "500000.00", "guide", guide,
                "opensAt", "2024-09-11T09:00:00", "closesAt", "2025-12-31T18:00:00",
                "planDocument", bureau.upload("plan", "方案.pdf", Papers.pdf("发放方案", "五十万元")),
                "guideDocument", bureau.upload("guide", "指南.pdf", Papers.pdf("发放指南", "不超过一半"))));
    bureau.post("/api/v1/batches/" + batch + "/open", Map.of());
    return batch;
  }

  private String enterpriseClaims(String batch) {
    Map<String, Object> claim = Map.of("batch", batch, "amount", "60000.00");
    assertThat(enterprise.refused("/api/v1/claims", claim).toString()).contains("GYV-7-1");
    at("2024-09-11T09:00");
    JsonNode granted = enterprise.postWithKey("/api/v1/claims", claim, "story-claim");
    assertThat(enterprise.postWithKey("/api/v1/claims", claim, "story-claim")).isEqualTo(granted);
    assertThat(enterprise.refused("/api/v1/claims", Map.of("batch", batch, "amount", "-1")).toString()).contains("refusals");
    return granted.get("voucher").asString();
  }

  private String contractIsFiledAndDone(String item, String voucher) {
    String id =
        enterprise.create("/api/v1/contracts",
            Map.of("item", item, "title", "出口产品检测", "price", PRICE, "voucher", PART, "from", "2024-09-12", "until", "2024-10-31",
                "terms", "按公布流程"));
    enterprise.post("/api/v1/contracts/" + id + "/offer", Map.of());
    institution.post("/api/v1/contracts/" + id + "/accept", Map.of("revision", enterprise.get("/api/v1/contracts/" + id).get("revision").asInt()));
    String paper = enterprise.upload("contract", "合同.pdf", Papers.pdf("检测合同", "双方签字盖章"));
    JsonNode signed =
        enterprise.post("/api/v1/contracts/" + id + "/sign",
            Map.of("document", paper, "clientSigner", "示例甲", "clientByAgent", false, "providerSigner", "示例乙", "providerByAgent", false, "sealedByBoth", true));
    institution.post("/api/v1/contracts/" + id + "/agree", Map.of("sha256", signed.get("signedHash").asString()));
    String filing = "/api/v1/contracts/" + id + "/filing";
    assertThat(enterprise.refused(filing, parts(voucher, "40000.01")).get("refusals").isEmpty()).isFalse();
    enterprise.post(filing, parts(voucher, PART));
    assertThat(enterprise.get("/api/v1/vouchers/" + voucher).toString()).contains("20000.00");
    at("2024-10-15T09:00");
    String result = institution.upload("result", "报告.pdf", Papers.pdf("检测报告", "合格"));
    institution.post("/api/v1/contracts/" + id + "/deliver", Map.of("note", "已完成", "results", List.of(result)));
    assertThat(enterprise.refused("/api/v1/contracts/" + id + "/rating", Map.of("grade", 5)).get("refusals").isEmpty()).isFalse();
    enterprise.post("/api/v1/contracts/" + id + "/confirm", Map.of());
    enterprise.post("/api/v1/contracts/" + id + "/rating", Map.of("grade", 5, "comment", "及时"));
    assertThat(new Api(port).get("/api/v1/ranking").toString()).contains("明示示例检测");
    return id;
  }

  private String redemptionIsApplied(String contract) {
    JsonNode opened = institution.post("/api/v1/redemptions?contract=" + contract, Map.of());
    String id = opened.get(0).get("id").asString();
    String path = "/api/v1/redemptions/" + id;
    LocalDate day = LocalDate.of(2024, 10, 15);
    byte[] foreign = Papers.invoice("24520000000000000009", day, BUYER, "别的公司", BUYER, "云示示例装备有限公司", Money.of(PRICE));
    assertThat(institution.refusedFile(path + "/invoices", null, "foreign.xml", foreign).toString()).contains("invoice_other_seller", "GYV-11-1");
    byte[] right = Papers.invoice("24520000000000000001", day, SELLER, "明示示例检测有限公司", BUYER, "云示示例装备有限公司", Money.of(PRICE));
    institution.file(path + "/invoices", null, "invoice.xml", right);
    String receipt = institution.upload("bank_receipt", "回单.pdf", Papers.pdf("回单", PART));
    institution.post(path + "/receipts", Map.of("document", receipt, "amount", PART, "paidOn", "2024-10-14", "bankReference", "HK0001"));
    institution.post(path + "/results", Map.of("document", institution.upload("deliverables", "成果.pdf", Papers.pdf("成果", "报告"))));
    institution.post(path + "/submit", Map.of("declared", true));
    return id;
  }

  private void redemptionIsReviewedAndPublished(String id) {
    String caseId = caseOf(reviewer);
    reviewer.post("/api/v1/redemptions/" + id + "/review",
        Map.of("revision", revision(reviewer, caseId), "unrelated", true, "verified", true,
            "answers", Map.of("real", "是", "complete", "是", "amounts", "是", "price", "是"), "opinion", "真实", "decision", "PASS"));
    bureau.post("/api/v1/cases/" + caseId + "/decision", decide(bureau, caseId));
    bureau.post("/api/v1/redemptions/publish", Map.of("funder", "GUIYANG", "redemptions", List.of(id)));
    JsonNode notice = running();
    String objection = "/api/v1/notices/" + notice.get("id").asString() + "/lines/1/objections";
    String number =
        new Api(port).post(objection, Map.of("name", "示例公众", "contact", "13800000000", "grounds", "对金额有疑问")).get("number").asString();
    assertThat(number).isNotBlank();
    at("2024-10-25T09:00");
    assertThat(finance.get("/api/v1/payouts/payables").isEmpty()).as("an objection holds its line").isTrue();
    String id2 = bureau.get("/api/v1/notices/" + notice.get("id").asString() + "/objections").get(0).get("id").asString();
    bureau.post("/api/v1/objections/" + id2 + "/answer", Map.of("finding", "REJECTED", "answer", "经核实金额无误。"));
    at("2024-10-28T09:00");
    assertThat(finance.get("/api/v1/payouts/payables").isEmpty()).isFalse();
  }

  private void redemptionIsPaid() {
    bank("62220000000000000001");
    String file = payoutFile();
    treasury(file, "失败", "账号户名不符");
    bank("62220000000000000002");
    file = payoutFile();
    treasury(file, "成功", "");
    treasury(file, "成功", "");
    JsonNode position = finance.get("/api/v1/ledger/lines").get(0);
    assertThat(position.toString()).contains("4000000");
    assertThat(finance.get("/api/v1/payouts/reconciliation?funder=GUIYANG").toString()).doesNotContain("\"ok\":false");
  }

  private String payoutFile() {
    String file = finance.create("/api/v1/payouts/files", Map.of("funder", "GUIYANG"));
    assertThat(finance.refused("/api/v1/payouts/files/" + file + "/approve", Map.of()).get("refusals").isEmpty()).isFalse();
    secondFinance.post("/api/v1/payouts/files/" + file + "/approve", Map.of());
    assertThat(new String(finance.bytes("/api/v1/payouts/files/" + file + "/csv"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("明细编号", PART);
    return file;
  }

  private void treasury(String file, String result, String reason) {
    JsonNode line = finance.get("/api/v1/payouts/files/" + file).get("lines").get(0);
    String number = line.get("number").asString();
    String reference = result.equals("成功") ? "YH0001" : "";
    String csv = "明细编号,金额（元）,结果,日期,银行流水号,原因\r\n" + number + "," + PART + "," + result + ",2024-10-28," + reference + "," + reason + "\r\n";
    finance.file("/api/v1/payouts/returns", null, "return.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void bank(String number) {
    String party = institution.get("/api/v1/me").get("party").asString();
    institution.put("/api/v1/parties/" + party + "/bank-account", Map.of("holder", "明示示例检测有限公司", "bank", "示例银行", "number", number));
  }

  private void whoHasNotFiledIsHidden() {
    at("2025-04-30T23:59");
    assertThat(services()).contains("工业产品检验检测");
    at("2025-05-01T00:01");
    assertThat(services()).doesNotContain("工业产品检验检测");
    institution.post("/api/v1/registers/entries/" + entry + "/filings", yearlyPapers());
    assertThat(services()).contains("工业产品检验检测");
  }

  private void aYearLaterMoneyComesBack(String contract) {
    at("2025-05-12T09:00");
    String draw =
        bureau.create("/api/v1/draws", Map.of("measure", "GYV", "funder", "GUIYANG", "event", "某公开开奖号码", "eventOn", "2025-05-13"));
    at("2025-05-13T10:00");
    secondBureau.post("/api/v1/draws/" + draw + "/draw", Map.of("value", "1234567"));
    assertThat(new Api(port).get("/api/v1/draws/" + draw).toString()).contains("1234567");
    JsonNode inspection = bureau.get("/api/v1/inspections?draw=" + draw).get(0);
    assertThat(inspection.get("contract").asString()).isEqualTo(contract);
    String path = "/api/v1/inspections/" + inspection.get("id").asString();
    bureau.post(path + "/assign", Map.of("inspector", reviewer.get("/api/v1/me").get("account").asString()));
    reviewer.post(path + "/visits",
        Map.of("on", "2025-05-13", "place", "机构现场", "present", "双方代表", "found", "样品与报告不符", "cooperated", true));
    String finding =
        reviewer.create(path + "/findings",
            Map.of("party", inspection.get("provider").asString(), "sanction", "fraud", "ground", ground(), "statement", "出具虚假报告（虚构）"));
    String findings = "/api/v1/findings/" + finding;
    bureau.post(findings + "/hearing", Map.of("workingDays", 5));
    institution.post(findings + "/say", Map.of("text", "没有异议。"));
    secondBureau.post(findings + "/decide", Map.of("upheld", true, "reason", "事实清楚。"));
    JsonNode owed = finance.get(findings).get("receivables").get(0);
    finance.post("/api/v1/receivables/" + owed.get("id").asString() + "/receipts",
        Map.of("amount", PART, "on", "2025-05-13", "bankReference", "TH0001"));
    assertThat(finance.get("/api/v1/ledger/lines").get(0).toString()).contains("\"recovered");
    removalWithBar();
  }

  private static String ground() {
    return org.zhuqi.measures.Measures.bundled().latest("GYV").orElseThrow()
        .one(org.zhuqi.measures.Sanction.class, "fraud").grounds().getFirst().code();
  }

  private void removalWithBar() {
    String evidence = reviewDesk.upload("evidence", "核查记录.pdf", Papers.pdf("核查记录", "不符"));
    String removal =
        reviewDesk.create("/api/v1/registers/entries/" + entry + "/removals",
            Map.of("ground", "false_materials", "facts", "出具虚假报告（虚构）", "hearUntil", "2025-05-20", "evidence", List.of(evidence)));
    String path = "/api/v1/registers/removals/" + removal;
    institution.post(path + "/waiver", Map.of());
    decisionDesk.post(path + "/decision",
        Map.of("remove", true, "grounds", "证据充分。", "revision", decisionDesk.get(path).get("revision").asLong()));
    admin.post(path + "/carried-out", Map.of("on", "2025-05-13", "receipt", "平台已执行"));
    assertThat(institution.refused("/api/v1/registers/GYI/admission/applications", Map.of()).toString()).contains("2028-05-13", "GYI-4-2");
    assertThat(services()).doesNotContain("工业产品检验检测");
  }

  private void theMeasureEnds(String batch) {
    at("2025-12-31T17:59");
    assertThat(enterprise.refused("/api/v1/claims", Map.of("batch", batch, "amount", "999999.00")).toString()).doesNotContain("GYV-14-1");
    at("2026-01-01T00:01");
    assertThat(enterprise.refused("/api/v1/claims", Map.of("batch", batch, "amount", "1000.00")).toString()).contains("GYV-14-1");
  }

  private void auditTrailHolds(String contract) {
    assertThat(auditor.get("/api/v1/audit?subject=" + contract).isEmpty()).isFalse();
    asTenant(
        () -> {
          chain.sealAll();
          return true;
        });
    assertThat(asTenant(() -> chain.verify(List.of())).ok()).isTrue();
  }

  private String services() {
    return new Api(port).get("/api/v1/services").toString();
  }

  private String entryOnThePublicRegister() {
    return new Api(port).get("/api/v1/registers/GYI/admission/entries").get("items").get(0).get("id").asString();
  }

  private Map<String, Object> yearlyPapers() {
    return Map.of(
        "social_insurance", List.of(institution.upload("social_insurance", "社保.pdf", Papers.pdf("社保缴纳证明", "8 人"), LocalDate.now(clock))),
        "audited_accounts", List.of(institution.upload("audited_accounts", "审计报告.pdf", Papers.pdf("审计报告", "无保留意见"), LocalDate.now(clock))));
  }

  private static Map<String, Object> parts(String voucher, String amount) {
    return Map.of("parts", List.of(Map.of("voucher", voucher, "amount", amount)));
  }

  private static Map<String, Object> decide(Api official, String caseId) {
    return Map.of("decision", "PASS", "reason", "符合条件。", "revision", revision(official, caseId));
  }

  private static long revision(Api official, String caseId) {
    return official.get("/api/v1/cases/" + caseId).get("file").get("revision").asLong();
  }

  private static String caseOf(Api official) {
    JsonNode inbox = official.get("/api/v1/inbox");
    JsonNode first = (inbox.isArray() ? inbox : inbox.get("items")).get(0);
    return first.get("id").asString();
  }

  private Api official(Api anybody, String login, Role role, String agency) {
    asTenant(
        () ->
            accounts
                .open(Actor.SYSTEM, OpenAccount.official(login, login, role, agency, Set.of("GUIYANG")).withPassword(PASSWORD))
                .orThrow());
    return anybody.signIn(login, PASSWORD);
  }

  private Api party(Api anybody, String code, String name, String kind, String industry, String login, String phone) {
    anybody.post("/api/v1/registrations", registration(code, name, kind, industry, login, phone));
    Api party = anybody.signIn(login, PASSWORD);
    String id = party.get("/api/v1/me").get("party").asString();
    reviewDesk.post("/api/v1/parties/" + id + "/verification", Map.of("taxCompliant", true, "grounds", "证照齐全"));
    return party;
  }

  private static Map<String, Object> registration(String code, String name, String kind, String industry, String login, String phone) {
    Map<String, Object> party = new HashMap<>(Map.of(
        "creditCode", code, "name", name, "kinds", List.of(kind), "partyClass", "company", "area", "520115", "foundedOn", "2018-05-06",
        "legalPerson", true, "taxCompliant", true, "contactName", "示例联系人", "phone", phone));
    party.put("address", "示例路 1 号");
    party.put("industry", industry);
    party.put("projectFiled", false);
    return Map.of("party", party, "login", login, "password", PASSWORD);
  }

  private void at(String minute) {
    clock.moveTo(LocalDateTime.parse(minute).atZone(SHANGHAI));
    asTenant(() -> days.run());
  }
}
