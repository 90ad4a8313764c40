package org.zhuqi.platform.vouchers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;
import tools.jackson.core.type.TypeReference;

/** Claims as kept: for their page, and for the draw. */
@Repository
class ClaimStore {
  private final JdbcClient jdbc;

  ClaimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Claim> find(UUID id) {
    return jdbc.sql("select c.*, v.number from claim c left join voucher v using (tenant, voucher_id) where claim_id = ?")
        .param(id)
        .query(ClaimStore::claim)
        .optional();
  }

  private static Claim claim(ResultSet rs, int n) throws SQLException {
    String refusals = rs.getString("refusals");
    return new Claim(
        Objects.requireNonNull(rs.getObject("claim_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("batch_id", UUID.class)),
        Objects.requireNonNull(rs.getObject("holder", UUID.class)),
        rs.getString("category"),
        rs.getObject("project_id", UUID.class),
        new Money(rs.getLong("amount_fen")),
        ClaimAnswer.Kind.valueOf(rs.getString("outcome")),
        rs.getObject("voucher_id", UUID.class),
        rs.getString("number"),
        rs.getObject("decision_id", UUID.class),
        refusals == null ? List.of() : Json.read(refusals, new TypeReference<List<Refusal>>() {}),
        rs.getObject("arrived_at", OffsetDateTime.class).toInstant());
  }

  /** Claims of a batch that wait for the draw, by their ids. */
  Map<UUID, Waiting> waiting(UUID batch) {
    Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    jdbc.sql("select * from claim where batch_id = ? and outcome = 'WAITING' order by receipt for update")
        .param(batch)
        .query(
            rs -> {
              UUID holder = rs.getObject("holder", UUID.class);
              Actor by = new Actor(rs.getObject("account", UUID.class), "抽签", Role.ENTERPRISE, holder, null, Set.of());
              Ask ask =
                  new Ask(batch, new Money(rs.getLong("amount_fen")), rs.getString("category"),
                      rs.getObject("project_id", UUID.class), rs.getString("key"));
              waiting.put(
                  rs.getObject("claim_id", UUID.class),
                  new Waiting(
                      Tenancy.current(), by, Objects.requireNonNull(holder), ask,
                      rs.getObject("arrived_at", OffsetDateTime.class).toInstant(), rs.getLong("receipt"),
                      new CompletableFuture<>()));
            });
    return waiting;
  }

  /** @param settled in the order drawn */
  void answer(List<Settled> settled, Map<UUID, UUID> decisions) {
    int place = 0;
    for (Settled s : settled) {
      jdbc.sql(
              """
              update claim set outcome = ?, voucher_id = ?, decision_id = ?, refusals = ?::jsonb, draw_place = ?
               where claim_id = ?""")
          .params(Arrays.asList(
              s.kind().name(), s.voucher(), decisions.get(s.claim()),
              s.refusals().isEmpty() ? null : Json.write(s.refusals()), ++place, s.claim()))
          .update();
    }
  }
}
