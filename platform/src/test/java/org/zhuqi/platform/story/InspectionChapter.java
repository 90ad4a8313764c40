package org.zhuqi.platform.story;

import org.zhuqi.platform.demo.Papers;

/** A year later: a draw that anybody can recompute, a finding of fraud, and money owed back until it has come. */
final class InspectionChapter {
  private static final String FIRM = "新锐示例咨询有限公司";
  private final Scene scene;

  InspectionChapter(Scene scene) {
    this.scene = scene;
  }

  void play() {
    isAnnounced();
    isDrawn();
    isInspected();
    isDecided();
    moneyComesBack();
  }

  private void isAnnounced() {
    Person zhou = scene.as("bureau.zhou").goes("抽查公告").chooses("measure", "GYV").chooses("funder", "GUIYANG");
    zhou.writes("event", "某公开开奖的号码（虚构）").writes("eventOn", "2025-05-06").presses("固定总体并公告").sees("秘密值的承诺");
    scene.itIs("2025-05-06T10:00");
  }

  private void isDrawn() {
    Person jiang = scene.as("review.jiang").goes("抽查公告").opens("CC-");
    jiang.writes("value", "1234567").pressesAndConfirms("公开秘密值并抽取").sees("已抽取");
    Person visitor = scene.visitor().at("/").goes("抽查公告").opens("已抽取").sees("自己复算", "抽中，第 1 位");
    scene.picture(visitor, "draw");
  }

  private void isInspected() {
    Person wu = scene.as("bureau.wu").goes("监督检查");
    if (wu.row(ContractChapter.TITLE).isEmpty()) {
      // The lot spared this contract: a report leads to it.
      wu.goes("合同").opens(ContractChapter.TITLE).follows("立案检查").writes("cause", "收到举报：服务疑似未实际发生（虚构）。").presses("立案");
    } else {
      wu.opens(ContractChapter.TITLE);
    }
    wu.choosesByName("inspector", "沈示例").presses("指派").sees("检查中");
    Person shen = scene.as("review.shen").goes("监督检查").opens(ContractChapter.TITLE);
    shen.writes("place", "白云区（虚构）").writes("present", "双方经办人").writes("found", "未见服务痕迹，报告雷同。").presses("记录").sees("报告雷同");
    shen.unfolds("上传证据").hands("file", "现场笔录.pdf", Papers.pdf("现场笔录", "虚构")).presses("上传").sees("现场笔录.pdf");
    shen.unfolds("提出问题").choosesByName("party", FIRM).choosesBeginning("ground", "fraud/").writes("statement", "串通虚构服务。")
        .pressesAndConfirms("提出").sees("待听取意见");
  }

  private void isDecided() {
    Person zhou = scene.as("bureau.zhou").goes("检查处理").opens(FIRM).presses("告知").sees("听取意见中");
    scene.as("xinrui").goes("检查处理").opens(FIRM).writes("said", "服务确已完成（虚构）。").presses("提交陈述申辩").sees("服务确已完成");
    Person wu = scene.as("bureau.wu").goes("检查处理").opens(FIRM);
    wu.chooses("decision", "UPHELD").writes("reason", "证据充分，认定成立。").pressesAndConfirms("决定").sees("应收回", "50,000.00");
    scene.picture(wu, "finding");
    wu.pressesAndConfirms("建议服务中心清退");
  }

  private void moneyComesBack() {
    Person zheng = scene.as("finance.zheng").goes("检查处理").opens(FIRM).unfolds("登记到账");
    zheng.writes("amount", "50000").writes("bankReference", "TH20250506001").presses("登记").sees("尚欠 0.00");
    zheng.goes("资金账").sees("50,000.00");
  }
}
