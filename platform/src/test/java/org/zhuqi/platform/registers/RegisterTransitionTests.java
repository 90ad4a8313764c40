package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterTransitionTests {
  @Test
  void what_has_ended_stays_ended() {
    assertThat(EntryTransition.table()).allMatch(t -> t.from().isLive());
  }

  @Test
  void each_event_leads_to_one_state() {
    assertThat(EntryTransition.table()).doesNotHaveDuplicates();
    for (EntryState s : EntryState.values()) {
      for (EntryEvent e : EntryEvent.values()) {
        assertThat(EntryTransition.table().stream().filter(t -> t.from() == s && t.event() == e).count()).isLessThan(2);
      }
    }
  }
}
