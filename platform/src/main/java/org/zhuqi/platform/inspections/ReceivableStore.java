package org.zhuqi.platform.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/** Rows of receivables and receipts. */
@Repository
class ReceivableStore {
  private final JdbcClient jdbc;

  ReceivableStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A receivable with what the ledger needs to know of it. */
  record Debt(UUID receivableId, String number, UUID findingId, String funder, UUID lineId, UUID accountId, UUID partyId, long amountFen, String provision) {}

  /** @return false when this payment is claimed back already */
  boolean insert(Debt d, UUID payable, String partyName, Instant at) {
    return jdbc.sql(
                """
                insert into receivable (receivable_id, number, finding_id, payable_id, funder, line_id, account_id, party_id,
                  party_name, amount_fen, provision, demanded_at)
                values (:id, :number, :finding, :payable, :funder, :line, :account, :party, :partyName, :fen, :provision, :at)
                on conflict (tenant, payable_id) do nothing""")
            .param("id", d.receivableId())
            .param("number", d.number())
            .param("finding", d.findingId())
            .param("payable", payable)
            .param("funder", d.funder())
            .param("line", d.lineId())
            .param("account", d.accountId())
            .param("party", d.partyId())
            .param("partyName", partyName)
            .param("fen", d.amountFen())
            .param("provision", d.provision())
            .param("at", DrawStore.utc(at))
            .update()
        == 1;
  }

  Optional<Debt> find(UUID receivable) {
    return jdbc.sql(
            """
            select receivable_id, number, finding_id, funder, line_id, account_id, party_id, amount_fen, provision
              from receivable where receivable_id = :id""")
        .param("id", receivable)
        .query(Debt.class)
        .optional();
  }

  boolean hasReceipt(UUID receivable, String bankReference) {
    return jdbc.sql("select exists (select from recovery_receipt where receivable_id = :id and bank_ref = :ref)")
        .param("id", receivable)
        .param("ref", bankReference)
        .query(Boolean.class)
        .single();
  }

  void receive(UUID receivable, Money amount, LocalDate on, String bankReference, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into recovery_receipt (receipt_id, receivable_id, amount_fen, received_on, bank_ref, by_id, by_name, at)
            values (:id, :receivable, :fen, :on, :ref, :by, :name, :at)""")
        .param("id", Ids.next())
        .param("receivable", receivable)
        .param("fen", amount.fen())
        .param("on", on)
        .param("ref", bankReference)
        .param("by", by.account())
        .param("name", by.name())
        .param("at", DrawStore.utc(at))
        .update();
  }

  List<InspectionFinding.Receivable> of(UUID finding) {
    return jdbc.sql("select receivable_id, number, funder, line_id, amount_fen, demanded_at from receivable where finding_id = :id order by number")
        .param("id", finding)
        .query(
            (rs, n) -> {
              UUID id = rs.getObject(1, UUID.class);
              List<InspectionFinding.Receipt> receipts = receipts(id);
              Money received = receipts.stream().map(InspectionFinding.Receipt::amount).reduce(Money.ZERO, Money::plus);
              return new InspectionFinding.Receivable(
                  id, rs.getString(2), rs.getString(3), rs.getObject(4, UUID.class), Money.ofFen(rs.getLong(5)), received,
                  rs.getObject(6, OffsetDateTime.class).toInstant(), receipts);
            })
        .list();
  }

  private List<InspectionFinding.Receipt> receipts(UUID receivable) {
    return jdbc.sql("select amount_fen, received_on, bank_ref, by_name from recovery_receipt where receivable_id = :id order by received_on, at")
        .param("id", receivable)
        .query(
            (rs, n) ->
                new InspectionFinding.Receipt(
                    Money.ofFen(rs.getLong(1)), rs.getObject(2, LocalDate.class), rs.getString(3), rs.getString(4)))
        .list();
  }
}
