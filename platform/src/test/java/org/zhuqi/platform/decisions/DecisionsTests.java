package org.zhuqi.platform.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhuqi.measures.Decision;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.database.Owner;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Role;

class DecisionsTests extends PlatformTest {
  @Autowired Decisions decisions;
  @Autowired Measures measures;
  @Autowired Clock clock;
  @Autowired Flyway flyway;
  @Autowired DecisionStore store;

  private Decision refusal() {
    Pack pack = measures.latest("GYV").orElseThrow();
    return pack.decide(
        "claim.eligibility", "enterprise", Map.of("holder.area", "520100", "holder.tax_compliant", false), LocalDate.of(2024, 9, 2));
  }

  @Test
  void a_decision_is_kept_with_facts_date_version_and_trace_and_comes_back_as_it_was() {
    UUID subject = Ids.next();
    Decision given = refusal();
    UUID id = asTenant(() -> decisions.keep(given, "claim", subject));
    assertThat(asTenant(() -> decisions.of("claim", subject))).singleElement().satisfies(k -> {
      assertThat(k.id()).isEqualTo(id);
      assertThat(k.decision().failures()).extracting(Finding::provision).isEqualTo(given.failures().stream().map(Finding::provision).toList());
      assertThat(k.decision().usedFacts()).isEqualTo(given.usedFacts());
    });
    assertThat(asTenant(() -> decisions.of("voucher", subject))).isEmpty();
    assertThatThrownBy(() -> asTenant(() -> decisions.get(Ids.next()))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_decision_about_one_funders_money_is_for_its_offices_and_for_auditors() {
    UUID id = asTenant(() -> decisions.keep(refusal(), "claim", Ids.next(), "GUIYANG"));
    Actor own = new Actor(Ids.next(), "市局", Role.BUREAU, null, "GUIYANG_BUREAU", Set.of("GUIYANG"));
    Actor other = new Actor(Ids.next(), "新区局", Role.BUREAU, null, "GUIAN_BUREAU", Set.of("GUIAN"));
    Actor auditor = new Actor(Ids.next(), "审计", Role.AUDITOR, null, "SUPERVISION", Set.of());
    assertThat(asTenant(() -> decisions.get(own, id)).id()).isEqualTo(id);
    assertThat(asTenant(() -> decisions.get(auditor, id)).id()).isEqualTo(id);
    assertThatThrownBy(() -> asTenant(() -> decisions.get(other, id))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> asTenant(() -> decisions.replay(other, id))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_same_version_gives_the_same_answer_to_the_same_facts() {
    UUID id = asTenant(() -> decisions.keep(refusal(), "claim", Ids.next()));
    Replay replay = asTenant(() -> decisions.replay(id));
    assertThat(replay.differences()).isEmpty();
    assertThat(replay.now()).isNotNull();
  }

  @Test
  void a_replay_tells_what_differs_when_the_record_or_the_version_is_not_what_it_was() {
    UUID id = asTenant(() -> decisions.keep(refusal(), "claim", Ids.next()));
    Decision given = refusal();
    Owner.of(flyway).sql("update decision set content = jsonb_set(content::jsonb, '{granted}', 'true') where id = :id").param("id", id).update();
    assertThat(asTenant(() -> decisions.replay(id)).differences()).singleElement().satisfies(d -> assertThat(d.en()).contains("granted"));

    Decisions without = new Decisions(store, measures.without(given.failures().getFirst().provision()), clock);
    UUID other = asTenant(() -> decisions.keep(refusal(), "claim", Ids.next()));
    assertThat(inTransaction(() -> without.replay(other)).differences()).isNotEmpty();
  }

  @Test
  void many_are_kept_by_one_call_in_their_order() {
    UUID one = Ids.next();
    UUID two = Ids.next();
    List<UUID> ids =
        asTenant(() -> decisions.keepAll(List.of(
            new Decisions.ToKeep(refusal(), "claim", one, null), new Decisions.ToKeep(refusal(), "claim", two, null))));
    assertThat(asTenant(() -> decisions.get(ids.getFirst())).subject()).isEqualTo(one);
    assertThat(asTenant(() -> decisions.get(ids.getLast())).subject()).isEqualTo(two);
  }

  @Test
  void the_application_can_neither_change_nor_remove_a_decision() {
    for (String sql : List.of("update decision set granted = true", "delete from decision")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(sql).update()))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }
}
