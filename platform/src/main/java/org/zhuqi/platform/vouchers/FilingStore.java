package org.zhuqi.platform.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Rows of filings, their parts, and the administrator's words on categories. */
@Repository
class FilingStore {
  private static final String FILED =
      """
      select f.*, p.voucher_id, p.hold_id, p.amount_fen, v.number as voucher_number, v.batch_id, v.line_id, l.funder,
             b.measure, b.version, b.guide, h.remaining_fen
        from filing f
        join filing_part p using (tenant, filing_id)
        join voucher v using (tenant, voucher_id)
        join batch b using (tenant, batch_id)
        join budget_line l on l.tenant = v.tenant and l.line_id = v.line_id
        join ledger_hold h on h.tenant = p.tenant and h.hold_id = p.hold_id
      """;

  private final JdbcClient jdbc;
  private final BatchStore batches;
  private final Measures measures;
  private final Clock clock;

  FilingStore(JdbcClient jdbc, BatchStore batches, Measures measures, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.measures = measures;
    this.clock = clock;
  }

  Pack pack(Contract c) {
    return measures.version(c.measure(), c.measureVersion()).orElseThrow();
  }

  UUID insert(Actor by, Contract c, UUID decision) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into filing (filing_id, number, contract_id, holder, institution, category, price_fen, decision_id,
              filed_name, filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            id, Objects.requireNonNull(c.filingNumber()), c.id(), c.client(), c.provider(), c.category(), c.priceFen(),
            decision, by.name(), OffsetDateTime.now(clock))
        .update();
    return id;
  }

  void insertPart(UUID filing, UUID voucher, UUID hold, Money amount) {
    jdbc.sql("insert into filing_part (filing_id, voucher_id, hold_id, amount_fen) values (?, ?, ?, ?)")
        .params(filing, voucher, hold, amount.fen())
        .update();
  }

  void release(Actor by, UUID filing, String reason) {
    jdbc.sql("update filing set released_at = ?, released_name = ?, released_reason = ? where filing_id = ?")
        .params(OffsetDateTime.now(clock), by.name(), reason, filing)
        .update();
  }

  Optional<Filed> of(UUID contract) {
    return filed(FILED + "where f.contract_id = ? order by p.voucher_id", contract).stream().findFirst();
  }

  List<Filed> ofVoucher(UUID voucher) {
    return filed(
        FILED
            + """
            where f.filing_id in (select x.filing_id from filing_part x where x.voucher_id = ?)
            order by f.filing_id, p.voucher_id""",
        voucher);
  }

  List<Filed> ofInstitution(UUID institution) {
    return filed(FILED + "where f.institution = ? order by f.filing_id, p.voucher_id", institution);
  }

  List<Filed> ofHolder(UUID holder) {
    return filed(FILED + "where f.holder = ? order by f.filing_id, p.voucher_id", holder);
  }

  List<Filed> filedIn(String measure, String funder, OffsetDateTime from, OffsetDateTime until) {
    return filed(
        FILED
            + """
            where b.measure = ? and l.funder = ? and f.filed_at >= ? and f.filed_at < ?
            order by f.filing_id, p.voucher_id""",
        measure, funder, from, until);
  }

  private List<Filed> filed(String sql, Object... params) {
    Map<UUID, Filed> found = new LinkedHashMap<>();
    jdbc.sql(sql)
        .params(params)
        .query(
            rs -> {
              UUID filing = rs.getObject("filing_id", UUID.class);
              Filed f = found.get(filing);
              if (f == null) found.put(filing, f = head(rs));
              f.parts().add(part(rs));
            });
    return found.values().stream().map(FilingStore::fixed).toList();
  }

  private static Filed fixed(Filed f) {
    return new Filed(
        f.id(), f.number(), f.contract(), f.holder(), f.institution(), f.category(), f.price(), f.filedAt(), f.released(),
        List.copyOf(f.parts()));
  }

  private static Filed head(ResultSet rs) throws SQLException {
    return new Filed(
        Objects.requireNonNull(rs.getObject("filing_id", UUID.class)),
        rs.getString("number"),
        Objects.requireNonNull(rs.getObject("contract_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("holder", UUID.class)),
        Objects.requireNonNull(rs.getObject("institution", UUID.class)),
        rs.getString("category"),
        new Money(rs.getLong("price_fen")),
        rs.getObject("filed_at", OffsetDateTime.class).toInstant(),
        rs.getObject("released_at") != null,
        new ArrayList<>());
  }

  private Filed.Part part(ResultSet rs) throws SQLException {
    return new Filed.Part(
        Objects.requireNonNull(rs.getObject("voucher_id", UUID.class)),
        rs.getString("voucher_number"),
        Objects.requireNonNull(rs.getObject("batch_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("line_id", UUID.class)),
        rs.getString("funder"),
        rs.getString("measure"),
        rs.getString("version"),
        batches.guide(rs.getString("guide"), rs.getString("measure"), rs.getString("version")),
        Objects.requireNonNull(rs.getObject("hold_id", UUID.class)),
        new Money(rs.getLong("amount_fen")),
        new Money(rs.getLong("remaining_fen")));
  }

  void insertApproval(Actor by, UUID contract, boolean approved, String reason) {
    jdbc.sql(
            "insert into category_approval (contract_id, approved, reason, by_id, by_name, at) values (?, ?, ?, ?, ?, ?)")
        .params(Arrays.asList(contract, approved, reason, by.account(), by.name(), OffsetDateTime.now(clock)))
        .update();
  }

  Optional<CategoryWord> approval(UUID contract) {
    return jdbc.sql("select * from category_approval where contract_id = ?")
        .param(contract)
        .query(
            (rs, n) ->
                new CategoryWord(
                    rs.getBoolean("approved"), rs.getString("reason"), rs.getString("by_name"),
                    rs.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
