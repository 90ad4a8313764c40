package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Menu;
import org.zhuqi.platform.casework.TaskSource;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.ContractEvent;
import org.zhuqi.platform.contracts.ContractMoved;

/** Contracts of a category that needs the administrator's word wait in the inbox of the office that handles them. */
@Component
class CategoryQuestions {
  private final FilingStore store;
  private final JdbcClient jdbc;
  private final Clock clock;

  CategoryQuestions(FilingStore store, JdbcClient jdbc, Clock clock) {
    this.store = store;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Once both sides have agreed, and before either can go on, the question is open. */
  @EventListener
  void on(ContractMoved moved) {
    Contract c = moved.contract();
    if (moved.event() != ContractEvent.AGREED || c.voucherFen() == 0) return;
    Menu menu = store.pack(c).one(Menu.class, FilingChecks.CATEGORIES);
    if (menu.item(c.category()).filter(i -> i.has("needsApproval")).isEmpty()) return;
    jdbc.sql("insert into category_question (contract_id, provision, asked_at) values (?, ?, ?)")
        .params(c.id(), menu.id(), OffsetDateTime.now(clock))
        .update();
  }

  @Bean
  static TaskSource categoryTasks() {
    return new TaskSource() {
      @Override
      public String openTasks() {
        return """
            select c.id, 'contract.category' as kind, c.number, c.measure, q.provision, c.title as title_zh, c.title as title_en,
                   c.client_name as name, '其他服务事项认定' as step_zh, 'Judge the category' as step_en, cast(null as date) as due_on,
                   q.asked_at as since, '/contracts/' || c.id || '/filing' as link, 'centre' as actor,
                   cast(null as uuid) as party, cast(null as uuid) as not_for
              from category_question q
              join contract c on c.tenant = q.tenant and c.id = q.contract_id
             where c.state = 'AGREED'
               and not exists (select from category_approval a where a.tenant = q.tenant and a.contract_id = q.contract_id)""";
      }

      @Override
      public String agency() {
        return "(select c.handler from contract c where c.id = t.id)";
      }
    };
  }
}
