package org.zhuqi.platform.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;

/** Reads lists of cases: what waits for whom. */
@Component
class CaseLists {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int PAGE = 200;

  private final JdbcClient jdbc;
  private final CaseStore store;

  CaseLists(JdbcClient jdbc, CaseStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  List<CaseFile> inbox(Actor who, InboxFilter filter, LocalDate today) {
    if (who.agency() == null) return List.of();
    StringBuilder sql = new StringBuilder("select * from case_file where ").append(CaseScope.INBOX);
    Map<String, Object> params = new HashMap<>(CaseScope.parameters(who, today));
    if (filter.kind() != null) add(sql, params, " and kind = :kind", "kind", filter.kind());
    if (filter.measure() != null) add(sql, params, " and measure = :measure", "measure", filter.measure());
    if (filter.overdue()) sql.append(" and due_on < :today");
    if (filter.mine()) sql.append(" and assignee = :me");
    if (filter.text() != null && !filter.text().isBlank()) {
      add(sql, params, " and (title_zh || ' ' || applicant_name || ' ' || coalesce(number, '')) ilike :text", "text",
          "%" + filter.text().strip() + "%");
    }
    sql.append(" order by due_on nulls last, submitted_at, id limit ").append(PAGE);
    sql.append(" offset ").append(Math.max(0, filter.page() - 1L) * PAGE);
    return jdbc.sql(sql.toString()).params(params).query(CaseStore::file).list();
  }

  private static void add(StringBuilder sql, Map<String, Object> params, String clause, String name, Object value) {
    sql.append(clause);
    params.put(name, value);
  }

  /** The last act on a case, as a refusal to the one who came too late. */
  Refusal whoWasFaster(CaseFile file) {
    List<TimelineLine> lines = store.timeline(file.id());
    TimelineLine last = lines.getLast();
    String when = MINUTE.format(last.at());
    return Refusal.of(
            "case_changed",
            "您打开后，%s 已于 %s 办理：%s。%s".formatted(last.name(), when, last.event().label().zh(), last.reason()),
            "Since you opened it, %s acted on %s: %s. %s"
                .formatted(last.name(), when, last.event().label().en(), last.reason()))
        .remedy("请刷新后再办理。", "Reload the page, then decide.");
  }

  /** The same case as if nobody had taken it. */
  CaseFile unassigned(CaseFile f) {
    return new CaseFile(
        f.id(), f.number(), f.kind(), f.measure(), f.version(), f.procedure(), f.applicantClass(), f.applicant(),
        f.applicantName(), f.funder(), f.handlerAgency(), f.assistingAgency(), f.subject(), f.title(), f.state(), f.stage(),
        f.stageActor(), f.dueOn(), null, null, f.sentBack(), f.missing(), f.openedAt(), f.submittedAt(), f.closedAt(),
        f.revision());
  }
}
