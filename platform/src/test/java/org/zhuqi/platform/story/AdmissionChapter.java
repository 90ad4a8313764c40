package org.zhuqi.platform.story;

import org.zhuqi.platform.demo.Papers;

/** An institution comes in from the street: application, a missing paper, send-back, review, notice, entry, first service. */
final class AdmissionChapter {
  private static final String FIRM = "新锐示例咨询有限公司";
  private final Scene scene;

  AdmissionChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    applies();
    isSentBackOnce();
    isPassedByTwo();
    standsOnNotice();
    publishesItsService();
  }

  private void applies() {
    Person xinrui = scene.as("xinrui").goes("入驻与年度材料").presses("申请入驻");
    xinrui.chooses("fact.applicant.professional_capacity", "true").chooses("fact.applicant.fixed_premises", "true")
        .writes("fact.applicant.staff", "8")
        .uploads("paper.qualification", "资质证书.pdf", Papers.pdf("资质证书", "甲级（虚构）"))
        .writes("issued.paper.social_insurance", "2024-08-26").writes("issued.paper.audited_accounts", "2024-04-12")
        .uploads("paper.social_insurance", "社保缴纳证明.pdf", Papers.pdf("社会保险缴纳证明", "8 人（虚构）"))
        .uploads("paper.audited_accounts", "2023 年审计报告.pdf", Papers.pdf("审计报告", "无保留意见（虚构）"))
        .presses("下一步：核对并提交");
    xinrui.ticks("declared").presses("提交申请").sees("没有办成", "符合第三条所选情形的证明");
    xinrui.follows("修改").uploads("paper.way_proof", "租赁合同.pdf", Papers.pdf("租赁合同", "首页（虚构）")).presses("下一步：核对并提交");
    xinrui.ticks("declared").presses("提交申请").sees("申请已收到");
  }

  private void isSentBackOnce() {
    Person lin = scene.as("centre.lin").goes("收件箱");
    scene.picture(lin, "inbox");
    lin.opens(FIRM);
    scene.picture(lin, "case-admission");
    lin.unfolds("退回补正").chooses("missing", "way_proof").writes("note.way_proof", "缺双方盖章的末页").presses("退回");
    Person xinrui = scene.as("xinrui").goes("入驻与年度材料").sees("缺双方盖章的末页").follows("去补正");
    xinrui.uploads("paper.way_proof", "租赁合同全本.pdf", Papers.pdf("租赁合同", "含盖章页（虚构）")).presses("下一步：核对并提交");
    xinrui.ticks("declared").presses("提交申请").sees("申请已收到");
  }

  private void isPassedByTwo() {
    Person lin = scene.as("centre.lin").goes("收件箱").opens(FIRM);
    lin.writes("reason", "材料齐全，条件符合。").presses("通过");
    Person he = scene.as("centre.he").goes("收件箱").opens(FIRM);
    he.writes("reason", "同意列入公示名单。").presses("通过");
    he.at("/registers/GYI/admission/publish").sees(FIRM).pressesAndConfirms("公示所选").sees(FIRM);
  }

  private void standsOnNotice() {
    scene.visitor().at("/registers/GYI/admission").seesNot(FIRM);
    scene.passes("5 个工作日后");
    scene.passes("下一个工作日");
    scene.visitor().at("/").goes("名录").at("/registers/GYI/admission").sees(FIRM);
  }

  private void publishesItsService() {
    Person xinrui = scene.as("xinrui").goes("服务事项").follows("新增服务事项");
    xinrui.writes("title", "铝加工车间精益改善咨询").chooses("category", "management").chooses("scope", "management")
        .writes("content", "现场诊断、改善方案、两个月辅导。").chooses("feeMode", "market").writes("fee", "100000").writes("feeText", "按项目")
        .writes("phone", "0851-55500017").presses("发布").sees("没有办成", "服务流程");
    xinrui.writes("process", "受理、诊断、方案、辅导、验收，共两个月。").presses("发布");
    scene.visitor().at("/services?q=" + "精益改善").sees("铝加工车间精益改善咨询", FIRM);
  }
}
