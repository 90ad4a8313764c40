package org.zhuqi.platform.story;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.demo.Papers;

/** From the invoice to public notice, an objection to one line, and its answer. */
final class RedemptionChapter {
  private static final Pattern CREDIT_CODE = Pattern.compile("\\b[0-9A-Z]{18}\\b");
  private final Scene scene;

  RedemptionChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    isAppliedFor();
    isReviewed();
    isApprovedAndPublished();
    isObjectedTo();
    isAnswered();
  }

  private String creditCode(String login) {
    Matcher m = CREDIT_CODE.matcher(scene.as(login).goes("本单位").page().locator("#main").innerText());
    if (!m.find()) throw new AssertionError("no credit code on the page of " + login);
    return m.group();
  }

  private void isAppliedFor() {
    String buyer = creditCode("lvxing");
    String seller = creditCode("xinrui");
    LocalDate day = LocalDate.of(2024, 9, 11);
    byte[] foreign = Papers.invoice("24522000000000000090", day, buyer, "别的公司", buyer, "铝行示例材料有限公司", Money.of("100000"));
    byte[] right = Papers.invoice("24522000000000000091", day, seller, "新锐示例咨询有限公司", buyer, "铝行示例材料有限公司", Money.of("100000"));
    Person xinrui = scene.as("xinrui").goes("兑现申请").opens(ContractChapter.TITLE);
    xinrui.hands("invoice", "别家发票.xml", foreign).presses("读取发票").sees("没有办成", "不是本机构", "GYV-11-1");
    xinrui.hands("invoice", "数电票.xml", right).presses("读取发票").sees("24522000000000000091");
    xinrui.uploads("bank_receipt", "银行回单.pdf", Papers.pdf("银行汇款回单", "50,000.00 元（虚构）")).writes("amount", "50000")
        .writes("paidOn", "2024-09-11").writes("bankReference", "HK20240911001").presses("添加").sees("HK20240911001");
    xinrui.unfolds("补充服务成果").uploads("deliverables", "验收单.pdf", Papers.pdf("验收单", "合格（虚构）")).presses("添加").sees("验收单.pdf");
    scene.picture(xinrui, "redemption");
    xinrui.ticks("declared").presses("提交兑现申请").sees("审核");
  }

  private void isReviewed() {
    Person jiang = scene.as("review.jiang").goes("收件箱").opens(ContractChapter.TITLE).follows("审核表");
    jiang.ticks("unrelated").ticks("verified");
    jiang.page().locator("#main input[name^='q_']").all().forEach(q -> q.fill("是"));
    scene.picture(jiang, "review");
    jiang.writes("opinion", "服务真实，材料齐全，建议兑现。").chooses("decision", "PASS").presses("提交审核意见");
  }

  private void isApprovedAndPublished() {
    Person zhou = scene.as("bureau.zhou").goes("收件箱").opens(ContractChapter.TITLE);
    scene.picture(zhou, "case");
    zhou.writes("reason", "同意兑现，列入公示。").presses("通过");
    zhou.goes("兑现公示").picks(ContractChapter.TITLE).presses("公示所选");
  }

  private void isObjectedTo() {
    Person visitor = scene.visitor().at("/").goes("公示").opens("兑现");
    scene.picture(visitor, "notice");
    visitor.follows("对此行提出异议").writes("name", "示例市民").writes("contact", "13800000000").writes("grounds", "请核实服务是否真实完成。")
        .presses("提交异议").sees("异议");
    scene.passes("5 个工作日后");
    scene.passes("下一个工作日");
    scene.as("finance.zheng").goes("拨付款项").seesNot(ContractChapter.TITLE);
  }

  private void isAnswered() {
    Person zhou = scene.as("bureau.zhou").goes("公示").opens("兑现").follows("答复异议");
    zhou.chooses("finding", "REJECTED").writes("answer", "经核实服务真实、金额无误。").presses("答复并公布");
    scene.passes("下一个工作日");
    scene.as("finance.zheng").goes("拨付款项").sees("50,000.00");
  }
}
