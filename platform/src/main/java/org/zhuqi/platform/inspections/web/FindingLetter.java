package org.zhuqi.platform.inspections.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.zhuqi.measures.Sanction;
import org.zhuqi.platform.inspections.FindingState;
import org.zhuqi.platform.inspections.InspectionFinding;
import org.zhuqi.platform.web.print.PdfLetter;

/** The letter to the party: asked to be heard while it is open, the decision once there is one. */
final class FindingLetter {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private FindingLetter() {}

  static byte[] of(InspectionFinding f, Sanction sanction, String signer, LocalDate today) {
    PdfLetter letter = PdfLetter.titled(f.state().isDecided() ? "处理决定书" : "陈述申辩告知书").to(f.partyName());
    letter.facts(
        List.of(
            List.of("编号", f.number()),
            List.of("事由", f.ground().zh()),
            List.of("依据", sanction.citation().zh() + "（" + sanction.id() + "）"),
            List.of("所涉合同", String.join("、", f.contracts().stream().map(InspectionFinding.Concerned::publicId).toList()))));
    letter.heading("一、检查情况").paragraph(f.statement());
    if (f.state().isDecided()) decision(letter, f);
    else hearing(letter, f);
    return letter.signed(signer, f.decidedAt() == null ? today : LocalDate.ofInstant(f.decidedAt(), CHINA)).bytes();
  }

  private static void hearing(PdfLetter letter, InspectionFinding f) {
    String until = f.hearUntil() == null ? "决定作出前" : f.hearUntil() + " 前";
    letter.heading("二、陈述申辩").paragraph("你单位可在 " + until + "登录平台陈述、申辩并提交证据。逾期未提出的，视为放弃陈述申辩。");
  }

  private static void decision(PdfLetter letter, InspectionFinding f) {
    letter.heading("二、陈述申辩");
    if (f.hearings().isEmpty()) letter.paragraph("在告知的期限内未收到陈述申辩。");
    f.hearings().forEach(h -> letter.paragraph(h.said()));
    letter.heading("三、决定").paragraph(f.state().label().zh() + "。" + f.reason());
    if (f.state() == FindingState.DISMISSED) return;
    letter.paragraph("自决定之日起，对你单位不再兑现。");
    if (f.receivables().isEmpty()) return;
    List<List<String>> rows = new ArrayList<>();
    f.receivables().forEach(r -> rows.add(List.of(r.number(), r.amount().format(), r.received().format(), r.outstanding().format())));
    letter.paragraph("下列已支付的资金应予退回：").table(List.of("编号", "应退回", "已退回", "尚欠"), rows, 3, 2, 2, 2);
  }
}
