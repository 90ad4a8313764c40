package org.zhuqi.platform.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;

/** Rows of vouchers with what the ledger says of each. */
@Repository
class VoucherStore {
  static final String VOUCHER =
      """
      select v.*, a.balance_fen, a.held_fen, coalesce(l.fen, 0)::bigint as lapsed_fen
        from voucher v join ledger_balance a on a.tenant = v.tenant and a.account_id = v.voucher_id
        left join lateral (
          select sum(t.amount_fen) as fen from ledger_transfer t
           where t.tenant = v.tenant and t.debit_id = v.voucher_id and t.movement = 'lapse') l on true
      """;

  private final JdbcClient jdbc;

  VoucherStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Voucher> of(UUID holder) {
    return jdbc.sql(VOUCHER + "where v.holder = ? order by v.voucher_id desc")
        .param(holder)
        .query(VoucherStore::voucher)
        .list();
  }

  Optional<Voucher> find(UUID id) {
    return all(List.of(id)).stream().findFirst();
  }

  List<Voucher> all(Collection<UUID> ids) {
    return jdbc.sql(VOUCHER + "where v.voucher_id = any(?) order by v.voucher_id")
        .param(ids.toArray(UUID[]::new))
        .query(VoucherStore::voucher)
        .list();
  }

  /** Past their last day with something left; at most so many. */
  List<Voucher> toLapse(LocalDate today, int most) {
    return jdbc.sql(VOUCHER + "where v.last_day < ? and a.free_fen > 0 order by v.voucher_id limit ?")
        .params(today, most)
        .query(VoucherStore::voucher)
        .list();
  }

  /** Whose last day this is, with something left. */
  List<Voucher> endingOn(LocalDate day) {
    return jdbc.sql(VOUCHER + "where v.last_day = ? and a.free_fen > 0 order by v.voucher_id")
        .param(day)
        .query(VoucherStore::voucher)
        .list();
  }

  private static Voucher voucher(ResultSet rs, int n) throws SQLException {
    long face = rs.getLong("face_fen");
    long balance = rs.getLong("balance_fen");
    long held = rs.getLong("held_fen");
    long lapsed = rs.getLong("lapsed_fen");
    return new Voucher(
        Objects.requireNonNull(rs.getObject("voucher_id", UUID.class)),
        rs.getString("number"),
        Objects.requireNonNull(rs.getObject("batch_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("line_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("holder", UUID.class)),
        rs.getString("applicant_class"),
        rs.getObject("project_id", UUID.class),
        rs.getString("category"),
        new Money(face),
        new Money(balance - held),
        new Money(held),
        new Money(face - balance - lapsed),
        new Money(lapsed),
        rs.getObject("since", LocalDate.class),
        rs.getObject("last_day", LocalDate.class));
  }
}
