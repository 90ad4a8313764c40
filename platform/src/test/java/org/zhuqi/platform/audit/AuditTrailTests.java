package org.zhuqi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhuqi.platform.PlatformTest;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

class AuditTrailTests extends PlatformTest {
  @Autowired AuditTrail audit;

  @Test
  void a_record_stands_if_and_only_if_the_act_does() {
    UUID kept = Ids.next();
    UUID rolledBack = Ids.next();
    inTransaction(
        () -> {
          audit.record(Actor.SYSTEM, "test.kept", "thing", kept, "T-1-1", "because", Map.of("amountFen", 12L, "list", List.of("a")));
          return 0;
        });
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      audit.record(Actor.SYSTEM, "test.lost", "thing", rolledBack, null, "because", Map.of());
                      throw new IllegalStateException("the act failed");
                    }))
        .hasMessage("the act failed");

    assertThat(asTenant(() -> audit.of(kept)))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.act()).isEqualTo("test.kept");
              assertThat(r.provision()).isEqualTo("T-1-1");
              assertThat(r.details()).containsEntry("amountFen", 12).containsEntry("list", List.of("a"));
            });
    assertThat(asTenant(() -> audit.of(rolledBack))).isEmpty();
  }

  @Test
  void thousands_are_recorded_by_one_call() {
    UUID subject = Ids.next();
    asTenant(
        () -> {
          audit.recordAll(
              IntStream.range(0, 5000)
                  .mapToObj(i -> new AuditEntry(Actor.SYSTEM, "test.many", "thing", subject, null, "no. " + i, Map.of("i", i)))
                  .toList());
          return 0;
        });
    assertThat(asTenant(() -> audit.of(subject))).hasSize(5000);
  }

  @Test
  void the_application_can_neither_change_nor_remove_a_record() {
    for (String statement :
        List.of(
            "update audit_record set grounds = 'other'", "delete from audit_record", "truncate audit_record",
            "update audit_seal set number = 9", "delete from audit_seal")) {
      assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(statement).update()))
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .rootCause().hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_acts_that_occur_are_named_once_each() {
    asTenant(
        () -> {
          for (String act : List.of("acts.beta", "acts.alpha", "acts.beta")) {
            audit.record(Actor.SYSTEM, act, "thing", Ids.next(), null, "x", Map.of());
          }
          return 0;
        });
    assertThat(asTenant(() -> audit.acts())).containsSubsequence("acts.alpha", "acts.beta").doesNotHaveDuplicates();
  }
}
