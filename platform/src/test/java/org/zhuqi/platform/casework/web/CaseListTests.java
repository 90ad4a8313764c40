package org.zhuqi.platform.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.casework.CaseFile;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.registers.Entry;
import org.zhuqi.platform.registers.RegisterTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.listing.Listings;

class CaseListTests extends RegisterTest {
  @Autowired CaseList list;
  @Autowired Listings listings;
  @Autowired Tasks tasks;
  @Autowired Notifications notifications;

  private List<String> overdue(Actor who, String number) {
    return asTenant(() -> listings.page(list.all(), ListQuery.of(Map.of("late", "overdue", "q", number)), tasks.parameters(who)))
        .slice().items().stream()
        .map(r -> String.valueOf(r.number()))
        .toList();
  }

  @Test
  void GYI_5_2_an_auditor_and_the_office_find_the_cases_that_are_overdue() {
    CaseFile f = file(submitted(anInstitution()));
    Actor auditor = official(Role.AUDITOR, "SUPERVISION");
    String number = String.valueOf(f.number());
    on(java.util.Objects.requireNonNull(f.dueOn()));
    assertThat(overdue(auditor, number)).doesNotContain(number);
    on(f.dueOn().plusDays(1));
    assertThat(overdue(auditor, number)).contains(number);
    assertThat(overdue(centre(), number)).contains(number);
    assertThat(overdue(anInstitution(), number)).doesNotContain(number);
  }

  @Test
  void GYI_4_2_a_removal_that_nobody_decides_is_reminded_of_and_an_auditor_finds_it() {
    Actor institution = anInstitution();
    Entry entry = admitted(institution);
    Actor proposer = centre();
    Actor colleague = centre();
    UUID removal =
        asTenant(
            () -> removals.propose(proposer, entry.id(), "fraud", "伪造检测报告", LocalDate.now(clock).plusDays(14), List.of(paper(proposer, "evidence")), List.of()).orThrow());
    asTenant(() -> removals.waive(institution, removal).orThrow());
    var open = asTenant(() -> removals.get(proposer, removal));
    LocalDate due = java.util.Objects.requireNonNull(open.decideBy());
    Actor auditor = official(Role.AUDITOR, "SUPERVISION");
    turnTo(due);
    assertThat(overdue(auditor, open.number())).doesNotContain(open.number());
    assertThat(told(colleague, removal)).singleElement().matches(s -> s.startsWith("期限将至"));
    assertThat(told(proposer, removal)).as("somebody else decides").isEmpty();
    turnTo(due.plusDays(1));
    assertThat(overdue(auditor, open.number())).contains(open.number());
    assertThat(overdue(colleague, open.number())).as("its own are in the inbox").doesNotContain(open.number());
    assertThat(told(colleague, removal)).anyMatch(s -> s.startsWith("已逾期"));
  }

  private List<String> told(Actor who, UUID removal) {
    return asTenant(() -> notifications.list(who, false, 100_000, 0)).stream()
        .filter(n -> n.link().endsWith("/" + removal) && (n.subject().zh().startsWith("期限将至") || n.subject().zh().startsWith("已逾期")))
        .map(n -> n.subject().zh())
        .toList();
  }
}
