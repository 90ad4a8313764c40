package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Provision;

class RegisterTransitionTests {
  @Test
  void what_has_ended_stays_ended() {
    assertThat(EntryTransition.table()).allMatch(t -> t.from().isLive());
    assertThat(RemovalTransition.table()).noneMatch(t -> t.from() == Removals.State.DISMISSED || t.from() == Removals.State.CARRIED_OUT);
    assertThat(ExitTransition.table()).allMatch(t -> t.from() == null || t.from() == Exits.State.ASKED);
  }

  @Test
  void each_event_leads_to_one_state() {
    assertThat(EntryTransition.table().stream().map(t -> t.from() + " " + t.event())).doesNotHaveDuplicates();
    assertThat(RemovalTransition.table().stream().map(t -> t.from() + " " + t.event())).doesNotHaveDuplicates();
    assertThat(ExitTransition.table().stream().map(t -> t.from() + " " + t.event())).doesNotHaveDuplicates();
  }

  @Test
  void each_state_is_reached_and_each_event_does_something() {
    assertThat(RemovalTransition.table()).extracting(RemovalTransition::to).contains(Removals.State.values());
    assertThat(RemovalTransition.table()).extracting(RemovalTransition::event).containsOnlyOnce(RemovalTransition.Event.values());
    assertThat(ExitTransition.table()).extracting(ExitTransition::to).contains(Exits.State.values());
    assertThat(ExitTransition.table()).extracting(ExitTransition::event).containsOnlyOnce(ExitTransition.Event.values());
  }

  @Test
  void each_edge_of_a_removal_or_an_exit_rests_on_a_provision_of_every_measure_that_removes() {
    Stream<String> roles =
        Stream.concat(
            RemovalTransition.table().stream().map(RemovalTransition::provision), ExitTransition.table().stream().map(ExitTransition::provision));
    assertThat(roles.distinct()).allSatisfy(role -> assertThat(removing()).allMatch(p -> !p.byRole(Provision.class, role).isEmpty()));
  }

  private static Stream<Pack> removing() {
    return Measures.bundled().all().stream().filter(p -> !p.byRole(Provision.class, "removal").isEmpty());
  }
}
