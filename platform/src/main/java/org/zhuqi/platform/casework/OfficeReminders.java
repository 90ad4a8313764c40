package org.zhuqi.platform.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Stages;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.identity.Accounts;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.DueWork;
import org.zhuqi.platform.shared.Role;

/** Tells offices of what is due: two working days before the last day, and on the day after it. Once each. */
@Component
class OfficeReminders implements DueWork {
  private static final int AHEAD = 2;
  /** No holiday is so long that two working days lie further ahead. */
  private static final int LOOK_AHEAD = 20;

  private final CaseStore store;
  private final Procedures procedures;
  private final Tasks tasks;
  private final Accounts accounts;
  private final Notifications notifications;
  private final WorkingDays workingDays;

  OfficeReminders(
      CaseStore store,
      Procedures procedures,
      Tasks tasks,
      Accounts accounts,
      Notifications notifications,
      WorkingDays workingDays) {
    this.store = store;
    this.procedures = procedures;
    this.tasks = tasks;
    this.accounts = accounts;
    this.notifications = notifications;
    this.workingDays = workingDays;
  }

  @Override
  public void run(LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    for (CaseFile f : store.due(yesterday, today.plusDays(LOOK_AHEAD))) {
      LocalDate due = Objects.requireNonNull(f.dueOn());
      if (concerns(today, due)) tell(deciders(f), f.title(), stage(f).name(), due, today, "/cases/" + f.id(), procedures.stages(f).id());
    }
    for (Tasks.OfOffice t : tasks.due(yesterday, today.plusDays(LOOK_AHEAD))) {
      if (concerns(today, t.dueOn())) {
        tell(doers(t), new Text(t.titleZh(), t.titleEn()), new Text(t.stepZh(), t.stepEn()), t.dueOn(), today, t.link(), t.provision());
      }
    }
  }

  private boolean concerns(LocalDate today, LocalDate due) {
    if (due.isBefore(today)) return due.equals(today.minusDays(1));
    return workingDays.isWorkday(today) && workingDays.between(today, due) == AHEAD;
  }

  private Stages.Stage stage(CaseFile f) {
    return procedures.stage(f).orElseThrow();
  }

  /** The one who has taken it, or all of the office. */
  private List<Recipients> deciders(CaseFile f) {
    UUID assignee = f.assignee();
    return assignee != null ? List.of(Recipients.account(assignee)) : office(stage(f).actor(), f.handlerAgency(), f.funder(), null);
  }

  private List<Recipients> doers(Tasks.OfOffice t) {
    return office(t.actor(), t.agency(), null, t.notFor());
  }

  /** A whole desk where it is one, so that many cases of a day stay few rows. */
  private List<Recipients> office(String actor, @Nullable String agency, @Nullable String funder, @Nullable UUID notFor) {
    Role role = Role.valueOf(actor.toUpperCase(Locale.ROOT));
    boolean handler = role == Role.CENTRE && agency != null;
    if (!handler && notFor == null) return List.of(Recipients.desk(role, funder));
    List<Account> all = handler ? accounts.ofAgency(Objects.requireNonNull(agency)) : accounts.withRole(role, funder);
    return all.stream()
        .filter(a -> !a.disabled() && !a.id().equals(notFor) && (!handler || a.roles().contains(Role.CENTRE) || a.roles().contains(Role.BUREAU)))
        .map(a -> Recipients.account(a.id()))
        .toList();
  }

  private void tell(List<Recipients> to, Text title, Text step, LocalDate due, LocalDate today, String link, @Nullable String provision) {
    if (to.isEmpty()) return;
    boolean late = due.isBefore(today);
    Text subject =
        late
            ? new Text("已逾期：" + title.zh(), "Overdue: " + title.en())
            : new Text("期限将至：" + title.zh(), "Due soon: " + title.en());
    Text body =
        new Text(
            "“" + step.zh() + (late ? "”应于 " : "”请于 ") + due + " 前办理。",
            "\"" + step.en() + (late ? "\" was due on " : "\" is due on ") + due + ".");
    notifications.tell(to, subject, body, link, provision);
  }
}
