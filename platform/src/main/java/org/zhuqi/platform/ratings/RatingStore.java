package org.zhuqi.platform.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;

/** Rows of ratings; each table only takes rows. */
@Component
class RatingStore {
  private static final String ALL =
      """
      select r.*, a.text as answer, a.answered_at, f.finding, f.decided_at, c.number, c.title, c.client_name, c.provider_name
        from rating r
        join contract c on c.tenant = r.tenant and c.id = r.contract_id
        left join rating_answer a on a.tenant = r.tenant and a.rating_id = r.id
        left join rating_follow_up f on f.tenant = r.tenant and f.rating_id = r.id
      """;
  private final JdbcClient jdbc;

  RatingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when the contract has its rating already */
  boolean insert(
      UUID id, UUID contract, UUID client, UUID provider, int grade, @Nullable String comment, LocalDate on, Instant at,
      Actor by, @Nullable LocalDate followUpDue) {
    return jdbc.sql(
                """
                insert into rating (id, contract_id, client_id, provider_id, grade, comment, rated_on, rated_at, rated_by, follow_up_due)
                values (:id, :contract, :client, :provider, :grade, :comment, :on, :at, :by, :due)
                on conflict (tenant, contract_id) do nothing""")
            .param("id", id)
            .param("contract", contract)
            .param("client", client)
            .param("provider", provider)
            .param("grade", grade)
            .param("comment", comment)
            .param("on", on)
            .param("at", Timestamp.from(at))
            .param("by", by.account())
            .param("due", followUpDue)
            .update()
        == 1;
  }

  boolean answer(UUID rating, String text, Instant at, Actor by) {
    return jdbc.sql(
                """
                insert into rating_answer (rating_id, text, answered_at, answered_by) values (:id, :text, :at, :by)
                on conflict do nothing""")
            .param("id", rating)
            .param("text", text)
            .param("at", Timestamp.from(at))
            .param("by", by.account())
            .update()
        == 1;
  }

  boolean followUp(UUID rating, String finding, Instant at, Actor by) {
    return jdbc.sql(
                """
                insert into rating_follow_up (rating_id, finding, decided_at, decided_by, by_name)
                values (:id, :finding, :at, :by, :name) on conflict do nothing""")
            .param("id", rating)
            .param("finding", finding)
            .param("at", Timestamp.from(at))
            .param("by", by.account())
            .param("name", by.name())
            .update()
        == 1;
  }

  Optional<Rating> find(UUID id) {
    return jdbc.sql(ALL + "where r.id = :id").param("id", id).query(RatingStore::read).optional();
  }

  Optional<Rating> ofContract(UUID contract) {
    return jdbc.sql(ALL + "where r.contract_id = :id").param("id", contract).query(RatingStore::read).optional();
  }

  List<Rating> ofContracts(java.util.Collection<UUID> contracts) {
    if (contracts.isEmpty()) return List.of();
    return jdbc.sql(ALL + "where r.contract_id in (:ids)").param("ids", contracts).query(RatingStore::read).list();
  }

  List<Rating> ofInstitution(UUID party, int limit, int offset) {
    return jdbc.sql(ALL + "where r.provider_id = :party order by r.rated_at desc, r.id limit :limit offset :offset")
        .param("party", party)
        .param("limit", limit)
        .param("offset", offset)
        .query(RatingStore::read)
        .list();
  }

  List<UUID> unrated(UUID client) {
    return jdbc.sql(
            """
            select c.id from contract c
             where c.client_id = :client and c.state = 'COMPLETED'
               and not exists (select from rating r where r.tenant = c.tenant and r.contract_id = c.id)
             order by c.completed_on limit 50""")
        .param("client", client)
        .query(UUID.class)
        .list();
  }

  List<Rating> openFollowUps() {
    return jdbc.sql(ALL + "where r.follow_up_due is not null and f.rating_id is null order by r.follow_up_due, r.id")
        .query(RatingStore::read)
        .list();
  }

  /** Every rating in the order given: what the ranking is computed from. */
  List<Rating> all() {
    return jdbc.sql(ALL + "order by r.rated_at, r.id").query(RatingStore::read).list();
  }

  /** How many ratings of each grade an institution has. */
  Map<UUID, Map<Integer, Long>> counts() {
    Map<UUID, Map<Integer, Long>> all = new HashMap<>();
    jdbc.sql("select provider_id, grade, count(*) as n from rating group by provider_id, grade")
        .query(
            (rs, n) ->
                all.computeIfAbsent(rs.getObject("provider_id", UUID.class), p -> new HashMap<>())
                    .put(rs.getInt("grade"), rs.getLong("n")))
        .list();
    return all;
  }

  private static Rating read(ResultSet rs, int n) throws SQLException {
    return new Rating(
        rs.getObject("id", UUID.class),
        rs.getObject("contract_id", UUID.class),
        rs.getString("number"),
        rs.getString("title"),
        rs.getObject("client_id", UUID.class),
        rs.getString("client_name"),
        rs.getObject("provider_id", UUID.class),
        rs.getString("provider_name"),
        rs.getInt("grade"),
        rs.getString("comment"),
        rs.getObject("rated_on", LocalDate.class),
        rs.getTimestamp("rated_at").toInstant(),
        rs.getString("answer"),
        instant(rs.getTimestamp("answered_at")),
        rs.getObject("follow_up_due", LocalDate.class),
        rs.getString("finding"),
        instant(rs.getTimestamp("decided_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
