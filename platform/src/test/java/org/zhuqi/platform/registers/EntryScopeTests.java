package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.shared.Actor;

/** Lists ask the database for the state of an entry, decisions ask the dates: both must say the same. */
class EntryScopeTests extends RegisterTest {
  @Autowired EntryScope scope;

  private String listed(UUID entry) {
    return inTransaction(
        () ->
            jdbc.sql("select state from (" + EntryScope.ENTRIES + ") x where id = :id")
                .params(scope.parameters(GYI, ADMISSION))
                .param("id", entry)
                .query(String.class)
                .single());
  }

  @Test
  void GYI_12_1_the_list_and_the_entry_agree_on_every_date_that_matters() {
    Actor by = anInstitution();
    UUID entry = admitted(by).id();
    for (LocalDate day :
        List.of(
            LocalDate.of(2024, 9, 10), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 30), LocalDate.of(2025, 5, 1),
            LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1))) {
      on(day);
      assertThat(listed(entry)).as("on %s", day).isEqualTo(entry(by).state().name());
    }
    Map<String, List<UUID>> papers = papers(by, "social_insurance", "audited_accounts");
    asTenant(() -> yearly.file(by, entry, papers).orThrow());
    for (LocalDate day : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 1), LocalDate.of(2027, 5, 1))) {
      on(day);
      assertThat(listed(entry)).as("on %s, filed in 2026", day).isEqualTo(entry(by).state().name());
    }
    assertThat(entry(by).state()).isEqualTo(EntryState.HIDDEN);
  }
}
