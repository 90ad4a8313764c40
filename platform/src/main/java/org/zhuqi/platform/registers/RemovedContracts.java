package org.zhuqi.platform.registers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.measures.Table;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.WorkingDays;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractMoved;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;

/**
 * What becomes of the contracts that run when their institution is removed: each is shown to its enterprise, which ends it
 * (the lock on its vouchers is released) or lets it finish.
 */
@Service
@Transactional
public class RemovedContracts {
  /** Rows of the measure's table of effects. */
  private static final String NEW_CONTRACT = "new_contract";

  private static final String FILED_CONTRACT = "filed_contract";

  private static final String PAGE = "/registers/removals/contracts";

  private final JdbcClient jdbc;
  private final Contracts contracts;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final WorkingDays workingDays;
  private final Clock clock;

  RemovedContracts(
      JdbcClient jdbc, Contracts contracts, Notifications notifications, AuditTrail audit, WorkingDays workingDays, Clock clock) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.notifications = notifications;
    this.audit = audit;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * A running contract about which its enterprise has not chosen yet.
   *
   * @param chooseBy last working day for it, or null where the measure sets no time
   * @param provision which leaves it the choice
   */
  public record Affected(
      UUID removalId,
      String removalNumber,
      String institution,
      String groundZh,
      String groundEn,
      UUID contractId,
      String number,
      String title,
      @Nullable LocalDate chooseBy,
      String provision) {
    public Text ground() {
      return new Text(groundZh, groundEn);
    }
  }

  /** Asks the enterprise of each running contract, where the measure leaves it a choice; and tells of those that cannot be made. */
  void ask(Removals.Removal r, Table effects, LocalDate removed) {
    if (effects.row(NEW_CONTRACT).isPresent()) contracts.beingMade(r.party()).forEach(c -> tellRefused(r, c, effects.id()));
    Table.Row row = effects.row(FILED_CONTRACT).orElse(null);
    if (row == null) return;
    LocalDate chooseBy = row.lastDay(removed, workingDays);
    for (Contract c : contracts.running(r.party())) {
      jdbc.sql(
              """
              insert into register_removal_contract (removal_id, contract_id, number, title, client, choose_by, provision, asked_at)
              values (:removal, :contract, :number, :title, :client, :by, :provision, :at)""")
          .param("removal", r.id())
          .param("contract", c.id())
          .param("number", c.number())
          .param("title", c.title())
          .param("client", c.client())
          .param("by", chooseBy)
          .param("provision", effects.id())
          .param("at", Timestamp.from(clock.instant()))
          .update();
      String until = chooseBy == null ? "" : " " + chooseBy + " ";
      notifications.tell(
          Recipients.party(c.client()),
          new Text("服务机构已被清退：" + r.name(), "Removed from the register: " + r.name()),
          new Text(
              "请于" + until + "前选择终止或继续履行合同 " + c.number() + "。",
              "Choose by" + until + "whether contract " + c.number() + " ends or goes on."),
          PAGE,
          effects.id());
    }
  }

  private void tellRefused(Removals.Removal r, Contract c, String provision) {
    notifications.tell(
        Recipients.party(c.client()),
        new Text("服务机构已被清退：" + r.name(), "Removed from the register: " + r.name()),
        new Text(
            "合同 " + c.number() + " 尚未备案，不能再签订、备案。请撤回该合同，另选机构。",
            "Contract " + c.number() + " is not filed yet and can be neither signed nor filed now. Withdraw it and choose another institution."),
        "/contracts/" + c.id(),
        provision);
  }

  /** A contract that is over needs no choice any more. */
  @EventListener
  void on(ContractMoved moved) {
    if (moved.contract().state().isRunning()) return;
    jdbc.sql("update register_removal_contract set choice = 'OVER', chosen_at = :at where contract_id = :id and choice is null")
        .param("at", Timestamp.from(clock.instant()))
        .param("id", moved.contract().id())
        .update();
  }

  /** What the caller's enterprise has to choose about, soonest due first. */
  @Transactional(readOnly = true)
  public List<Affected> open(Actor by) {
    return jdbc.sql(
            """
            select c.removal_id, r.number as removal_number, e.name as institution, r.ground_zh, r.ground_en, c.contract_id,
                   c.number, c.title, c.choose_by, c.provision
              from register_removal_contract c
              join register_removal r on r.tenant = c.tenant and r.id = c.removal_id
              join register_entry e on e.tenant = r.tenant and e.id = r.entry_id
             where c.client = :client and c.choice is null
             order by c.choose_by nulls last, c.number""")
        .param("client", by.partyOrThrow())
        .query(Affected.class)
        .list();
  }

  /** The enterprise lets a contract finish, or ends it. */
  public Outcome<Void> choose(Actor by, UUID removal, UUID contract, boolean finish, String reason) {
    Contract c = contracts.lock(contract);
    if (!c.client().equals(by.partyOrThrow())) throw new NotFoundException("contract " + contract);
    if (reason.isBlank()) return Outcome.refused(Refusal.of("reason_missing", "请写明理由。", "Give the reason.").at("reason"));
    String provision =
        jdbc.sql(
                """
                update register_removal_contract set choice = :choice, reason = :reason, chosen_at = :at, chosen_by = :by
                 where removal_id = :removal and contract_id = :contract and choice is null returning provision""")
            .param("choice", finish ? "FINISH" : "END")
            .param("reason", reason.strip())
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.account())
            .param("removal", removal)
            .param("contract", contract)
            .query(String.class)
            .optional()
            .orElse(null);
    if (provision == null) {
      return Outcome.refused(Refusal.of("chosen_already", "该合同已作出选择或已不在履行中。", "It has been chosen, or the contract is no longer running."));
    }
    audit.record(
        by, finish ? "removal.contract_finishes" : "removal.contract_ends", "contract", contract, provision, reason.strip(),
        Map.of("contract", c.number(), "removal", removal.toString()));
    if (!finish) contracts.end(by, contract, reason.strip()).orThrow();
    return Outcome.done(null);
  }
}
