package org.zhuqi.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseTransitionTests {
  @Test
  void a_closed_case_moves_no_more() {
    assertThat(CaseTransition.table()).noneMatch(t -> t.from().isClosed());
  }

  @Test
  void an_event_leads_to_one_state_only() {
    for (CaseState s : CaseState.values()) {
      for (CaseEvent e : CaseEvent.values()) {
        assertThat(CaseTransition.table().stream().filter(t -> t.from() == s && t.event() == e).count()).isLessThan(2);
      }
    }
  }

  @Test
  void every_state_but_the_draft_is_reached_and_every_open_state_is_left() {
    for (CaseState s : CaseState.values()) {
      if (s != CaseState.DRAFT) assertThat(CaseTransition.table()).anyMatch(t -> t.to() == s);
      if (!s.isClosed()) assertThat(CaseTransition.table()).anyMatch(t -> t.from() == s && t.to() != s);
    }
  }

  @Test
  void GYI_14_1_only_handlers_pass_refuse_or_send_back() {
    assertThat(CaseTransition.table())
        .filteredOn(
            t ->
                Set.of(CaseEvent.STAGE_PASSED, CaseEvent.PASSED, CaseEvent.REFUSED, CaseEvent.SENT_BACK).contains(t.event()))
        .allMatch(t -> t.by() == CaseTransition.By.HANDLER);
  }
}
