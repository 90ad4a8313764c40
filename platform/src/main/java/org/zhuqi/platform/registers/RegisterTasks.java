package org.zhuqi.platform.registers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.casework.TaskSource;

/** Whose turn it is in removals and exits, and until when. */
@Configuration(proxyBeanMethods = false)
class RegisterTasks {

  /** The institution is heard; then somebody else than the proposer decides; then the operator carries it out. */
  @Bean
  TaskSource removalTasks() {
    return () ->
        """
        select r.id, 'register.removal' as kind, r.number, r.measure,
               case when r.state = 'PROPOSED' then r.ground_by else r.sanctioned_by end as provision,
               '清退：' || e.name as title_zh, 'Removal: ' || e.name as title_en, e.name,
               case when s.hearing then '陈述申辩' when r.state = 'PROPOSED' then '清退决定' else '执行清退' end as step_zh,
               case when s.hearing then 'State your case' when r.state = 'PROPOSED' then 'Decide' else 'Carry out' end as step_en,
               case when s.hearing then r.hear_until when r.state = 'PROPOSED' then r.decide_by else r.carry_out_by end as due_on,
               coalesce(r.decided_at, r.stated_at, r.proposed_at) as since,
               '/registers/removals/' || r.id as link,
               case when s.hearing then 'institution' when r.state = 'PROPOSED' then r.decider else r.carrier end as actor,
               case when s.hearing then r.party end as party,
               case when r.state = 'PROPOSED' then r.proposed_by end as not_for
          from register_removal r
          join register_entry e on e.tenant = r.tenant and e.id = r.entry_id
          cross join lateral (select r.state = 'PROPOSED' and r.statement is null and not r.waived
                                     and r.hear_until >= cast(:today as date) as hearing) s
         where r.state in ('PROPOSED','DECIDED')""";
  }

  /** Yearly papers that were filed are looked at. */
  @Bean
  TaskSource filingTasks() {
    return () ->
        """
        select f.id, 'register.filing' as kind, e.number, e.measure, f.provision,
               '年度材料：' || e.name as title_zh, 'Yearly papers: ' || e.name as title_en, e.name,
               '核阅' as step_zh, 'Check' as step_en, f.check_by as due_on, f.filed_at as since,
               '/registers/filings/' || f.id as link, f.checker as actor, cast(null as uuid) as party,
               cast(null as uuid) as not_for
          from register_filing f
          join register_entry e on e.tenant = f.tenant and e.id = f.entry_id
         where f.result is null and f.checker is not null and e.state in ('ACTIVE','HIDDEN')""";
  }

  /** A request to leave is decided. */
  @Bean
  TaskSource exitTasks() {
    return () ->
        """
        select x.id, 'register.exit' as kind, x.number, e.measure, x.provision,
               '退出：' || e.name as title_zh, 'Exit: ' || e.name as title_en, e.name,
               '退出决定' as step_zh, 'Decide' as step_en, x.decide_by as due_on, x.asked_at as since,
               '/registers/exits#' || x.number as link, x.decider as actor, cast(null as uuid) as party,
               cast(null as uuid) as not_for
          from register_exit x
          join register_entry e on e.tenant = x.tenant and e.id = x.entry_id
         where x.state = 'ASKED'""";
  }

  /** An enterprise chooses about each contract that ran when its institution was removed. */
  @Bean
  TaskSource removedContractTasks() {
    return () ->
        """
        select c.contract_id as id, 'register.removal.contract' as kind, c.number, r.measure, c.provision,
               c.title as title_zh, c.title as title_en, e.name,
               '机构已清退，请选择' as step_zh, 'Provider removed: choose' as step_en, c.choose_by as due_on, c.asked_at as since,
               '/registers/removals/contracts' as link, 'enterprise' as actor, c.client as party, cast(null as uuid) as not_for
          from register_removal_contract c
          join register_removal r on r.tenant = c.tenant and r.id = c.removal_id
          join register_entry e on e.tenant = r.tenant and e.id = r.entry_id
         where c.choice is null""";
  }
}
