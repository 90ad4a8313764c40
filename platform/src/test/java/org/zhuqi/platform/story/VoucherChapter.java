package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhuqi.platform.demo.Papers;

/** The bureau opens a batch; who may have a voucher has it at once, who may not is told why. */
final class VoucherChapter {
  static final String BATCH = "2024 年秋季助企券";
  private final Scene scene;

  VoucherChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    bureauPlansABatch();
    financeSeesTheBudget();
    anEnterpriseClaims();
    anotherIsRefused();
    aNewcomerIsAuthenticatedFirst();
  }

  private void bureauPlansABatch() {
    Person zhou = scene.as("bureau.zhou").follows("编制批次");
    zhou.writes("titleZh", BATCH).writes("titleEn", "Autumn batch of 2024").writes("amount", "1000000")
        .writes("opensAt", "2024-09-10T10:00").writes("closesAt", "2025-12-31T23:59")
        .hands("planPaper", "发放方案.pdf", Papers.pdf("发放方案", "总额 100 万元，先领先得（虚构）"))
        .hands("guidePaper", "发放指南.pdf", Papers.pdf("发放指南", "支付比例 50%（虚构）"))
        .writes("capPerClaim", "100000").writes("validUntil", "2025-12-31").writes("sharePercent", "50").writes("redemptionWindowDays", "90");
    scene.picture(zhou, "batch-form");
    zhou.presses("保存草稿").sees("草稿").pressesAndConfirms("发布").sees("待开放");
  }

  private void financeSeesTheBudget() {
    Person zheng = scene.as("finance.zheng").goes("预算").sees("已入账");
    assertThat(zheng.row("20,000,000.00")).isNotBlank();
    scene.itIs("2024-09-10T10:00");
  }

  private void anEnterpriseClaims() {
    Person lvxing = scene.as("lvxing");
    scene.picture(lvxing, "desk-enterprise");
    lvxing.follows("看看能领什么").sees(BATCH).pressesIn(BATCH, "领取").sees("已领取", "100,000.00");
    assertThat(lvxing.clicks()).isLessThanOrEqualTo(3);
  }

  private void anotherIsRefused() {
    Person shangmao = scene.as("shangmao").goes("可领的券").sees(BATCH, "GYV-");
    assertThat(shangmao.page().locator("#main button:has-text('领取')").count()).isZero();
    shangmao.unfoldsIn(BATCH, "发放指南与逐条核对").sees("为什么");
    scene.picture(shangmao, "claim-refused");
  }

  private void aNewcomerIsAuthenticatedFirst() {
    Person qihang = scene.as("qihang").goes("可领的券").sees("尚未认证，暂时不能领券");
    assertThat(qihang.page().locator("#main button:has-text('领取')").count()).isZero();
    scene.picture(qihang, "claim-unauthenticated");
    qihang.follows("核对本单位信息和认证状态").sees("尚未认证，不能领券");
    scene.as("centre.lin").follows("启航示例机器人有限公司").chooses("taxCompliant", "yes")
        .writes("grounds", "营业执照原件、2024 年 8 月纳税证明（虚构）").presses("通过认证").sees("已认证");
    scene.as("qihang").goes("可领的券").pressesIn(BATCH, "领取").sees("已领取");
  }
}
