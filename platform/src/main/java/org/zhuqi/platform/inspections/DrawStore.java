package org.zhuqi.platform.inspections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.NotFoundException;

/** Rows of draws and their populations. */
@Repository
class DrawStore {
  private final JdbcClient jdbc;

  DrawStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when this year was announced before */
  boolean insert(InspectionDraw d, String secret, Actor by) {
    int done =
        jdbc.sql(
                """
                insert into inspection_draw (draw_id, number, measure, version, provision, funder, year, population, sample,
                  population_sha256, secret, secret_sha256, event, event_on, announced_by, announced_name, announced_at)
                values (:id, :number, :measure, :version, :provision, :funder, :year, :population, :sample, :hash, :secret,
                  :commitment, :event, :eventOn, :by, :name, :at)
                on conflict (tenant, measure, funder, year) do nothing""")
            .param("id", d.id())
            .param("number", d.number())
            .param("measure", d.measure())
            .param("version", d.version())
            .param("provision", d.provision())
            .param("funder", d.funder())
            .param("year", d.year())
            .param("population", d.population())
            .param("sample", d.sample())
            .param("hash", d.populationHash())
            .param("secret", secret)
            .param("commitment", d.commitment())
            .param("event", d.event())
            .param("eventOn", d.eventOn())
            .param("by", by.account())
            .param("name", by.name())
            .param("at", utc(d.announcedAt()))
            .update();
    if (done == 0) return false;
    for (InspectionDraw.Entry e : d.entries()) {
      jdbc.sql("insert into inspection_population (draw_id, public_id, contract_id) values (:draw, :id, :contract)")
          .param("draw", d.id())
          .param("id", e.publicId())
          .param("contract", e.contract())
          .update();
    }
    return true;
  }

  void drawn(UUID draw, String eventValue, Actor by, Instant at) {
    jdbc.sql(
            """
            update inspection_draw set event_value = :value, drawn_by = :by, drawn_name = :name, drawn_at = :at
             where draw_id = :id""")
        .param("value", eventValue)
        .param("by", by.account())
        .param("name", by.name())
        .param("at", utc(at))
        .param("id", draw)
        .update();
  }

  Optional<InspectionDraw> find(UUID draw) {
    return jdbc.sql("select * from inspection_draw where draw_id = :id").param("id", draw).query(this::row).optional();
  }

  /** The secret before it is revealed, and who announced; locks the row. */
  Sealed lock(UUID draw) {
    // The application may update only some columns, which is enough for a row lock.
    return jdbc.sql("select secret, announced_by from inspection_draw where draw_id = :id for update")
        .param("id", draw)
        .query(Sealed.class)
        .optional()
        .orElseThrow(() -> new NotFoundException("draw " + draw));
  }

  record Sealed(String secret, UUID announcedBy) {}

  List<InspectionDraw> list() {
    return jdbc.sql("select * from inspection_draw order by year desc, funder").query(this::row).list();
  }

  List<InspectionDraw.Entry> population(UUID draw) {
    // In order of code points, as the recipe says, whatever the database's own order is.
    return jdbc.sql("select public_id, contract_id from inspection_population where draw_id = :id order by public_id collate \"C\"")
        .param("id", draw)
        .query((rs, n) -> new InspectionDraw.Entry(rs.getString(1), rs.getObject(2, UUID.class), null, 0))
        .list();
  }

  private InspectionDraw row(ResultSet rs, int n) throws SQLException {
    OffsetDateTime drawnAt = rs.getObject("drawn_at", OffsetDateTime.class);
    return new InspectionDraw(
        rs.getObject("draw_id", UUID.class), rs.getString("number"), rs.getString("measure"), rs.getString("version"),
        rs.getString("provision"), rs.getString("funder"), rs.getInt("year"), rs.getInt("population"), rs.getInt("sample"),
        rs.getString("population_sha256"), rs.getString("secret_sha256"), rs.getString("event"),
        rs.getObject("event_on", LocalDate.class), rs.getString("announced_name"),
        rs.getObject("announced_at", OffsetDateTime.class).toInstant(), drawnAt == null ? null : rs.getString("secret"),
        rs.getString("event_value"), rs.getString("drawn_name"), drawnAt == null ? null : drawnAt.toInstant(), List.of());
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
