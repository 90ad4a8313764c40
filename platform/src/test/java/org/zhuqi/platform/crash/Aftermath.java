package org.zhuqi.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.audit.AuditChain;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Position;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.vouchers.ClaimDesk;

/** What must be true after a crash, of what was acknowledged, of what was only asked, and of the books as a whole. */
final class Aftermath {
  /** Each names a part that a claim has and finds what lacks it, or what has no claim. */
  private static final Map<String, String> HALF_DONE =
      Map.of(
          "claims without exactly one audit record",
          "select count(*) from claim c where (select count(*) from audit_record a where a.subject = c.claim_id) <> 1",
          "claims without exactly one decision",
          "select count(*) from claim c where (select count(*) from decision d where d.subject = c.claim_id and d.id = c.decision_id) <> 1",
          "granted claims without a voucher over the same amount",
          """
          select count(*) from claim c left join voucher v using (tenant, voucher_id)
           where c.outcome = 'GRANTED' and v.face_fen is distinct from c.amount_fen""",
          "vouchers without exactly one claim",
          "select count(*) from voucher v where (select count(*) from claim c where c.voucher_id = v.voucher_id) <> 1",
          "vouchers without exactly one transfer over their amount",
          """
          select count(*) from voucher v where (select count(*) from ledger_transfer t
            where t.credit_id = v.voucher_id and t.movement = 'issue' and t.amount_fen = v.face_fen) <> 1""",
          "transfers to nothing",
          """
          select count(*) from ledger_transfer t left join voucher v on v.voucher_id = t.credit_id
           where t.movement = 'issue' and v.voucher_id is null""",
          "accounts that do not hold what their voucher says",
          """
          select count(*) from voucher v left join ledger_balance b on b.account_id = v.voucher_id
           where b.balance_fen is distinct from v.face_fen""",
          "yearly sums that are not the sum of the vouchers",
          """
          select count(*) from (select holder, sum(face_fen) fen from voucher group by 1) v
            full join (select holder, sum(granted_fen) fen from claim_year group by 1) y using (holder)
           where v.fen is distinct from y.fen""",
          "claims that nobody asked for",
          "select count(*) from claim where key <> all(:keys)");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Ledger ledger;
  private final AuditChain chain;
  private final ClaimDesk desk;

  Aftermath(ApplicationContext app) {
    this.jdbc = app.getBean(JdbcClient.class);
    this.transactions = app.getBean(TransactionTemplate.class);
    this.ledger = app.getBean(Ledger.class);
    this.chain = app.getBean(AuditChain.class);
    this.desk = app.getBean(ClaimDesk.class);
  }

  /** Returns what it saw, in one line. */
  String check(List<String> printed) {
    Map<String, Line> asked = new LinkedHashMap<>();
    Map<String, Line> acknowledged = new LinkedHashMap<>();
    printed.stream().map(Line::parse).forEach(l -> (l.kind().equals("ask") ? asked : acknowledged).put(l.key(), l));
    Map<String, String> kept = kept();
    assertThat(acknowledged.values()).allSatisfy(a -> assertThat(kept.get(a.key())).isEqualTo(a.answer()));
    nothingHalfDone(asked.keySet());
    long unheard = kept.keySet().stream().filter(k -> !acknowledged.containsKey(k)).count();
    repeatAll(asked, kept);
    nothingHalfDone(asked.keySet());
    assertThat(kept()).as("one effect for each key").hasSameSizeAs(asked);
    return "acknowledged=" + acknowledged.size() + " asked=" + asked.size() + " durable-but-unheard=" + unheard;
  }

  /** Outcome, voucher and number by key. */
  private Map<String, String> kept() {
    Map<String, String> kept = new HashMap<>();
    transactions.executeWithoutResult(
        s ->
            jdbc.sql("select c.key, c.outcome, c.voucher_id, v.number from claim c left join voucher v using (tenant, voucher_id)")
                .query(rs -> { kept.put(rs.getString(1), rs.getString(2) + "/" + orEmpty(rs.getString(3)) + "/" + orEmpty(rs.getString(4))); }));
    return kept;
  }

  private static String orEmpty(String s) {
    return s == null ? "" : s;
  }

  private void nothingHalfDone(Set<String> keys) {
    transactions.executeWithoutResult(
        s -> {
          HALF_DONE.forEach(
              (what, sql) ->
                  assertThat(jdbc.sql(sql).param("keys", keys.toArray(String[]::new)).query(Long.class).single()).as(what).isZero());
          List<UUID> lines = jdbc.sql("select line_id from budget_line").query(UUID.class).list();
          assertThat(lines).isNotEmpty();
          assertThat(ledger.positions(lines)).allMatch(Position::balances);
        });
    // The job of the application seals too; whoever comes second has nothing to do.
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              chain.sealAll();
              var verified = chain.verify(List.of());
              assertThat(verified.broken()).isNull();
              assertThat(verified.sealed()).isPositive();
              assertThat(verified.waiting()).isZero();
            });
  }

  /** Whoever asks again gets the answer there is; who was never answered gets one, and then always that. */
  private void repeatAll(Map<String, Line> asked, Map<String, String> kept) {
    for (Line ask : asked.values()) {
      String first = repeat(ask);
      if (kept.containsKey(ask.key())) assertThat(first).isEqualTo(kept.get(ask.key()));
      else assertThat(repeat(ask)).isEqualTo(first);
    }
  }

  private String repeat(Line ask) {
    Actor holder = new Actor(Ids.next(), "再次", Role.ENTERPRISE, ask.holder(), null, Set.of());
    return Line.told(desk.claim(holder, ask.batch(), new Money(ask.fen()), ask.key()));
  }
}
