package org.zhuqi.platform.story;

import org.zhuqi.platform.demo.Papers;

/** 30 April passes without papers: hidden on 1 May, and back the minute they are filed. */
final class YearlyChapter {
  private static final String FIRM = "新锐示例咨询有限公司";
  private static final String SERVICE = "铝加工车间精益改善咨询";
  private final Scene scene;

  YearlyChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    isHiddenOnTheFirstOfMay();
    isBackAfterFiling();
    ContractChapter.second(scene);
  }

  private void isHiddenOnTheFirstOfMay() {
    scene.itIs("2025-04-30T23:30");
    scene.visitor().at("/services?q=精益改善").sees(SERVICE);
    scene.itIs("2025-05-01T09:00");
    scene.visitor().at("/services?q=精益改善").seesNot(SERVICE);
    scene.visitor().at("/registers/GYI/admission").seesNot(FIRM);
  }

  private void isBackAfterFiling() {
    Person xinrui = scene.as("xinrui").goes("入驻与年度材料").follows("提交 2025 年度材料");
    xinrui.writes("issued.paper.social_insurance", "2025-04-28").writes("issued.paper.audited_accounts", "2025-04-10")
        .uploads("paper.social_insurance", "2025 年社保.pdf", Papers.pdf("社会保险缴纳证明", "2025 年 4 月（虚构）"))
        .uploads("paper.audited_accounts", "2024 年审计报告.pdf", Papers.pdf("审计报告", "2024 年度（虚构）")).presses("提交年度材料");
    scene.visitor().at("/services?q=精益改善").sees(SERVICE);
  }
}
