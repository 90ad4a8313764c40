package org.zhuqi.platform.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.casework.Tasks;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;

class ExitTests extends RegisterTest {

  @Autowired ServicesOfTests services;
  @Autowired Tasks tasks;
  @Autowired AuditTrail audit;

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
  void GYI_5_4_the_centre_sees_it_in_its_inbox_and_decides_within_ten_working_days() {
    Actor by = anInstitution();
    Entry entry = admitted(by);
    UUID exit = asTenant(() -> exits.ask(by, entry.id(), "业务调整").orThrow());
    assertThat(asTenant(() -> tasks.of(decider)))
        .filteredOn(t -> t.id().equals(exit))
        .singleElement()
        .matches(t -> LocalDate.of(2024, 9, 25).equals(t.dueOn()) && "GYI-5-4".equals(t.provision()) && t.link().contains(t.number()));
    Actor bureau = official(Role.BUREAU, "GUIYANG_BUREAU", "GUIYANG");
    assertThatThrownBy(() -> asTenant(() -> exits.decide(bureau, exit, false, "不同意"))).isInstanceOf(ForbiddenException.class);
    asTenant(() -> exits.decide(decider, exit, false, "尚有投诉未办结").orThrow());
    assertThat(asTenant(() -> tasks.of(decider))).noneMatch(t -> t.id().equals(exit));
    assertThat(asTenant(() -> audit.of(exit)))
        .extracting(a -> a.act() + " " + a.provision() + " " + a.name())
        .containsExactlyInAnyOrder("exit.asked GYI-5-4 " + by.name(), "exit.refused GYI-5-4 " + decider.name());
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
