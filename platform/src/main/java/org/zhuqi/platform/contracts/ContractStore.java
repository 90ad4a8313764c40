package org.zhuqi.platform.contracts;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Rows of contracts and of their steps. */
@Component
class ContractStore {
  private static final String ALL = "select * from contract ";
  private final JdbcClient jdbc;

  ContractStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Contract c) {
    jdbc.sql(
            """
            insert into contract (id, number, state, item_id, item_version, measure, measure_version, category, funders,
              handler, client_id,
              client_name, provider_id, provider_name, title, price_fen, voucher_fen, starts_on, ends_on, terms,
              other_funding, price_reason, created_at)
            values (:id, :number, :state, :item, :itemVersion, :measure, :measureVersion, :category, :funders,
              :handler, :client, :clientName,
              :provider, :providerName, :title, :price, :voucher, :from, :until, :terms, :other, :reason, :at)""")
        .param("id", c.id())
        .param("number", c.number())
        .param("state", c.state().name())
        .param("item", c.item())
        .param("itemVersion", c.itemVersion())
        .param("measure", c.measure())
        .param("measureVersion", c.measureVersion())
        .param("category", c.category())
        .param("funders", c.office().funders().stream().sorted().toArray(String[]::new))
        .param("handler", c.office().handler())
        .param("client", c.client())
        .param("clientName", c.clientName())
        .param("provider", c.provider())
        .param("providerName", c.providerName())
        .param("title", c.title())
        .param("price", c.priceFen())
        .param("voucher", c.voucherFen())
        .param("from", c.from())
        .param("until", c.until())
        .param("terms", c.terms())
        .param("other", c.otherFunding())
        .param("reason", c.priceReason())
        .param("at", Timestamp.from(c.createdAt()))
        .update();
  }

  Optional<Contract> find(UUID id) {
    return jdbc.sql(ALL + "where id = :id").param("id", id).query(ContractRow::read).optional();
  }

  /** @param number the contract's own, or the one under which it is filed */
  Optional<Contract> byNumber(String number) {
    return jdbc.sql(ALL + "where number = :number or filing_number = :number").param("number", number).query(ContractRow::read).optional();
  }

  /** Locked until the transaction ends, so that of two who act at once one sees what the other did. */
  Optional<Contract> lock(UUID id) {
    return jdbc.sql(ALL + "where id = :id for update").param("id", id).query(ContractRow::read).optional();
  }

  List<Contract> all(Collection<UUID> ids) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql(ALL + "where id in (:ids)").param("ids", ids).query(ContractRow::read).list();
  }

  List<Contract> running(UUID provider) {
    return jdbc.sql(
            ALL + "where provider_id = :party and state in ('FILED', 'IN_SERVICE', 'DELIVERED') order by ends_on, id")
        .param("party", provider)
        .query(ContractRow::read)
        .list();
  }

  List<Contract> beingMade(UUID provider) {
    return jdbc.sql(ALL + "where provider_id = :party and state in ('OFFERED', 'ACCEPTED', 'AGREED') order by number")
        .param("party", provider)
        .query(ContractRow::read)
        .list();
  }

  List<Contract> runningOf(UUID client) {
    return jdbc.sql(ALL + "where client_id = :party and state in ('FILED', 'IN_SERVICE', 'DELIVERED') order by ends_on, id")
        .param("party", client)
        .query(ContractRow::read)
        .list();
  }

  List<Contract> between(UUID client, UUID provider, LocalDate from, LocalDate until) {
    return jdbc.sql(
            ALL
                + """
                where client_id = :client and provider_id = :provider
                  and state in ('AGREED', 'FILED', 'IN_SERVICE', 'DELIVERED', 'COMPLETED')
                  and (signed_on between :from and :until or (starts_on <= :until and ends_on >= :from))
                order by signed_on, id""")
        .param("client", client)
        .param("provider", provider)
        .param("from", from)
        .param("until", until)
        .query(ContractRow::read)
        .list();
  }

  /** Past their period, undelivered, and nobody was told yet. */
  List<Contract> newlyLate(LocalDate today) {
    return jdbc.sql(
            ALL
                + """
                where state in ('FILED', 'IN_SERVICE') and ends_on < :today and late_told_on is null
                order by ends_on, id for update""")
        .param("today", today)
        .query(ContractRow::read)
        .list();
  }

  List<Contract> archive(UUID party) {
    return jdbc.sql(ALL + "where client_id = :party or provider_id = :party order by created_at desc, id")
        .param("party", party)
        .query(ContractRow::read)
        .list();
  }

  Map<UUID, String> parties(Actor official) {
    Map<UUID, String> names = new LinkedHashMap<>();
    jdbc.sql(
            "with mine as (select * from contract where " + ContractScope.OFFICIAL + """
            ) select party, max(name) as name from (
              select client_id as party, client_name as name from mine
              union all
              select provider_id, provider_name from mine) as p
             group by party order by max(name) collate "zh-x-icu" limit 500""")
        .params(ContractScope.parameters(official))
        .query((rs, n) -> names.put(rs.getObject("party", UUID.class), rs.getString("name")))
        .list();
    return names;
  }

  List<Contract> waiting(UUID party) {
    return jdbc.sql(
            ALL
                + """
                where (client_id = :party and (state in ('DRAFT', 'AGREED', 'DELIVERED') or turn = 'CLIENT'))
                   or (provider_id = :party and (state in ('FILED', 'IN_SERVICE') or turn = 'PROVIDER'))
                   or (state = 'ACCEPTED' and turn is null and (client_id = :party or provider_id = :party))
                order by ends_on, id limit 20""")
        .param("party", party)
        .query(ContractRow::read)
        .list();
  }

  List<Contract> overdue(Actor official, LocalDate today) {
    return jdbc.sql(
            ALL + "where state in ('FILED', 'IN_SERVICE') and ends_on < :today and " + ContractScope.OFFICIAL
                + " and (handler is null or handler = :agency) order by ends_on, id limit 20")
        .param("today", today)
        .params(ContractScope.parameters(official))
        .param("agency", official.agency())
        .query(ContractRow::read)
        .list();
  }

  /** One update to the next state with what changed besides. */
  Contract move(Contract before, ContractState to, Changes changes) {
    var update =
        jdbc.sql(
                "update contract set state = :state, revision = revision + 1" + changes.assignments()
                    + " where id = :id and revision = :revision returning *")
            .param("state", to.name())
            .param("id", before.id())
            .param("revision", before.revision());
    for (var change : changes.values().entrySet()) update = update.param(change.getKey(), change.getValue());
    return update.query(ContractRow::read).single();
  }

  void addStep(UUID contract, ContractStep s) {
    jdbc.sql(
            """
            insert into contract_step (id, contract_id, event, from_state, to_state, side, account, by_name, at, note, provision)
            values (:id, :contract, :event, :from, :to, :side, :account, :name, :at, :note, :provision)""")
        .param("id", Ids.next())
        .param("contract", contract)
        .param("event", s.event().name())
        .param("from", s.from() == null ? null : s.from().name())
        .param("to", s.to().name())
        .param("side", s.side().name())
        .param("account", s.account())
        .param("name", s.byName())
        .param("at", Timestamp.from(s.at()))
        .param("note", s.note())
        .param("provision", s.provision())
        .update();
  }

  List<ContractStep> steps(UUID contract) {
    return jdbc.sql("select * from contract_step where contract_id = :id order by at, id")
        .param("id", contract)
        .query(
            (rs, n) ->
                new ContractStep(
                    ContractEvent.valueOf(rs.getString("event")),
                    rs.getString("from_state") == null ? null : ContractState.valueOf(rs.getString("from_state")),
                    ContractState.valueOf(rs.getString("to_state")),
                    Side.valueOf(rs.getString("side")),
                    rs.getString("by_name"),
                    rs.getObject("account", UUID.class),
                    Instant.ofEpochMilli(rs.getTimestamp("at").getTime()),
                    rs.getString("note"),
                    rs.getString("provision")))
        .list();
  }
}
