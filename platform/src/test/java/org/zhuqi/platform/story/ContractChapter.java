package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhuqi.platform.demo.Papers;

/** Order, agreement, signature, filing with the amount locked, delivery, confirmation, rating by one click. */
final class ContractChapter {
  static final String TITLE = "熔铸车间精益改善项目";
  private final Scene scene;

  ContractChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    isOrdered();
    isAgreedAndSigned();
    isFiled();
    isDelivered();
    isConfirmedAndRated();
  }

  private void isOrdered() {
    Person lvxing = scene.as("lvxing").goes("服务目录").writes("q", "精益改善").presses("查找");
    scene.picture(lvxing, "services");
    lvxing.follows("铝加工车间精益改善咨询").follows("签这项服务");
    lvxing.writes("title", TITLE).writes("price", "100000").writes("voucher", "50000").writes("from", "2024-09-11").writes("until", "2024-11-10")
        .presses("发给服务机构").sees(TITLE);
  }

  private void isAgreedAndSigned() {
    scene.as("xinrui").goes("合同").opens(TITLE).presses("同意条款");
    Person lvxing = scene.as("lvxing").goes("合同").opens(TITLE);
    lvxing.uploads("signed_contract", "签章合同.pdf", Papers.pdf(TITLE + "合同", "双方签字盖章（虚构）"))
        .writes("clientSigner", "示例甲").writes("providerSigner", "示例乙").ticks("sealed").presses("提交");
    scene.as("xinrui").goes("合同").opens(TITLE).presses("确认这份签章合同").sees("双方已确认同一份合同");
  }

  private void isFiled() {
    Person lvxing = scene.as("lvxing").goes("合同").opens(TITLE).presses("备案并锁定券额").sees("备案号");
    scene.picture(lvxing, "contract");
    lvxing.goes("助企券").sees("50,000.00");
  }

  private void isDelivered() {
    scene.passes("下一个工作日");
    Person xinrui = scene.as("xinrui").goes("合同").opens(TITLE).unfolds("交付成果");
    xinrui.uploads("results", "改善报告.pdf", Papers.pdf("精益改善报告", "节拍缩短一成（虚构）")).presses("交付").sees("改善报告.pdf");
  }

  private void isConfirmedAndRated() {
    Person lvxing = scene.as("lvxing").goes("合同").opens(TITLE).pressesAndConfirms("确认完成");
    lvxing.goes("评价服务").sees(TITLE).presses("非常满意");
    Person visitor = scene.visitor().at("/ranking").sees("新锐示例咨询有限公司");
    assertThat(visitor.row("新锐示例咨询有限公司")).contains("+5)÷(");
    scene.picture(visitor, "ranking");
  }
}
