package org.zhuqi.platform.notices;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.DueWork;

/** Reminds the publishing office of an objection that holds its line: before the last day for its answer, and once that has passed. */
@Component
class ObjectionReminders implements DueWork {
  private static final int DAYS_AHEAD = 2;
  private final ObjectionStore store;
  private final NoticeStore notices;
  private final WorkingDays workingDays;
  private final Notifications notifications;

  ObjectionReminders(
      ObjectionStore store, NoticeStore notices, WorkingDays workingDays, Notifications notifications) {
    this.store = store;
    this.notices = notices;
    this.workingDays = workingDays;
    this.notifications = notifications;
  }

  @Override
  public void run(LocalDate today) {
    for (Objection o : store.openDueBy(workingDays.after(today, DAYS_AHEAD))) {
      boolean late = today.isAfter(java.util.Objects.requireNonNull(o.answerBy()));
      if (store.remindOnce(o.id(), late)) tell(notices.find(o.notice()).orElseThrow(), o, late);
    }
  }

  private void tell(Notice n, Objection o, boolean late) {
    notifications.tell(
        n.desk(),
        late
            ? new Text("异议答复已逾期：" + o.number(), "The answer to an objection is late: " + o.number())
            : new Text("异议请在 " + o.answerBy() + " 前答复：" + o.number(), "Answer an objection by " + o.answerBy() + ": " + o.number()),
        new Text("公示 " + n.number() + " 第 " + o.line() + " 行因异议暂缓，等待答复。", "Line " + o.line() + " of notice " + n.number() + " is held until it is answered."),
        "/notices/" + n.id() + "/objections",
        n.provision());
  }
}
