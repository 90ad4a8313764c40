package org.zhuqi.platform.payouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.parties.Masked;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.FieldCipher;

/** Rows of {@code payout_file}, {@code payout_line} and {@code payout_return}. */
@Repository
class FileStore {
  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  FileStore(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Bound to its line: an account number copied to another line does not open. */
  private static String place(UUID file, int row) {
    return "payout_line.account_no/" + file + "/" + row;
  }

  /** A line as the treasury gets it, with what we need to book its answer. */
  record Sent(
      UUID file, int row, String number, UUID payable, UUID bankAccount, long amountFen, @Nullable UUID hold,
      PayoutFile.LineState state, @Nullable LocalDate settledOn, @Nullable String bankRef, LocalDate preparedOn, String funder, boolean stopped) {}

  void insertFile(UUID id, TreasuryFile file, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into payout_file (file_id, number, funder, prepared_on, lines, total_fen, detail_sha256, state,
              prepared_by, prepared_name, prepared_at)
            values (:id, :number, :funder, :on, :lines, :total, :sha, 'PREPARED', :by, :name, :at)""")
        .param("id", id)
        .param("number", file.number())
        .param("funder", file.funder())
        .param("on", file.on())
        .param("lines", file.lines().size())
        .param("total", file.totalFen())
        .param("sha", file.sha256())
        .param("by", by.account())
        .param("name", by.name())
        .param("at", PayableStore.utc(at))
        .update();
  }

  void insertLine(UUID file, FileLine line, UUID payable, UUID bankAccount) {
    jdbc.sql(
            """
            insert into payout_line (file_id, row_no, number, payable_id, payee_name, payee_code, bank_account, bank_name,
              account_no, amount_fen, purpose, state)
            values (:file, :row, :number, :payable, :payee, :code, :account, :bank, :accountNo, :fen, :purpose, 'FROZEN')""")
        .param("file", file)
        .param("row", line.row())
        .param("number", line.number())
        .param("payable", payable)
        .param("payee", line.payee())
        .param("code", line.creditCode())
        .param("account", bankAccount)
        .param("bank", line.bank())
        .param("accountNo", cipher.encrypt(place(file, line.row()), line.account()))
        .param("fen", line.amountFen())
        .param("purpose", line.purpose())
        .update();
  }

  /** The file as it was prepared: the same bytes each time. */
  TreasuryFile treasuryFile(PayoutFile file) {
    List<FileLine> lines =
        jdbc.sql(
                """
                select row_no, number, payee_name, payee_code, bank_name, account_no, amount_fen, purpose
                  from payout_line where file_id = :file order by row_no""")
            .param("file", file.id())
            .query(
                (rs, n) ->
                    new FileLine(
                        rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5),
                        cipher.decrypt(place(file.id(), rs.getInt(1)), rs.getString(6)), rs.getLong(7), rs.getString(8)))
            .list();
    return new TreasuryFile(file.number(), file.funder(), file.preparedOn(), lines);
  }

  Optional<PayoutFile> find(UUID id, boolean lock) {
    return jdbc.sql("select * from payout_file where file_id = :id" + (lock ? " for update" : ""))
        .param("id", id)
        .query((rs, n) -> file(rs, lines(id)))
        .optional();
  }

  List<PayoutFile> list(@Nullable Collection<String> funders) {
    return jdbc.sql("select * from payout_file where :any or funder in (:funders) order by prepared_at desc")
        .param("any", funders == null)
        .param("funders", funders == null || funders.isEmpty() ? List.of("") : funders)
        .query((rs, n) -> file(rs, List.of()))
        .list();
  }

  void approve(UUID file, Actor by, Instant at) {
    jdbc.sql(
            """
            update payout_file set state = 'APPROVED', approved_by = :by, approved_name = :name, approved_at = :at
             where file_id = :id and state = 'PREPARED'""")
        .param("by", by.account())
        .param("name", by.name())
        .param("at", PayableStore.utc(at))
        .param("id", file)
        .update();
  }

  void cancel(UUID file, String reason) {
    jdbc.sql("update payout_file set state = 'CANCELLED', cancel_reason = :reason where file_id = :id and state = 'PREPARED'")
        .param("reason", reason)
        .param("id", file)
        .update();
    jdbc.sql("update payout_line set state = 'CANCELLED' where file_id = :id").param("id", file).update();
  }

  void sent(UUID file, int row, UUID hold) {
    jdbc.sql("update payout_line set state = 'SENT', hold_id = :hold where file_id = :file and row_no = :row")
        .param("hold", hold)
        .param("file", file)
        .param("row", row)
        .update();
  }

  void answered(Sent line, PayoutFile.LineState state, ReturnRow row) {
    jdbc.sql(
            """
            update payout_line set state = :state, settled_on = :on, bank_ref = coalesce(:ref, bank_ref), reason = :reason
             where file_id = :file and row_no = :row""")
        .param("state", state.name())
        .param("on", row.on())
        .param("ref", row.bankReference())
        .param("reason", row.reason())
        .param("file", line.file())
        .param("row", line.row())
        .update();
  }

  /** Files of which every line has its answer now. */
  void closeAnswered(Collection<UUID> files) {
    if (files.isEmpty()) return;
    jdbc.sql(
            """
            update payout_file f set state = 'ANSWERED' where file_id in (:files) and state = 'APPROVED'
              and not exists (select from payout_line l where l.tenant = f.tenant and l.file_id = f.file_id and l.state = 'SENT')""")
        .param("files", files)
        .update();
  }

  /** Lines by the number that the treasury answers with, locked. */
  List<Sent> lockByNumber(Collection<String> numbers) {
    return jdbc.sql(
            """
            select l.file_id, l.row_no, l.number, l.payable_id, l.bank_account, l.amount_fen, l.hold_id, l.state,
                   l.settled_on, l.bank_ref, f.prepared_on, f.funder, p.stopped
              from payout_line l join payout_file f using (tenant, file_id) join payable p using (tenant, payable_id)
             where l.number in (:numbers) order by l.number for update of l""")
        .param("numbers", numbers.isEmpty() ? List.of("") : numbers)
        .query(FileStore::sent)
        .list();
  }

  private static Sent sent(ResultSet rs, int n) throws SQLException {
    return new Sent(
        rs.getObject("file_id", UUID.class), rs.getInt("row_no"), rs.getString("number"), rs.getObject("payable_id", UUID.class),
        rs.getObject("bank_account", UUID.class), rs.getLong("amount_fen"), rs.getObject("hold_id", UUID.class),
        PayoutFile.LineState.valueOf(rs.getString("state")), rs.getObject("settled_on", LocalDate.class),
        rs.getString("bank_ref"), rs.getObject("prepared_on", LocalDate.class), rs.getString("funder"),
        rs.getBoolean("stopped"));
  }

  Optional<ReturnAnswer> returned(String sha256) {
    return jdbc.sql("select return_id, paid, bounced, known, paid_fen from payout_return where sha256 = :sha")
        .param("sha", sha256)
        .query(
            (rs, n) ->
                new ReturnAnswer(
                    rs.getObject(1, UUID.class), sha256, rs.getInt(2), rs.getInt(3), rs.getInt(4), Money.ofFen(rs.getLong(5)), true))
        .optional();
  }

  void keepReturn(ReturnAnswer answer, String fileName, byte[] content, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into payout_return (return_id, sha256, file_name, content, paid, bounced, known, paid_fen, read_by, read_name, read_at)
            values (:id, :sha, :file, :content, :paid, :bounced, :known, :fen, :by, :name, :at)""")
        .param("id", answer.id())
        .param("sha", answer.sha256())
        .param("file", fileName)
        .param("content", content)
        .param("paid", answer.paid())
        .param("bounced", answer.bounced())
        .param("known", answer.known())
        .param("fen", answer.paidTotal().fen())
        .param("by", by.account())
        .param("name", by.name())
        .param("at", PayableStore.utc(at))
        .update();
  }

  private List<PayoutFile.Line> lines(UUID file) {
    return new ArrayList<>(
        jdbc.sql(
                """
                select l.*, p.link from payout_line l join payable p using (tenant, payable_id)
                 where l.file_id = :file order by l.row_no""")
            .param("file", file)
            .query((rs, n) -> line(rs, file))
            .list());
  }

  private PayoutFile.Line line(ResultSet rs, UUID file) throws SQLException {
    PayoutFile.LineState state = PayoutFile.LineState.valueOf(rs.getString("state"));
    return new PayoutFile.Line(
        rs.getInt("row_no"), rs.getString("number"), rs.getObject("payable_id", UUID.class), rs.getString("payee_name"),
        rs.getString("payee_code"), rs.getString("bank_name"),
        Masked.bankAccount(cipher.decrypt(place(file, rs.getInt("row_no")), rs.getString("account_no"))),
        Money.ofFen(rs.getLong("amount_fen")), rs.getString("purpose"), rs.getString("link"), state,
        rs.getObject("settled_on", LocalDate.class),
        state == PayoutFile.LineState.BOUNCED ? rs.getString("reason") : rs.getString("bank_ref"));
  }

  private static PayoutFile file(ResultSet rs, List<PayoutFile.Line> lines) throws SQLException {
    return new PayoutFile(
        rs.getObject("file_id", UUID.class), rs.getString("number"), rs.getString("funder"),
        rs.getObject("prepared_on", LocalDate.class), rs.getInt("lines"), Money.ofFen(rs.getLong("total_fen")),
        rs.getString("detail_sha256"), PayoutFile.State.valueOf(rs.getString("state")),
        rs.getObject("prepared_by", UUID.class), rs.getString("prepared_name"),
        rs.getObject("prepared_at", OffsetDateTime.class).toInstant(), rs.getString("approved_name"),
        PayableStore.instant(rs, "approved_at"), rs.getString("cancel_reason"), lines);
  }
}
