package org.zhuqi.platform.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Json;
import tools.jackson.core.type.TypeReference;

/** Rows of what is handed in: invoices, receipts, reviews. */
@Repository
class EvidenceStore {
  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when this application has this invoice already */
  boolean insertInvoice(UUID id, UUID redemption, UUID document, Invoice i, String fingerprint, Instant at) {
    return jdbc.sql(
                """
                insert into redemption_invoice (invoice_id, redemption_id, document_id, number, fingerprint, issued, seller_name,
                  seller_code, buyer_name, buyer_code, amount_fen, tax_fen, total_fen, read_at)
                values (:id, :redemption, :document, :number, :fingerprint, :issued, :seller, :sellerCode, :buyer, :buyerCode,
                  :amount, :tax, :total, :at)
                on conflict (tenant, redemption_id, number) do nothing""")
            .param("id", id)
            .param("redemption", redemption)
            .param("document", document)
            .param("number", i.number())
            .param("fingerprint", fingerprint)
            .param("issued", i.issued())
            .param("seller", i.sellerName())
            .param("sellerCode", i.sellerCode())
            .param("buyer", i.buyerName())
            .param("buyerCode", i.buyerCode())
            .param("amount", i.amountFen())
            .param("tax", i.taxFen())
            .param("total", i.totalFen())
            .param("at", RedemptionStore.utc(at))
            .update()
        == 1;
  }

  List<Redemption.UsedInvoice> invoices(UUID redemption) {
    return jdbc.sql("select * from redemption_invoice where redemption_id = :id order by number")
        .param("id", redemption)
        .query(EvidenceStore::invoice)
        .list();
  }

  void removeInvoice(UUID redemption, UUID invoice) {
    jdbc.sql("delete from redemption_invoice where redemption_id = :redemption and invoice_id = :id")
        .param("redemption", redemption)
        .param("id", invoice)
        .update();
  }

  /** Marks every use of an invoice as taken back; returns the applications concerned. */
  List<UUID> cancelInvoice(String fingerprint, String by) {
    return jdbc.sql("update redemption_invoice set cancelled_by = :by where fingerprint = :fingerprint returning redemption_id")
        .param("by", by)
        .param("fingerprint", fingerprint)
        .query(UUID.class)
        .list();
  }

  boolean insertReceipt(UUID redemption, UUID document, Money amount, LocalDate on, String bankReference) {
    return jdbc.sql(
                """
                insert into redemption_receipt (receipt_id, redemption_id, document_id, amount_fen, paid_on, bank_ref)
                values (:id, :redemption, :document, :fen, :on, :ref) on conflict (tenant, redemption_id, bank_ref) do nothing""")
            .param("id", Ids.next())
            .param("redemption", redemption)
            .param("document", document)
            .param("fen", amount.fen())
            .param("on", on)
            .param("ref", bankReference)
            .update()
        == 1;
  }

  List<Redemption.Receipt> receipts(UUID redemption) {
    return jdbc.sql("select * from redemption_receipt where redemption_id = :id order by paid_on, bank_ref")
        .param("id", redemption)
        .query(
            (rs, n) ->
                new Redemption.Receipt(
                    rs.getObject("receipt_id", UUID.class), rs.getObject("document_id", UUID.class),
                    Money.ofFen(rs.getLong("amount_fen")), rs.getObject("paid_on", LocalDate.class), rs.getString("bank_ref")))
        .list();
  }

  /** References of transfers among these that have been handed in for another contract of the same enterprise. */
  List<String> transfersElsewhere(Redemption r) {
    return jdbc.sql(
            """
            select distinct x.bank_ref from redemption_receipt x join redemption o using (tenant, redemption_id)
             where o.client_id = :client and o.contract_id <> :contract
               and o.state not in ('DRAFT','REFUSED','WITHDRAWN','LAPSED')
               and x.bank_ref in (select bank_ref from redemption_receipt where redemption_id = :id)""")
        .param("client", r.client())
        .param("contract", r.contract())
        .param("id", r.id())
        .query(String.class)
        .list();
  }

  void removeReceipt(UUID redemption, UUID receipt) {
    jdbc.sql("delete from redemption_receipt where redemption_id = :redemption and receipt_id = :id")
        .param("redemption", redemption)
        .param("id", receipt)
        .update();
  }

  void saveReview(UUID redemption, Redemption.Review r) {
    jdbc.sql(
            """
            insert into redemption_review (redemption_id, reviewer, reviewer_name, unrelated, verified, answers, opinion, reviewed_at)
            values (:redemption, :reviewer, :name, true, :verified, :answers::jsonb, :opinion, :at)
            on conflict (tenant, redemption_id, reviewer) do update set verified = excluded.verified,
              answers = excluded.answers, opinion = excluded.opinion, reviewed_at = excluded.reviewed_at""")
        .param("redemption", redemption)
        .param("reviewer", r.reviewer())
        .param("name", r.reviewerName())
        .param("verified", r.verified())
        .param("answers", Json.write(r.answers()))
        .param("opinion", r.opinion())
        .param("at", RedemptionStore.utc(r.at()))
        .update();
  }

  List<Redemption.Review> reviews(UUID redemption) {
    return jdbc.sql("select *, answers::text as answered from redemption_review where redemption_id = :id order by reviewed_at")
        .param("id", redemption)
        .query(EvidenceStore::review)
        .list();
  }

  private static Redemption.Review review(ResultSet rs, int n) throws SQLException {
    return new Redemption.Review(
        rs.getObject("reviewer", UUID.class), rs.getString("reviewer_name"), rs.getBoolean("verified"),
        Json.read(rs.getString("answered"), new TypeReference<Map<String, String>>() {}), rs.getString("opinion"),
        rs.getObject("reviewed_at", OffsetDateTime.class).toInstant());
  }

  private static Redemption.UsedInvoice invoice(ResultSet rs, int n) throws SQLException {
    return new Redemption.UsedInvoice(
        rs.getObject("invoice_id", UUID.class),
        rs.getObject("document_id", UUID.class),
        new Invoice(
            rs.getString("number"), rs.getObject("issued", LocalDate.class), rs.getString("seller_name"),
            rs.getString("seller_code"), rs.getString("buyer_name"), rs.getString("buyer_code"), rs.getLong("amount_fen"),
            rs.getLong("tax_fen"), rs.getLong("total_fen"), null),
        rs.getString("fingerprint"),
        rs.getString("cancelled_by"));
  }
}
