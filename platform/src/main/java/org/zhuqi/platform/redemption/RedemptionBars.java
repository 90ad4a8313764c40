package org.zhuqi.platform.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Finding;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.Verdict;
import org.zhuqi.platform.shared.Ids;

/** Parties for whom nothing further is redeemed. */
@Component
class RedemptionBars {
  private final JdbcClient jdbc;

  RedemptionBars(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Bar(UUID partyId, String provision, String reason) {}

  void add(UUID party, String provision, String reason, UUID source, Instant at) {
    jdbc.sql(
            """
            insert into redemption_bar (bar_id, party_id, provision, reason, source, since)
            values (:id, :party, :provision, :reason, :source, :at) on conflict (tenant, party_id, source) do nothing""")
        .param("id", Ids.next())
        .param("party", party)
        .param("provision", provision)
        .param("reason", reason)
        .param("source", source)
        .param("at", RedemptionStore.utc(at))
        .update();
  }

  /** Whether either side is barred, as a finding each; nothing where the measure knows no such sanction. */
  List<Finding> findings(Pack pack, Redemption r) {
    List<Bar> bars =
        jdbc.sql("select party_id, provision, reason from redemption_bar where party_id in (:provider, :client) order by since")
            .param("provider", r.provider())
            .param("client", r.client())
            .query(Bar.class)
            .list();
    if (bars.isEmpty()) {
      return pack.byRole(Sanction.class, RedemptionChecks.FRAUD).stream()
          .map(s -> new Finding(s.id(), "bar", Verdict.HOLDS, Map.of("redemption.barred", false),
              new Text("双方均无停止兑现的处理决定。", "Nothing bars either side from redemption."), null))
          .toList();
    }
    return bars.stream().map(b -> barred(b, b.partyId().equals(r.provider()) ? r.providerName() : r.clientName())).toList();
  }

  private static Finding barred(Bar bar, String name) {
    return new Finding(bar.provision(), "bar", Verdict.FAILS, Map.of("redemption.barred", true, "party", name),
        new Text("对“" + name + "”的处理决定：不予兑现（" + bar.reason() + "）。", "Nothing is redeemed for \"" + name + "\": " + bar.reason()),
        null);
  }
}
