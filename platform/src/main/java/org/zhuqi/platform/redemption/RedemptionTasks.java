package org.zhuqi.platform.redemption;

import org.springframework.stereotype.Component;
import org.zhuqi.platform.casework.TaskSource;

/** Stopped applications wait for the office that handles them; not those of a party for whom nothing more is redeemed. */
@Component
class RedemptionTasks implements TaskSource {
  @Override
  public String openTasks() {
    return """
        select r.redemption_id as id, 'redemption.stopped' as kind, r.number, r.measure, r.stop_provision as provision,
               '兑现复核：' || r.title as title_zh, 'Stopped redemption: ' || r.title as title_en, r.provider_name as name,
               '复核后恢复或处理' as step_zh, 'Review: resume or act' as step_en, r.stop_due as due_on, r.stopped_at as since,
               '/redemptions/' || r.redemption_id as link, r.stop_reviewer as actor, cast(null as uuid) as party,
               cast(null as uuid) as not_for
          from redemption r
         where r.stopped_at is not null
           and r.state in ('IN_REVIEW','SENT_BACK','APPROVED','ON_NOTICE','PAYABLE')
           and not exists (select from redemption_bar b where b.tenant = r.tenant and b.party_id in (r.provider_id, r.client_id))""";
  }

  @Override
  public String agency() {
    return "(select c.handler_agency from case_file c where c.kind = 'redemption' and c.subject = t.id order by c.opened_at desc limit 1)";
  }
}
