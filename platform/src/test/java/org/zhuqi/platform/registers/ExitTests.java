package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

class ExitTests extends RegisterTest {

  @Autowired ServicesOfTests services;

  private void runs(Actor by, boolean delivered) {
    services.open.put(
        by.partyOrThrow(),
        List.of(new OpenServices.OpenService("HT-1", text("检测服务"), delivered, "/contracts/1")));
  }

  @Test
  void GYI_5_4_leaves_only_when_every_service_is_finished_and_delivered() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    runs(by, false);
    assertThat(asTenant(() -> exits.ask(by, entry.id(), "业务调整")).refusals())
        .hasSize(2)
        .allMatch(r -> "GYI-5-4".equals(r.provision()));
    runs(by, true);
    assertThat(asTenant(() -> exits.ask(by, entry.id(), "业务调整")).refusals()).hasSize(1);
    services.open.clear();
    UUID exit = asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    runs(by, false);
    assertThat(asTenant(() -> exits.decide(decider, exit, true, "同意")).refusals()).as("decided anew when it is granted").isNotEmpty();
    services.open.clear();
    asTenant(() -> exits.decide(decider, exit, true, "服务均已完成").orThrow());
    assertThat(entry(by).state()).isEqualTo(EntryState.EXITED);
    assertThat(asTenant(() -> registers.institutionFacts(by.partyOrThrow()))).containsEntry("institution.entry_live", false);
  }

  @Test
  void asked_twice_it_is_one_request_and_a_reason_is_needed() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    assertThat(asTenant(() -> exits.ask(by, entry.id(), " ")).refusals()).extracting(Refusal::code).containsExactly("reason_missing");
    asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    assertThat(asTenant(() -> exits.ask(by, entry.id(), "业务调整")).refusals()).extracting(Refusal::code).containsExactly("exit_asked");
  }

  @Test
  void GYI_14_1_the_database_keeps_the_institutions_own_people_from_granting_it() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID exit = asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        jdbc.sql("update register_exit set state = 'GRANTED', decided_by = :by, grounds = 'x' where id = :id")
                            .param("by", by.account())
                            .param("id", exit)
                            .update()))
        .hasMessageContaining("related");
  }

  @Test
  void leaving_and_coming_back_is_free() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID exit = asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    asTenant(() -> exits.decide(decider, exit, true, "服务均已完成").orThrow());
    assertThat(asTenant(() -> registers.mayNotApply(GYI, ADMISSION, by.partyOrThrow()))).isEmpty();
  }
}
