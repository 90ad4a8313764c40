package org.zhuqi.platform.inspections;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.measures.Draw;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Table;
import org.zhuqi.platform.casework.TaskSource;
import org.zhuqi.platform.ledger.Funders;

/** Draws that wait for somebody: last year's that is not announced, and announced ones whose event has taken place. */
@Configuration(proxyBeanMethods = false)
class DrawTasks {

  /** As long as there are transactions of last year and no draw of them: each funder's bureau. */
  @Bean
  TaskSource drawsToAnnounce(Measures measures, Funders funders) {
    String rules = rules(measures, funders);
    // Whether there is anything to draw stands in the filings: the same as Population, but only the first row of it.
    return () ->
        """
        select cast(md5(r.measure || r.funder || y.year) as uuid) as id, 'inspection.draw' as kind, y.year || '' as number,
               r.measure, r.provision, y.year || ' 年度用券交易抽查' as title_zh, y.year || ' voucher transactions: spot check' as title_en,
               r.funder_zh as name, '公告抽查' as step_zh, 'Announce the draw' as step_en, cast(null as date) as due_on,
               y.until as since, '/draws' as link, 'bureau' as actor, cast(null as uuid) as party, cast(null as uuid) as not_for
          from (%s) r(measure, provision, funder, funder_zh)
          cross join lateral (select extract(year from cast(:today as date))::int - 1 as year,
                                     date_trunc('year', cast(:today as date)::timestamp - interval '1 year') at time zone 'Asia/Shanghai' as from_,
                                     date_trunc('year', cast(:today as date)::timestamp) at time zone 'Asia/Shanghai' as until) y
          cross join lateral (
            select from filing f
              join filing_part p using (tenant, filing_id)
              join voucher v using (tenant, voucher_id)
              join batch b using (tenant, batch_id)
              join budget_line l on l.tenant = v.tenant and l.line_id = v.line_id
             where f.filed_at >= y.from_ and f.filed_at < y.until and b.measure = r.measure and l.funder = r.funder limit 1) something
         where r.funder in (:funders)
           and not exists (select from inspection_draw d where d.measure = r.measure and d.funder = r.funder and d.year = y.year)"""
            .formatted(rules);
  }

  /** From the day of the event on: the bureau and the third party, but not who announced it. */
  @Bean
  TaskSource drawsToHold() {
    return () ->
        """
        select d.draw_id as id, 'inspection.draw' as kind, d.number, d.measure, d.provision,
               d.year || ' 年度用券交易抽查' as title_zh, d.year || ' voucher transactions: spot check' as title_en, d.event as name,
               '抽取' as step_zh, 'Draw' as step_en, d.event_on as due_on, d.announced_at as since, '/draws/' || d.draw_id as link,
               a.actor, cast(null as uuid) as party, d.announced_by as not_for
          from inspection_draw d cross join (values ('bureau'), ('reviewer')) a(actor)
         where d.drawn_at is null and d.event_on <= cast(:today as date) and d.funder in (:funders)""";
  }

  /** Measure, provision and funder of every draw that some measure provides for, as a select. */
  private static String rules(Measures measures, Funders funders) {
    Stream<String> all =
        Draws.measures(measures).stream()
            .flatMap(
                pack ->
                    funders(pack)
                        .map(f -> "select " + quoted(pack.code(), pack.one(Draw.class, Draws.ROLE).id(), f, funders.label(f).zh())));
    return Stream.concat(Stream.of("select '', '', '', '' where false"), all).collect(Collectors.joining("\nunion all "));
  }

  private static Stream<String> funders(Pack pack) {
    return pack.byRole(Table.class, "routing").stream().flatMap(t -> t.rows().stream()).flatMap(r -> r.get("funder").stream()).distinct();
  }

  private static String quoted(String... values) {
    return Arrays.stream(values).map(v -> "'" + v.replace("'", "''") + "'").collect(Collectors.joining(", "));
  }
}
