package org.zhuqi.platform.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** Notices and their lines in the database. */
@Component
class NoticeStore {
  private static final TypeReference<List<PublishNotice.Column>> COLUMNS = new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Notice n, UUID by, boolean holdsList) {
    jdbc.sql(
            """
            insert into notice (id, number, kind, measure, version, provision, title_zh, title_en, lead_zh, lead_en, agency,
                funder, columns, published_at, published_by, working_days, last_day, content, sha256, holds_list)
            values (:id, :number, :kind, :measure, :version, :provision, :titleZh, :titleEn, :leadZh, :leadEn, :agency,
                :funder, cast(:columns as jsonb), :at, :by, :days, :last, :content, :sha256, :holdsList)""")
        .param("id", n.id())
        .param("number", n.number())
        .param("kind", n.kind())
        .param("measure", n.measure())
        .param("version", n.version())
        .param("provision", n.provision())
        .param("titleZh", n.title().zh())
        .param("titleEn", n.title().en())
        .param("leadZh", n.lead().zh())
        .param("leadEn", n.lead().en())
        .param("agency", n.agency())
        .param("funder", n.funder())
        .param("columns", Json.write(n.columns()))
        .param("at", Timestamp.from(n.publishedAt()))
        .param("by", by)
        .param("days", n.workingDays())
        .param("last", n.lastDay())
        .param("content", n.content())
        .param("sha256", n.sha256())
        .param("holdsList", holdsList)
        .update();
  }

  void insertLine(UUID notice, int number, PublishNotice.Line line) {
    jdbc.sql(
            """
            insert into notice_line (notice_id, number, ref, parties, fields)
            values (:notice, :number, :ref, cast(:parties as uuid[]), cast(:fields as jsonb))""")
        .param("notice", notice)
        .param("number", number)
        .param("ref", line.ref())
        .param("parties", line.parties().stream().map(UUID::toString).toArray(String[]::new))
        .param("fields", Json.write(line.fields()))
        .update();
  }

  Optional<Notice> find(UUID id) {
    return with(jdbc.sql("select * from notice where id = :id").param("id", id)).stream().findFirst();
  }

  /** Objections, answers and the close of one notice come one after the other. */
  Optional<Notice> lock(UUID id) {
    return with(jdbc.sql("select * from notice where id = :id for update").param("id", id)).stream().findFirst();
  }

  List<Notice> list(@Nullable String measure, @Nullable String kind, @Nullable LocalDate runningOn, int limit, int offset) {
    StringBuilder sql = new StringBuilder("select * from notice where true");
    Map<String, Object> params = new HashMap<>();
    if (measure != null) add(sql, params, " and measure = :measure", "measure", measure);
    if (kind != null) add(sql, params, " and kind = :kind", "kind", kind);
    if (runningOn != null) add(sql, params, " and last_day >= :today", "today", runningOn);
    sql.append(" order by published_at desc, id desc limit ").append(limit).append(" offset ").append(offset);
    return with(jdbc.sql(sql.toString()).params(params));
  }

  private static void add(StringBuilder sql, Map<String, Object> params, String clause, String name, Object value) {
    sql.append(clause);
    params.put(name, value);
  }

  List<UUID> over(LocalDate today) {
    return jdbc.sql("select id from notice where closed_at is null and last_day < :today order by last_day, id")
        .param("today", today)
        .query(UUID.class)
        .list();
  }

  boolean holdsList(UUID id) {
    return jdbc.sql("select holds_list from notice where id = :id").param("id", id).query(Boolean.class).single();
  }

  void close(UUID id, Instant at) {
    jdbc.sql("update notice set closed_at = :at where id = :id").param("id", id).param("at", Timestamp.from(at)).update();
  }

  void setLine(UUID notice, int number, Notice.LineState state) {
    jdbc.sql("update notice_line set state = :state where notice_id = :notice and number = :number")
        .param("notice", notice)
        .param("number", number)
        .param("state", state.name())
        .update();
  }

  /** Whom a line is about. */
  UUID[] lineParties(UUID notice, int number) {
    return jdbc.sql("select unnest(parties) from notice_line where notice_id = :notice and number = :number")
        .param("notice", notice)
        .param("number", number)
        .query(UUID.class)
        .list()
        .toArray(UUID[]::new);
  }

  private List<Notice> with(JdbcClient.StatementSpec heads) {
    List<Notice> bare = heads.query((rs, n) -> head(rs)).list();
    if (bare.isEmpty()) return bare;
    Map<UUID, List<Notice.Line>> lines = lines(bare.stream().map(Notice::id).toList());
    return bare.stream().map(n -> n.with(lines.getOrDefault(n.id(), List.of()))).toList();
  }

  private Map<UUID, List<Notice.Line>> lines(Collection<UUID> notices) {
    record Row(UUID notice, Notice.Line line) {}
    return jdbc.sql("select * from notice_line where notice_id in (:ids) order by notice_id, number")
        .param("ids", notices)
        .query(
            (rs, n) ->
                new Row(
                    rs.getObject("notice_id", UUID.class),
                    new Notice.Line(
                        rs.getInt("number"),
                        rs.getObject("ref", UUID.class),
                        Json.read(rs.getString("fields"), FIELDS),
                        Notice.LineState.valueOf(rs.getString("state")))))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Row::notice, Collectors.mapping(Row::line, Collectors.toList())));
  }

  private static Notice head(ResultSet rs) throws SQLException {
    Timestamp closed = rs.getTimestamp("closed_at");
    return new Notice(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        rs.getString("kind"),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getString("provision"),
        new Text(rs.getString("title_zh"), rs.getString("title_en")),
        new Text(rs.getString("lead_zh"), rs.getString("lead_en")),
        rs.getString("agency"),
        rs.getString("funder"),
        rs.getTimestamp("published_at").toInstant(),
        rs.getInt("working_days"),
        rs.getObject("last_day", LocalDate.class),
        closed == null ? null : closed.toInstant(),
        Json.read(rs.getString("columns"), COLUMNS),
        List.of(),
        rs.getString("content"),
        rs.getString("sha256"));
  }
}
