package org.zhuqi.platform.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;

/** Rows of {@code redemption} and its parts. */
@Repository
class RedemptionStore {
  private static final String SELECT = "select r.* from redemption r ";
  private final JdbcClient jdbc;

  RedemptionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when this contract's money of this funder is being asked for already */
  boolean insert(Redemption r, List<Redemption.Part> parts) {
    int done =
        jdbc.sql(
                """
                insert into redemption (redemption_id, number, contract_id, contract_number, title, category, funder, measure,
                  version, provider_id, provider_name, client_id, client_name, price_fen, own_fen, amount_fen, completed_on,
                  last_day, case_id, state, opened_at)
                values (:id, :number, :contract, :contractNumber, :title, :category, :funder, :measure, :version, :provider,
                  :providerName, :client, :clientName, :price, :own, :amount, :completed, :lastDay, :case, 'DRAFT', :at)
                on conflict (tenant, contract_id, funder) where state not in ('REFUSED','WITHDRAWN','LAPSED') do nothing""")
            .param("id", r.id())
            .param("number", r.number())
            .param("contract", r.contract())
            .param("contractNumber", r.contractNumber())
            .param("title", r.title())
            .param("category", r.category())
            .param("funder", r.funder())
            .param("measure", r.measure())
            .param("version", r.version())
            .param("provider", r.provider())
            .param("providerName", r.providerName())
            .param("client", r.client())
            .param("clientName", r.clientName())
            .param("price", r.price().fen())
            .param("own", r.ownPart().fen())
            .param("amount", r.amount().fen())
            .param("completed", r.completedOn())
            .param("lastDay", r.lastDay())
            .param("case", r.caseId())
            .param("at", utc(r.openedAt()))
            .update();
    if (done == 0) return false;
    parts.forEach(p -> insertPart(r.id(), p));
    return true;
  }

  private void insertPart(UUID redemption, Redemption.Part p) {
    jdbc.sql(
            """
            insert into redemption_part (redemption_id, hold_id, voucher_id, voucher, line_id, amount_fen, last_day)
            values (:redemption, :hold, :voucher, :number, :line, :fen, :lastDay)""")
        .param("redemption", redemption)
        .param("hold", p.hold())
        .param("voucher", p.voucher())
        .param("number", p.number())
        .param("line", p.line())
        .param("fen", p.amount().fen())
        .param("lastDay", p.lastDay())
        .update();
  }

  Optional<Redemption> find(UUID id, boolean lock) {
    return jdbc.sql(SELECT + "where redemption_id = :id" + (lock ? " for update" : ""))
        .param("id", id)
        .query(RedemptionStore::row)
        .optional();
  }

  List<Redemption> ofContracts(Collection<UUID> contracts) {
    return jdbc.sql(SELECT + "where contract_id in (:ids) order by number")
        .param("ids", contracts.isEmpty() ? List.of(new UUID(0, 0)) : contracts)
        .query(RedemptionStore::row)
        .list();
  }

  /** Everything of a party, on either side, that is not over; locked. */
  List<Redemption> lockOpenOf(UUID party) {
    return jdbc.sql(
            SELECT
                + """
                where (provider_id = :party or client_id = :party)
                  and state not in ('REFUSED','WITHDRAWN','PAID','WITHHELD','LAPSED') order by number for update""")
        .param("party", party)
        .query(RedemptionStore::row)
        .list();
  }

  /** Not applied for although the window ends on this day; for a reminder. */
  List<Redemption> draftsEnding(LocalDate day) {
    return jdbc.sql(SELECT + "where state = 'DRAFT' and last_day = :day order by number")
        .param("day", day)
        .query(RedemptionStore::row)
        .list();
  }

  /** Over the window without a running application, and so never to be redeemed; locked. */
  List<Redemption> lockMissed(LocalDate today) {
    return jdbc.sql(
            SELECT
                + """
                where state in ('DRAFT','REFUSED','WITHDRAWN') and last_day < :today
                  and not exists (select from redemption o where o.tenant = r.tenant and o.contract_id = r.contract_id
                        and o.funder = r.funder and o.redemption_id <> r.redemption_id
                        and (o.state not in ('DRAFT','REFUSED','WITHDRAWN') or o.opened_at > r.opened_at))
                order by number for update""")
        .param("today", today)
        .query(RedemptionStore::row)
        .list();
  }

  List<Redemption> find(RedemptionFilter f) {
    return jdbc.sql(
            SELECT
                + """
                where (:anyFunder or funder in (:funders))
                  and (cast(:party as uuid) is null or provider_id = cast(:party as uuid) or client_id = cast(:party as uuid))
                  and (cast(:state as text) is null or state = cast(:state as text))
                  and (cast(:text as text) is null or number || ' ' || contract_number || ' ' || title || ' ' || provider_name
                       || ' ' || client_name ilike '%' || cast(:text as text) || '%')
                order by number desc""")
        .param("anyFunder", f.funders() == null)
        .param("funders", f.funders() == null || f.funders().isEmpty() ? List.of("") : f.funders())
        .param("party", f.party())
        .param("state", f.state() == null ? null : f.state().name())
        .param("text", f.text())
        .query(RedemptionStore::row)
        .list();
  }

  List<Redemption.Part> parts(UUID redemption) {
    return jdbc.sql("select * from redemption_part where redemption_id = :id order by voucher")
        .param("id", redemption)
        .query(
            (rs, n) ->
                new Redemption.Part(
                    rs.getObject("hold_id", UUID.class), rs.getObject("voucher_id", UUID.class), rs.getString("voucher"),
                    rs.getObject("line_id", UUID.class), Money.ofFen(rs.getLong("amount_fen")),
                    rs.getObject("last_day", LocalDate.class)))
        .list();
  }

  java.util.Map<String, Money> totals(RedemptionState state) {
    java.util.Map<String, Money> totals = new java.util.TreeMap<>();
    jdbc.sql("select funder, sum(amount_fen) as fen from redemption where state = :state group by funder")
        .param("state", state.name())
        .query((rs, n) -> totals.put(rs.getString(1), Money.ofFen(rs.getLong(2))))
        .list();
    return totals;
  }

  void state(UUID id, RedemptionState state, Instant at) {
    jdbc.sql(
            """
            update redemption set state = :state,
              submitted_at = case when :state = 'IN_REVIEW' then coalesce(submitted_at, :at) else submitted_at end,
              cleared_at = case when :state = 'PAYABLE' then coalesce(cleared_at, :at) else cleared_at end,
              paid_at = case when :state = 'PAID' then :at when :state = 'PAYABLE' then null else paid_at end
             where redemption_id = :id""")
        .param("state", state.name())
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  void checked(UUID id, @Nullable UUID decision, String findings) {
    jdbc.sql("update redemption set decision_id = :decision, checks = :findings::jsonb where redemption_id = :id")
        .param("decision", decision)
        .param("findings", findings)
        .param("id", id)
        .update();
  }

  Optional<String> checks(UUID id) {
    return jdbc.sql("select checks::text from redemption where redemption_id = :id and checks is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void declare(UUID id) {
    jdbc.sql("update redemption set declared = true where redemption_id = :id").param("id", id).update();
  }

  void published(UUID id, UUID notice) {
    jdbc.sql("update redemption set notice_id = :notice where redemption_id = :id").param("notice", notice).param("id", id).update();
  }

  /** @param stop null lifts it */
  void stop(UUID id, Redemption.@Nullable Stop stop) {
    jdbc.sql("update redemption set stop_provision = :provision, stop_reason = :reason, stopped_at = :at where redemption_id = :id")
        .param("provision", stop == null ? null : stop.provision())
        .param("reason", stop == null ? null : stop.reason())
        .param("at", stop == null ? null : utc(stop.at()))
        .param("id", id)
        .update();
  }

  /** Names the official who stopped it, or let it go on, by a decision of their own. */
  void stopDecided(UUID id, Actor by) {
    jdbc.sql("update redemption set stop_decided_by = :by where redemption_id = :id").param("by", by.account()).param("id", id).update();
  }

  static Redemption row(ResultSet rs, int n) throws SQLException {
    return new Redemption(
        rs.getObject("redemption_id", UUID.class),
        rs.getString("number"),
        rs.getObject("contract_id", UUID.class),
        rs.getString("contract_number"),
        rs.getString("title"),
        rs.getString("category"),
        rs.getString("funder"),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getObject("provider_id", UUID.class),
        rs.getString("provider_name"),
        rs.getObject("client_id", UUID.class),
        rs.getString("client_name"),
        Money.ofFen(rs.getLong("price_fen")),
        Money.ofFen(rs.getLong("own_fen")),
        Money.ofFen(rs.getLong("amount_fen")),
        rs.getObject("completed_on", LocalDate.class),
        rs.getObject("last_day", LocalDate.class),
        rs.getObject("case_id", UUID.class),
        RedemptionState.valueOf(rs.getString("state")),
        rs.getBoolean("declared"),
        rs.getObject("decision_id", UUID.class),
        rs.getObject("notice_id", UUID.class),
        rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
        instant(rs, "submitted_at"),
        instant(rs, "cleared_at"),
        instant(rs, "paid_at"),
        stopOf(rs));
  }

  private static Redemption.@Nullable Stop stopOf(ResultSet rs) throws SQLException {
    Instant at = instant(rs, "stopped_at");
    return at == null ? null : new Redemption.Stop(rs.getString("stop_provision"), rs.getString("stop_reason"), at);
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
