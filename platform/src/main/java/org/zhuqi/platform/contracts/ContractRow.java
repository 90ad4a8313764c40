package org.zhuqi.platform.contracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one row of contract. */
final class ContractRow {
  private ContractRow() {}

  static Contract read(ResultSet rs, int n) throws SQLException {
    return new Contract(
        rs.getObject("id", UUID.class),
        rs.getString("number"),
        ContractState.valueOf(rs.getString("state")),
        rs.getObject("item_id", UUID.class),
        rs.getInt("item_version"),
        rs.getString("measure"),
        rs.getString("measure_version"),
        rs.getString("category"),
        new Contract.Office(Set.of((String[]) rs.getArray("funders").getArray()), rs.getString("handler")),
        rs.getObject("client_id", UUID.class),
        rs.getString("client_name"),
        rs.getObject("provider_id", UUID.class),
        rs.getString("provider_name"),
        rs.getString("title"),
        rs.getLong("price_fen"),
        rs.getLong("voucher_fen"),
        rs.getObject("starts_on", LocalDate.class),
        rs.getObject("ends_on", LocalDate.class),
        rs.getString("terms"),
        rs.getString("other_funding"),
        rs.getString("price_reason"),
        side(rs.getString("turn")),
        rs.getObject("signed_document", UUID.class),
        rs.getString("signed_hash"),
        rs.getObject("signed_on", LocalDate.class),
        rs.getString("filing_number"),
        instant(rs.getTimestamp("offered_at")),
        instant(rs.getTimestamp("answered_at")),
        rs.getObject("delivered_on", LocalDate.class),
        rs.getObject("completed_on", LocalDate.class),
        rs.getObject("ended_on", LocalDate.class),
        side(rs.getString("end_proposed_by")),
        rs.getInt("revision"),
        rs.getTimestamp("created_at").toInstant());
  }

  private static @Nullable Side side(@Nullable String name) {
    return name == null ? null : Side.valueOf(name);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
