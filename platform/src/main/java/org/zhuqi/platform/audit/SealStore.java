package org.zhuqi.platform.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Tenancy;

/** The rows of the chain, and which records come next. */
@Repository
class SealStore {
  private final JdbcClient jdbc;

  SealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last seal; tx and position tell up to where the trail is sealed. */
  record Head(long number, byte[] hash, String tx, long position, OffsetDateTime sealedAt) {
    Anchor anchor() {
      return new Anchor(Tenancy.current(), number, HexFormat.of().formatHex(hash), sealedAt);
    }
  }

  private record Waiting(AuditRecord record, String tx, long position) {}

  /** One sealer per tenant; the lock ends with the transaction. */
  boolean lock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit_seal:' || current_tenant(), 0))")
        .query(Boolean.class)
        .single();
  }

  Optional<Head> head() {
    return jdbc.sql("select number, hash, tx::text, position, sealed_at from audit_seal order by number desc limit 1")
        .query((rs, row) ->
            new Head(rs.getLong(1), rs.getBytes(2), rs.getString(3), rs.getLong(4), rs.getObject(5, OffsetDateTime.class)))
        .optional();
  }

  int seal(int limit) {
    Head head = head().orElse(new Head(0, Canonical.START, "0", 0, OffsetDateTime.MIN));
    List<Waiting> waiting = waiting(head, limit);
    if (waiting.isEmpty()) return 0;
    List<Map<String, Object>> seals = new ArrayList<>();
    byte[] hash = head.hash();
    long number = head.number();
    for (Waiting w : waiting) {
      hash = Canonical.hash(hash, w.record());
      Map<String, Object> seal = new LinkedHashMap<>();
      seal.put("number", ++number);
      seal.put("record", w.record().id().toString());
      seal.put("hash", "\\x" + HexFormat.of().formatHex(hash));
      seal.put("tx", w.tx());
      seal.put("position", w.position());
      seals.add(seal);
    }
    return jdbc.sql(
            """
            insert into audit_seal (number, record, hash, tx, position)
            select number, record, hash::bytea, tx::xid8, position
              from jsonb_to_recordset(:seals::jsonb) as s (number bigint, record uuid, hash text, tx text, position bigint)""")
        .param("seals", Json.write(seals))
        .update();
  }

  /**
   * The next records in order. Only those of transactions that had all ended are taken, so that none can turn up later
   * before one that is already sealed. After a restore into another cluster transaction numbers begin anew: until they
   * have caught up, whatever has no seal comes next.
   */
  private List<Waiting> waiting(Head head, int limit) {
    boolean restored =
        jdbc.sql("select pg_current_xact_id() < :tx::xid8").param("tx", head.tx()).query(Boolean.class).single();
    String next =
        restored
            ? "not exists (select from audit_seal s where s.record = r.id)"
            : "(tx, position) > (:tx::xid8, :position) and tx < pg_snapshot_xmin(pg_current_snapshot())";
    return jdbc.sql(
            "select " + AuditStore.COLUMNS + ", tx::text, position from audit_record r where " + next
                + " order by r.tx, r.position limit :limit")
        .param("tx", head.tx())
        .param("position", head.position())
        .param("limit", limit)
        .query((rs, row) -> new Waiting(AuditStore.record(rs, row), rs.getString("tx"), rs.getLong("position")))
        .list();
  }
}
