package org.zhuqi.platform.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;

/** Tells the applicant what became of a case, as soon as it did. */
@Component
class CaseLetters {
  private final Notifications notifications;
  private final Procedures procedures;

  CaseLetters(Notifications notifications, Procedures procedures) {
    this.notifications = notifications;
    this.procedures = procedures;
  }

  void tell(CaseFile file, CaseMoves.Move move) {
    Text body =
        switch (move.event()) {
          case SUBMITTED -> new Text("已收到，受理编号 " + file.number() + "。", "Received under number " + file.number() + ".");
          case SENT_BACK ->
              new Text(
                  "请" + (file.dueOn() == null ? "" : "在 " + file.dueOn() + " 前") + "一次性补正：" + CaseMoves.list(move.missing()) + "。" + move.reason(),
                  "Please complete" + (file.dueOn() == null ? "" : " by " + file.dueOn()) + ": " + CaseMoves.list(move.missing()) + ". "
                      + move.reason());
          case LAPSED -> new Text(move.reason() + "。", "It was not completed in time and counts as withdrawn.");
          case PASSED -> new Text("审核通过。" + move.reason(), "Passed. " + move.reason());
          case PUBLISHED -> new Text("已进入公示。", "It is on public notice.");
          case GRANTED -> new Text("已办结。", "It is granted.");
          case REFUSED -> new Text("未通过。理由：" + move.reason(), "Refused. Reason: " + move.reason());
          case OBJECTION_UPHELD ->
              new Text("公示期间异议成立，未通过。" + move.reason(), "An objection was upheld; refused. " + move.reason());
          default -> null;
        };
    if (body != null) tell(file, body);
  }

  void given(CaseFile file, UUID to) {
    notifications.tell(
        Recipients.account(to), file.title(), new Text("本办件已交由您办理。", "This case has been given to you."), "/cases/" + file.id(), null);
  }

  private void tell(CaseFile file, Text body) {
    notifications.tell(
        Recipients.party(file.applicant()), file.title(), body, "/cases/" + file.id(), procedures.separation(file));
  }
}
