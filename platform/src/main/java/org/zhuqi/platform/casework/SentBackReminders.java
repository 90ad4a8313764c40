package org.zhuqi.platform.casework;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.DueWork;

/** Reminds the applicant of a case that went back: before its last day, and once that has passed. Nothing else follows. */
@Component
class SentBackReminders implements DueWork {
  private static final int DAYS_AHEAD = 3;
  private final CaseStore store;
  private final Procedures procedures;
  private final WorkingDays workingDays;
  private final Notifications notifications;

  SentBackReminders(CaseStore store, Procedures procedures, WorkingDays workingDays, Notifications notifications) {
    this.store = store;
    this.procedures = procedures;
    this.workingDays = workingDays;
    this.notifications = notifications;
  }

  @Override
  public void run(LocalDate today) {
    for (CaseFile f : store.sentBackDueBy(workingDays.after(today, DAYS_AHEAD))) {
      LocalDate due = java.util.Objects.requireNonNull(f.dueOn());
      boolean late = today.isAfter(due);
      if (store.remindOnce(f.id(), due, late)) tell(f, due, late);
    }
  }

  private void tell(CaseFile f, LocalDate due, boolean late) {
    notifications.tell(
        Recipients.party(f.applicant()),
        late
            ? new Text("补正期限已过：" + f.title().zh(), "Past the day for completing: " + f.title().en())
            : new Text("请在 " + due + " 前补正：" + f.title().zh(), "Complete it by " + due + ": " + f.title().en()),
        new Text("须补正：" + CaseMoves.list(f.missing()), "To be completed: " + CaseMoves.list(f.missing())),
        "/cases/" + f.id(),
        procedures.stages(f).id());
  }
}
