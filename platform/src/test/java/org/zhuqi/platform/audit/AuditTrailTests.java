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
  void filters_find_by_act_text_and_subject() {
    UUID one = Ids.next();
    UUID two = Ids.next();
    asTenant(
        () -> {
          audit.record(Actor.SYSTEM, "filter.alpha", "thing", one, "T-9-1", "盖章合同已备案", Map.of());
          audit.record(Actor.SYSTEM, "filter.beta", "thing", two, null, "other", Map.of());
          return 0;
        });
    var byText = new AuditFilter(null, null, "filter.", null, null, null, "备案");
    var byProvision = new AuditFilter(null, null, null, "SYSTEM", "T-9-1", null, null);
    assertThat(asTenant(() -> audit.find(byText, 10, 0))).extracting(AuditRecord::subject).containsExactly(one);
    assertThat(asTenant(() -> audit.find(byProvision, 10, 0))).extracting(AuditRecord::subject).containsExactly(one);
    assertThat(asTenant(() -> audit.count(new AuditFilter(null, null, "filter.beta", null, null, two, null)))).isEqualTo(1);
    assertThat(asTenant(() -> audit.acts())).contains("filter.alpha", "filter.beta").doesNotHaveDuplicates();
  }
}
