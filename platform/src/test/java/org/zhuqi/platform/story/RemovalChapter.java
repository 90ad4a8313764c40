package org.zhuqi.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhuqi.platform.demo.Papers;

/** Removal: proposed by one, heard, decided by another, carried out; public with its bar, and a new application is refused. */
final class RemovalChapter {
  private static final String FIRM = "新锐示例咨询有限公司";
  private final Scene scene;

  RemovalChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    isProposed();
    isHeard();
    isDecidedAndCarriedOut();
    isPublic();
    isBarred();
  }

  private void isProposed() {
    Person lin = scene.as("centre.lin").goes("名录").at("/registers/GYI/admission").opens(FIRM).follows("提出清退");
    lin.chooses("ground", "fraud").writes("facts", "经检查认定串通虚开服务，已责令退回（虚构）。")
        .uploads("evidence", "检查处理决定.pdf", Papers.pdf("检查处理决定", "认定成立（虚构）")).presses("提出并告知机构");
    assertThat(lin.page().locator("#main button:has-text('决定清退')").isDisabled()).isTrue();
  }

  private void isHeard() {
    Person xinrui = scene.as("xinrui").goes("入驻与年度材料").sees("清退事项").follows("QT-");
    xinrui.writes("statement", "服务确已完成，请求从轻（虚构）。").presses("提交陈述申辩").sees("请求从轻");
  }

  private void isDecidedAndCarriedOut() {
    Person he = scene.as("centre.he").goes("清退").opens(FIRM);
    he.writes("grounds", "陈述不影响事实认定，决定清退。").pressesAndConfirms("决定清退").sees("已决定，待执行");
    Person operator = scene.as("admin").goes("收件箱").sees("执行清退").opens(FIRM);
    operator.writes("receipt", "平台已停止展示和签约（虚构）。").presses("登记执行").sees("限制入驻至");
  }

  private void isPublic() {
    Person visitor = scene.visitor().at("/registers/GYI/admission").seesNot(FIRM);
    visitor.at("/registers/GYI/admission/removed").opens(FIRM).sees("清退公告", "限制入驻至", "2028-");
    scene.picture(visitor, "removed");
    visitor.at("/services?q=精益改善").seesNot("铝加工车间精益改善咨询");
    Person lvxing = scene.as("lvxing").goes("合同").opens(ContractChapter.SECOND).sees("服务机构已被清退", "可以单方终止");
    scene.picture(lvxing, "contract-affected");
    lvxing.at("/desk").sees("机构已清退，请选择").at("/registers/removals/contracts").sees(FIRM);
    scene.picture(lvxing, "removed-contracts");
    lvxing.page().locator("#main input[name^='choice.'][value=end]").first().check();
    lvxing.page().locator("#main textarea[name^='reason.']").first().fill("机构已被清退，另选机构。");
    lvxing.pressesAndConfirms("确定").sees("合同已终止");
  }

  private void isBarred() {
    Person xinrui = scene.as("xinrui").goes("入驻与年度材料").sees("2028-");
    assertThat(xinrui.page().locator("#main button:has-text('申请入驻')").count()).isZero();
    scene.picture(xinrui, "barred");
  }
}
