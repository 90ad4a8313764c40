package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.catalogue.Standing;
import org.zhuqi.platform.notifications.Notification;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

class YearlyPapersTests extends RegisterTest {
  @Autowired Notifications notifications;
  @Autowired RegisterStanding standing;
  @Autowired FilingChecks checks;
  @Autowired Tasks tasks;

  private Standing.Kind shown(Actor institution) {
    UUID party = institution.partyOrThrow();
    return inTransaction(() -> standing.of(Set.of(party)).get(party).kind());
  }

  @Test
  void GYI_12_1_hidden_from_the_first_of_may_until_filed_by_date_alone() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 4, 30));
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    assertThat(shown(by)).isEqualTo(Standing.Kind.LIVE);
    on(LocalDate.of(2025, 5, 1));
    assertThat(entry(by).state()).as("no job has run").isEqualTo(EntryState.HIDDEN);
    assertThat(entry(by).hiddenBy()).isEqualTo("GYI-12-1");
    assertThat(java.util.Objects.requireNonNull(entry(by).hiddenReason()).zh()).isEqualTo("未在 2025-04-30 前提交年度材料，自 2025-05-01 起不予展示，补交后恢复。");
    assertThat(shown(by)).isEqualTo(Standing.Kind.HIDDEN);
    assertThat(asTenant(() -> registers.institutionFacts(by.partyOrThrow()))).as("hidden is not removed")
        .containsEntry("institution.entry_live", true);
    Map<String, List<UUID>> papers = papers(by, "social_insurance", "audited_accounts");
    asTenant(() -> yearly.file(by, entry.id(), papers).orThrow());
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    assertThat(shown(by)).isEqualTo(Standing.Kind.LIVE);
    on(LocalDate.of(2026, 5, 1));
    assertThat(entry(by).state()).as("owed every year").isEqualTo(EntryState.HIDDEN);
  }

  @Test
  void GYI_12_1_filing_on_the_last_day_is_in_time() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 4, 30));
    Map<String, List<UUID>> papers = papers(by, "social_insurance", "audited_accounts");
    asTenant(() -> yearly.file(by, entry.id(), papers).orThrow());
    on(LocalDate.of(2025, 5, 1));
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    assertThat(asTenant(() -> yearly.due(by, entry.id()).orElseThrow()).past()).singleElement().matches(f -> !f.filing().late());
    assertThat(asTenant(() -> yearly.file(by, entry.id(), papers)).refusals()).extracting(Refusal::code).containsExactly("already_filed");
  }

  @Test
  void GYI_12_1_last_years_social_insurance_proof_does_not_show_a_hidden_institution_again() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    Map<String, List<UUID>> lastYears = papers(by, "social_insurance", "audited_accounts");
    on(LocalDate.of(2025, 5, 6));
    assertThat(asTenant(() -> yearly.file(by, entry.id(), lastYears)).refusals())
        .singleElement()
        .matches(r -> r.code().equals("material_expired") && "GYI-5-1".equals(r.provision()) && "paper.social_insurance".equals(r.field()));
    assertThat(entry(by).state()).isEqualTo(EntryState.HIDDEN);
  }

  @Test
  void GYI_12_1_names_every_missing_paper_by_class() {
    Actor body = aPublicInstitution();
    UUID application = draft(body, wayOne(), papers(body, "qualification", "social_insurance", "final_accounts", "way_proof"));
    asTenant(() -> registers.submit(body, application, true).orThrow());
    published(application);
    turnTo(LocalDate.of(2024, 9, 10));
    UUID entry = entry(body).id();
    on(LocalDate.of(2025, 3, 3));
    assertThat(asTenant(() -> yearly.file(body, entry, Map.of())).refusals())
        .extracting(Refusal::field)
        .containsExactly("paper.social_insurance", "paper.final_accounts");
  }

  private UUID filed(Actor by, Entry entry) {
    Map<String, List<UUID>> papers = papers(by, "social_insurance", "audited_accounts");
    return asTenant(() -> yearly.file(by, entry.id(), papers).orThrow());
  }

  @Test
  void GYI_12_1_the_centre_looks_at_what_was_filed_and_returns_what_is_wrong_then_it_counts_as_not_filed() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 4, 28));
    UUID filing = filed(by, entry);
    assertThat(asTenant(() -> checks.get(filing)).checkBy()).as("ten working days over the May holiday").isEqualTo(LocalDate.of(2025, 5, 15));
    assertThat(asTenant(() -> tasks.of(reviewer))).anyMatch(t -> t.id().equals(filing) && "GYI-12-1".equals(t.provision()));
    assertThat(asTenant(() -> checks.giveBack(reviewer, filing, " ")).refusals()).extracting(Refusal::code).containsExactly("note_missing");
    on(LocalDate.of(2025, 5, 8));
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    asTenant(() -> checks.giveBack(reviewer, filing, "社保证明缺 3 月；审计报告不是 2024 年度").orThrow());
    assertThat(entry(by).state()).as("past 30 April, and nothing filed that counts").isEqualTo(EntryState.HIDDEN);
    assertThat(shown(by)).isEqualTo(Standing.Kind.HIDDEN);
    assertThat(told(by, entry)).anyMatch(n -> n.body().zh().contains("缺 3 月"));
    assertThat(asTenant(() -> tasks.of(reviewer))).noneMatch(t -> t.id().equals(filing));
    assertThat(asTenant(() -> checks.accept(decider, filing)).refusals()).extracting(Refusal::code).containsExactly("filing_checked");
    UUID again = filed(by, entry);
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    asTenant(() -> checks.accept(reviewer, again).orThrow());
    assertThat(asTenant(() -> yearly.due(by, entry.id()).orElseThrow()).past())
        .extracting(f -> f.filing().result())
        .containsExactly(FilingChecks.Result.ACCEPTED, FilingChecks.Result.RETURNED);
  }

  @Test
  void GYI_12_1_papers_returned_before_the_day_hide_only_from_it() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 4, 7));
    UUID filing = filed(by, entry);
    asTenant(() -> checks.giveBack(reviewer, filing, "缺盖章页").orThrow());
    assertThat(entry(by).state()).isEqualTo(EntryState.ACTIVE);
    on(LocalDate.of(2025, 5, 1));
    assertThat(entry(by).state()).isEqualTo(EntryState.HIDDEN);
  }

  @Test
  void GYI_12_1_reminds_ahead_each_time_once_and_says_when_it_is_hidden() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 3, 30));
    remind(LocalDate.of(2025, 3, 30));
    assertThat(told(by, entry)).isEmpty();
    remind(LocalDate.of(2025, 3, 31));
    remind(LocalDate.of(2025, 4, 1));
    assertThat(told(by, entry)).hasSize(1);
    remind(LocalDate.of(2025, 4, 16));
    remind(LocalDate.of(2025, 4, 27));
    assertThat(told(by, entry)).hasSize(3).allMatch(n -> "GYI-12-1".equals(n.provision()));
    remind(LocalDate.of(2025, 5, 1));
    assertThat(told(by, entry)).hasSize(4);
    assertThat(asTenant(() -> registers.history(entry.id()))).extracting(Registers.Past::event).contains(EntryEvent.HIDDEN);
  }

  private void remind(LocalDate day) {
    on(day);
    inTransaction(
        () -> {
          registerDays.run(day);
          return null;
        });
  }

  @Autowired RegisterDays registerDays;

  private List<Notification> told(Actor by, Entry entry) {
    return asTenant(() -> notifications.list(by, false, 50, 0)).stream()
        .filter(n -> n.link().contains(entry.id() + "/yearly"))
        .toList();
  }

  @Test
  void GYI_12_1_lists_who_is_late() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    on(LocalDate.of(2025, 5, 6));
    assertThat(asTenant(() -> yearly.late(GYI))).filteredOn(l -> l.entry().id().equals(entry.id())).singleElement().matches(YearlyPapers.Late::hidden);
  }
}
