package org.zhuqi.platform.complaints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.casework.TaskSource;

/** Whose turn it is in complaints about services: the institution is heard, then those whom the measure names answer. */
@Configuration(proxyBeanMethods = false)
class ServiceComplaintTasks {

  @Bean
  TaskSource serviceComplaints() {
    return () ->
        """
        select c.id, 'complaint.service' as kind, c.number, c.measure, c.provision,
               '服务投诉：' || c.institution_name as title_zh, 'Complaint: ' || c.institution_name as title_en, c.institution_name as name,
               case when s.hearing then '陈述' else '答复投诉' end as step_zh, case when s.hearing then 'State your side' else 'Answer' end as step_en,
               case when s.hearing then c.hear_until else c.due_on end as due_on, coalesce(c.stated_at, c.filed_at) as since,
               '/service-complaints/' || c.id as link, a.actor, case when s.hearing then c.institution end as party,
               cast(null as uuid) as not_for
          from service_complaint c
          cross join lateral (select c.statement is null and c.hear_until >= cast(:today as date) as hearing) s
          cross join lateral unnest(case when s.hearing then array['institution'] else c.receivers end) a(actor)
         where c.answer is null""";
  }
}
