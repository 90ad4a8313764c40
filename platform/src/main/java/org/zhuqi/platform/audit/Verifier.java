package org.zhuqi.platform.audit;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.audit.Verification.Broken;
import org.zhuqi.platform.audit.Verification.Kind;
import org.zhuqi.platform.shared.Tenancy;

/** Recomputes the chain from the records, one after the other. */
@Component
class Verifier {
  private static final int FETCH = 1000;
  private final JdbcClient jdbc;

  Verifier(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Sealed(long number, UUID id, byte[] hash, OffsetDateTime at, @Nullable AuditRecord record) {}

  Verification verify(List<Anchor> anchors) {
    planForAWholeTrail();
    Walk walk = new Walk(anchors);
    try (Stream<Sealed> seals = seals()) {
      // Stops at the first that does not fit: nothing after it says anything.
      var each = seals.iterator();
      boolean fits = true;
      while (fits && each.hasNext()) fits = walk.fits(each.next());
    }
    Broken broken = walk.broken != null ? walk.broken : walk.missingAnchor().or(this::inserted).orElse(null);
    return new Verification(walk.number, waiting(), broken, walk.head());
  }

  /** A plan kept from when the trail was short would look every record up in turn; a whole trail is joined whole. */
  private void planForAWholeTrail() {
    jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_nestloop', 'off', true)")
        .query((rs, row) -> rs.getString(1))
        .single();
  }

  private Stream<Sealed> seals() {
    return jdbc.sql(
            "select s.number, s.record as sealed, s.hash, s.sealed_at, r.*"
                + " from audit_seal s left join (select " + AuditStore.COLUMNS + " from audit_record) r"
                + " on r.id = s.record order by s.number")
        .withFetchSize(FETCH)
        .query(
            (rs, row) ->
                new Sealed(
                    rs.getLong("number"),
                    rs.getObject("sealed", UUID.class),
                    rs.getBytes("hash"),
                    rs.getObject("sealed_at", OffsetDateTime.class),
                    rs.getObject("id") == null ? null : AuditStore.record(rs, row)))
        .stream();
  }

  /** Records that stand before the end of the chain and are not in it. */
  private Optional<Broken> inserted() {
    return jdbc.sql(
            """
            select r.id from audit_record r
             where (r.tx, r.position) < (select tx, position from audit_seal order by number desc limit 1)
               and r.tx < pg_snapshot_xmin(pg_current_snapshot())
               and not exists (select from audit_seal s where s.record = r.id)
             order by r.tx, r.position limit 1""")
        .query(UUID.class)
        .optional()
        .map(id -> new Broken(Kind.INSERTED, 0, id, new Text(
            "记录 " + id + " 位于已封存的记录之间，但不在链中：它是事后插入的。",
            "Record " + id + " stands among sealed records but is not in the chain: it was inserted afterwards.")));
  }

  private long waiting() {
    return jdbc.sql("select (select count(*) from audit_record) - (select count(*) from audit_seal)")
        .query(Long.class)
        .single();
  }

  /** One pass along the chain. */
  private static final class Walk {
    private final Map<Long, String> anchors = new HashMap<>();
    private byte[] hash = Canonical.START;
    private long number;
    private @Nullable OffsetDateTime at;
    private @Nullable Broken broken;

    Walk(List<Anchor> anchors) {
      anchors.stream()
          .filter(a -> a.tenant().equals(Tenancy.current()) && a.number() > 0)
          .forEach(a -> this.anchors.put(a.number(), a.hash()));
    }

    boolean fits(Sealed s) {
      if (s.number() != number + 1) {
        return broken(Kind.REMOVED, number + 1, null, "链中缺少第 %d 号封存。", "Seal no. %d is gone from the chain.");
      }
      AuditRecord record = s.record();
      if (record == null) {
        return broken(Kind.REMOVED, s.number(), s.id(), "第 %d 号封存的记录已被删除。", "The record of seal no. %d was removed.");
      }
      byte[] expected = Canonical.hash(hash, record);
      if (!Arrays.equals(expected, s.hash())) {
        return broken(Kind.CHANGED, s.number(), s.id(), "第 %d 号封存的记录或封存本身已被更改。",
            "The record of seal no. %d, or the seal itself, was changed.");
      }
      hash = expected;
      number = s.number();
      at = s.at();
      String kept = anchors.remove(number);
      return kept == null || kept.equals(HexFormat.of().formatHex(hash))
          || broken(Kind.ANCHOR, number, s.id(), "第 %d 号封存与另行保存的锚点不符：链被整体重写过。",
              "Seal no. %d does not match the anchor kept elsewhere: the chain was rewritten.");
    }

    Optional<Broken> missingAnchor() {
      return anchors.keySet().stream().min(Long::compare).map(n -> new Broken(Kind.ANCHOR, n, null, new Text(
          "链在第 %d 号结束，早于另行保存的第 %d 号锚点：末尾被截去。".formatted(number, n),
          "The chain ends at no. %d, before anchor no. %d kept elsewhere: its end was cut off.".formatted(number, n))));
    }

    private boolean broken(Kind kind, long number, @Nullable UUID id, String zh, String en) {
      broken = new Broken(kind, number, id, new Text(zh.formatted(number), en.formatted(number)));
      return false;
    }

    @Nullable Anchor head() {
      return at == null ? null : new Anchor(Tenancy.current(), number, HexFormat.of().formatHex(hash), at);
    }
  }
}
