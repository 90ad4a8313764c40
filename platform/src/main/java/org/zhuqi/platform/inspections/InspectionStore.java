package org.zhuqi.platform.inspections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.contracts.Contracts;
import org.zhuqi.platform.identity.Account;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Rows of inspections and visits. */
@Repository
class InspectionStore {
  private final JdbcClient jdbc;
  private final Contracts contracts;

  InspectionStore(JdbcClient jdbc, Contracts contracts) {
    this.jdbc = jdbc;
    this.contracts = contracts;
  }

  void openDrawn(InspectionDraw d, InspectionDraw.Entry e, String number, Instant at) {
    Contract c = contracts.get(e.contract());
    insert(
        new Inspection(
            Ids.next(), number, d.id(), e.place(), null, d.measure(), d.version(), d.provision(), d.funder(), c.id(),
            e.publicId(), c.title(), c.provider(), c.providerName(), c.client(), c.clientName(), null, null,
            InspectionState.OPEN, null, at, null, List.of()));
  }

  void insert(Inspection i) {
    jdbc.sql(
            """
            insert into inspection (inspection_id, number, draw_id, rank, cause, measure, version, provision, funder, contract_id,
              public_id, title, provider_id, provider_name, client_id, client_name, state, opened_at)
            values (:id, :number, :draw, :rank, :cause, :measure, :version, :provision, :funder, :contract, :publicId, :title,
              :provider, :providerName, :client, :clientName, :state, :at)""")
        .param("id", i.id())
        .param("number", i.number())
        .param("draw", i.draw())
        .param("rank", i.place())
        .param("cause", i.cause())
        .param("measure", i.measure())
        .param("version", i.version())
        .param("provision", i.provision())
        .param("funder", i.funder())
        .param("contract", i.contract())
        .param("publicId", i.publicId())
        .param("title", i.title())
        .param("provider", i.provider())
        .param("providerName", i.providerName())
        .param("client", i.client())
        .param("clientName", i.clientName())
        .param("state", i.state().name())
        .param("at", DrawStore.utc(i.openedAt()))
        .update();
  }

  Optional<Inspection> find(UUID id, boolean lock) {
    return jdbc.sql("select * from inspection where inspection_id = :id" + (lock ? " for update" : ""))
        .param("id", id)
        .query((rs, n) -> row(rs, visits(id)))
        .optional();
  }

  List<Inspection> list(@Nullable Collection<String> funders, @Nullable UUID draw) {
    return jdbc.sql(
            """
            select * from inspection where (:any or funder in (:funders)) and (cast(:draw as uuid) is null or draw_id = cast(:draw as uuid))
             order by number desc""")
        .param("any", funders == null)
        .param("funders", funders == null || funders.isEmpty() ? List.of("") : funders)
        .param("draw", draw)
        .query((rs, n) -> row(rs, List.of()))
        .list();
  }

  /** Those that have begun. */
  List<Inspection> ofSide(UUID party) {
    return jdbc.sql(
            "select * from inspection where (provider_id = :party or client_id = :party) and inspector is not null order by opened_at desc, number desc")
        .param("party", party)
        .query((rs, n) -> row(rs, List.of()))
        .list();
  }

  void assign(UUID id, Account to) {
    jdbc.sql("update inspection set inspector = :to, inspector_name = :name, state = 'ASSIGNED' where inspection_id = :id")
        .param("to", to.id())
        .param("name", to.name())
        .param("id", id)
        .update();
  }

  void close(UUID id, InspectionState state, String result, Instant at) {
    jdbc.sql("update inspection set state = :state, result = :result, closed_at = :at where inspection_id = :id")
        .param("state", state.name())
        .param("result", result)
        .param("at", DrawStore.utc(at))
        .param("id", id)
        .update();
  }

  void visit(UUID inspection, RecordVisit v, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into inspection_visit (visit_id, inspection_id, visited_on, place, present, found, cooperated, by_id, by_name, noted_at)
            values (:id, :inspection, :on, :place, :present, :found, :cooperated, :by, :name, :at)""")
        .param("id", Ids.next())
        .param("inspection", inspection)
        .param("on", v.on())
        .param("place", v.place())
        .param("present", v.present())
        .param("found", v.found())
        .param("cooperated", v.cooperated())
        .param("by", by.account())
        .param("name", by.name())
        .param("at", DrawStore.utc(at))
        .update();
  }

  private List<Inspection.Visit> visits(UUID inspection) {
    return jdbc.sql("select * from inspection_visit where inspection_id = :id order by visited_on, noted_at")
        .param("id", inspection)
        .query(
            (rs, n) ->
                new Inspection.Visit(
                    rs.getObject("visited_on", LocalDate.class), rs.getString("place"), rs.getString("present"),
                    rs.getString("found"), rs.getBoolean("cooperated"), rs.getString("by_name"),
                    rs.getObject("noted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Inspection row(ResultSet rs, List<Inspection.Visit> visits) throws SQLException {
    return new Inspection(
        rs.getObject("inspection_id", UUID.class), rs.getString("number"), rs.getObject("draw_id", UUID.class),
        rs.getObject("rank", Integer.class), rs.getString("cause"), rs.getString("measure"), rs.getString("version"),
        rs.getString("provision"), rs.getString("funder"), rs.getObject("contract_id", UUID.class), rs.getString("public_id"),
        rs.getString("title"), rs.getObject("provider_id", UUID.class), rs.getString("provider_name"),
        rs.getObject("client_id", UUID.class), rs.getString("client_name"), rs.getObject("inspector", UUID.class),
        rs.getString("inspector_name"), InspectionState.valueOf(rs.getString("state")), rs.getString("result"),
        rs.getObject("opened_at", OffsetDateTime.class).toInstant(), DrawStore.instant(rs, "closed_at"), visits);
  }
}
