package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhuqi.platform.demo.Papers;

/** Order, agreement, signature, filing with the amount locked, delivery, confirmation, rating by one click. */
final class ContractChapter {
  static final String TITLE = "熔铸车间精益改善项目";
  /** Still in service when the institution is removed. */
  static final String SECOND = "挤压车间精益改善项目";
  private final Scene scene;
  private final String title;

  ContractChapter(Scene scene) {
    this(scene, TITLE);
  }

  private ContractChapter(Scene scene, String title) {
    this.scene = scene;
    this.title = title;
  }

  /** The second contract, until it is filed. */
  static void second(Scene scene) {
    scene.as("lvxing").goes("可领的券").pressesIn(VoucherChapter.BATCH, "领取").sees("已领取");
    new ContractChapter(scene, SECOND).comesAbout("2025-05-02", "2025-12-20");
  }

  void play() {
    comesAbout("2024-09-11", "2024-11-10");
    isDelivered();
    isConfirmedAndRated();
  }

  private void comesAbout(String from, String until) {
    isOrdered(from, until);
    isAgreedAndSigned();
    isFiled();
  }

  private void isOrdered(String from, String until) {
    Person lvxing = scene.as("lvxing").goes("服务目录").writes("q", "精益改善").presses("查找");
    scene.picture(lvxing, "services");
    lvxing.follows("铝加工车间精益改善咨询").follows("签这项服务");
    lvxing.writes("title", title).writes("price", "100000").writes("voucher", "50000").writes("from", from).writes("until", until)
        .presses("发给服务机构").sees(title);
  }

  private void isAgreedAndSigned() {
    scene.as("xinrui").goes("合同").opens(title).presses("同意条款");
    Person lvxing = scene.as("lvxing").goes("合同").opens(title);
    lvxing.uploads("signed_contract", "签章合同.pdf", Papers.pdf(title + "合同", "双方签字盖章（虚构）"))
        .writes("clientSigner", "示例甲").writes("providerSigner", "示例乙").ticks("sealed").presses("提交");
    scene.as("xinrui").goes("合同").opens(title).presses("确认这份签章合同").sees("双方已确认同一份合同");
  }

  private void isFiled() {
    Person lvxing = scene.as("lvxing").goes("合同").opens(title).presses("备案并锁定券额").sees("备案号");
    scene.picture(lvxing, "contract");
    lvxing.goes("助企券").sees("50,000.00");
  }

  private void isDelivered() {
    scene.passes("下一个工作日");
    Person xinrui = scene.as("xinrui").goes("合同").opens(title).unfolds("交付成果");
    xinrui.uploads("results", "改善报告.pdf", Papers.pdf("精益改善报告", "节拍缩短一成（虚构）")).presses("交付").sees("改善报告.pdf");
  }

  private void isConfirmedAndRated() {
    Person lvxing = scene.as("lvxing").goes("合同").opens(title).pressesAndConfirms("确认完成");
    lvxing.goes("评价服务").sees(title).presses("非常满意");
    Person visitor = scene.visitor().at("/ranking").sees("新锐示例咨询有限公司");
    assertThat(visitor.row("新锐示例咨询有限公司")).contains("+5)÷(");
    scene.picture(visitor, "ranking");
  }
}
