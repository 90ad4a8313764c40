package org.zhuqi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.PeopleTest;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;

class PaperRemindersTests extends PeopleTest {
  @Autowired Notifications notifications;
  @Autowired PaperReminders reminders;

  @Test
  void GYI_5_1_the_owner_is_told_ahead_and_when_a_paper_has_lapsed_each_once() {
    Actor by = anInstitution();
    paper(by, "social_insurance", LocalDate.of(2024, 9, 2));
    turn(LocalDate.of(2024, 11, 1));
    assertThat(told(by)).as("31 days before 2 December").isEmpty();
    turn(LocalDate.of(2024, 11, 2));
    turn(LocalDate.of(2024, 11, 20));
    assertThat(told(by)).singleElement().matches(n -> n.subject().zh().contains("即将失效") && "GYI-5-1".equals(n.provision()));
    turn(LocalDate.of(2024, 12, 2));
    assertThat(told(by)).as("its last day").hasSize(1);
    turn(LocalDate.of(2024, 12, 3));
    turn(LocalDate.of(2024, 12, 4));
    assertThat(told(by)).hasSize(2).anyMatch(n -> n.subject().zh().contains("已失效") && n.body().zh().contains("2024-12-02"));
  }

  @Test
  void nobody_is_told_about_a_paper_that_a_newer_one_has_replaced() {
    Actor by = anInstitution();
    paper(by, "social_insurance", LocalDate.of(2024, 9, 2));
    on(LocalDate.of(2024, 10, 31));
    paper(by, "social_insurance", LocalDate.of(2024, 10, 31));
    turn(LocalDate.of(2024, 11, 20));
    assertThat(told(by)).isEmpty();
  }

  private void turn(LocalDate day) {
    on(day);
    inTransaction(
        () -> {
          reminders.run(day);
          return null;
        });
  }

  private List<Notification> told(Actor by) {
    return asTenant(() -> notifications.list(by, false, 50, 0)).stream().filter(n -> n.link().equals("/papers")).toList();
  }
}
