package org.zhuqi.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuqi.platform.shared.Actor;

/** What waits for somebody beside the stages of cases: what the {@link TaskSource}s of all rooms have. */
@Service
@Transactional(readOnly = true)
public class Tasks {
  private final ObjectProvider<TaskSource> sources;
  private final JdbcClient jdbc;
  private final Clock clock;

  Tasks(ObjectProvider<TaskSource> sources, JdbcClient jdbc, Clock clock) {
    this.sources = sources;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Soonest due first. */
  public List<Task> of(Actor who) {
    return jdbc.sql("select * from (" + sql() + ") t order by due_on nulls last, since, id limit 200")
        .params(parameters(who))
        .query(Task.class)
        .list();
  }

  /** What the selects need: {@link CaseScope}'s, with every funder for those who see everything. */
  public Map<String, Object> parameters(Actor who) {
    Map<String, Object> parameters = CaseScope.parameters(who, LocalDate.now(clock));
    if (who.role().seesAll()) {
      List<String> funders = jdbc.sql("select distinct unnest(funders) from account").query(String.class).list();
      if (!funders.isEmpty()) parameters.put("funders", funders);
    }
    return parameters;
  }

  /** Whoever's turn it is, for those who see everything; soonest due first. */
  public List<Task> all() {
    return jdbc.sql("select * from (" + open() + ") t order by due_on nulls last, since, id limit 1000")
        .params(parameters(Actor.SYSTEM))
        .query(Task.class)
        .list();
  }

  /** A task of an office, and of whom. @param notFor account that has taken a step that must be apart, or null */
  record OfOffice(
      String number, @Nullable String provision, String titleZh, String titleEn, String stepZh, String stepEn, LocalDate dueOn,
      String link, String actor, @Nullable String agency, @Nullable UUID notFor) {}

  /** Those of offices, not of parties, that are due between two days. */
  List<OfOffice> due(LocalDate from, LocalDate until) {
    return jdbc.sql("select * from (" + open() + ") t where party is null and due_on between :from and :until order by due_on, since, id")
        .params(parameters(Actor.SYSTEM))
        .param("from", from)
        .param("until", until)
        .query(OfOffice.class)
        .list();
  }

  /** Everybody's, as a select with the columns of {@link TaskSource}; nothing for those who do not see everything. */
  public String allSql() {
    return "select * from (" + open() + ") t where :seesAll";
  }

  /** The caller's, as a select with the columns of {@link TaskSource}; its parameters are those of {@link CaseScope}. */
  public String sql() {
    return "select * from ("
        + open()
        + """
        ) t where case when actor = 'centre' and agency is not null then agency = :agency and :role in ('centre', 'bureau')
                       else actor = :role end
              and (party is null or party = :party) and not_for is distinct from :me""";
  }

  private String open() {
    return sources.stream()
        .map(s -> "select t.*, " + s.agency() + " as agency from (" + s.openTasks() + ") t")
        .collect(Collectors.joining("\nunion all\n"));
  }
}
