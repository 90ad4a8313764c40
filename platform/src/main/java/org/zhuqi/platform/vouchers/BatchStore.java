package org.zhuqi.platform.vouchers;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuqi.measures.Guide;
import org.zhuqi.measures.Measures;
import org.zhuqi.measures.Money;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.RunningNumbers;
import tools.jackson.core.type.TypeReference;

/** Rows of batches, their tallies and pots. */
@Repository
class BatchStore {
  static final String PREFIX = "PC";
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final String BATCH =
      """
      select b.*, l.funder, l.year, coalesce(t.holders, 0) as holders, p.pots
        from batch b join budget_line l using (tenant, line_id)
        left join batch_tally t using (tenant, batch_id)
        left join lateral (
          select json_agg(json_build_object('category', p.category, 'account', p.account_id, 'amount', p.amount_fen,
                            'left', a.balance_fen) order by p.category) as pots
            from batch_pot p join ledger_balance a on a.tenant = p.tenant and a.account_id = p.account_id
           where p.tenant = b.tenant and p.batch_id = b.batch_id) p on true
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Measures measures;
  private final RunningNumbers numbers;
  private final SecureRandom random = new SecureRandom();

  BatchStore(JdbcClient jdbc, Clock clock, Measures measures, RunningNumbers numbers) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.measures = measures;
    this.numbers = numbers;
  }

  void insert(Actor by, UUID id, PlanBatch plan, Pack pack) {
    jdbc.sql(
            """
            insert into batch (batch_id, number, line_id, measure, version, title_zh, title_en, amount_fen, guide, opens_at,
              closes_at, plan_document, guide_document, planned_by, planned_name, planned_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Arrays.asList(
            id, numbers.next(PREFIX, LocalDate.now(clock)), plan.line(), pack.code(), pack.version(), plan.title().zh(),
            plan.title().en(), plan.amount().fen(), Json.write(plan.guide().toMap()), at(plan.opensAt()),
            at(plan.closesAt()), plan.planDocument(), plan.guideDocument(), by.account(), by.name(),
            OffsetDateTime.now(clock)))
        .update();
  }

  void update(UUID id, PlanBatch plan) {
    jdbc.sql(
            """
            update batch set line_id = ?, title_zh = ?, title_en = ?, amount_fen = ?, guide = ?::jsonb, opens_at = ?,
              closes_at = ?, plan_document = ?, guide_document = ? where batch_id = ? and released_at is null""")
        .params(Arrays.asList(
            plan.line(), plan.title().zh(), plan.title().en(), plan.amount().fen(), Json.write(plan.guide().toMap()),
            at(plan.opensAt()), at(plan.closesAt()), plan.planDocument(), plan.guideDocument(), id))
        .update();
  }

  void release(Actor by, Batch b) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    jdbc.sql("update batch set released_name = ?, released_at = ?, draw_seed = ? where batch_id = ?")
        .params(Arrays.asList(by.name(), OffsetDateTime.now(clock), b.isDrawn() ? HexFormat.of().formatHex(seed) : null, b.id()))
        .update();
    jdbc.sql("insert into batch_tally (batch_id, holders_most) values (?, ?)")
        .params(Arrays.asList(b.id(), b.guide().holders()))
        .update();
  }

  void addPot(UUID batch, String category, UUID pot, UUID account, Money amount) {
    jdbc.sql("insert into batch_pot (batch_id, category, pot_id, account_id, amount_fen) values (?, ?, ?, ?, ?)")
        .params(batch, category, pot, account, amount.fen())
        .update();
  }

  void closeNow(UUID batch, String reason) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update batch set opens_at = least(opens_at, ?), closes_at = ?, closed_early = ? where batch_id = ?")
        .params(now.minusSeconds(1), now, reason, batch)
        .update();
  }

  void returned(UUID batch) {
    jdbc.sql("update batch set returned_at = ? where batch_id = ? and returned_at is null")
        .params(OffsetDateTime.now(clock), batch)
        .update();
  }

  void drawn(UUID batch) {
    jdbc.sql("update batch set drawn_at = ? where batch_id = ?").params(OffsetDateTime.now(clock), batch).update();
  }

  /** Locks the tallies in the order of their ids: what serializes claims of the same batch over all instances. */
  Map<UUID, Integer> lockTally(Collection<UUID> batches) {
    Map<UUID, Integer> holders = new HashMap<>();
    jdbc.sql("select batch_id, holders from batch_tally where batch_id = any(?) order by batch_id for update")
        .param(batches.toArray(UUID[]::new))
        .query(
            rs -> {
              holders.put(rs.getObject("batch_id", UUID.class), rs.getInt("holders"));
            });
    return holders;
  }

  Batch lock(UUID id) {
    jdbc.sql("select 1 from batch where batch_id = ? for update").param(id).query(Integer.class).list();
    return get(id);
  }

  Batch get(UUID id) {
    return of(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("batch " + id));
  }

  List<Batch> of(Collection<UUID> ids) {
    return jdbc.sql(BATCH + "where b.batch_id = any(?)").param(ids.toArray(UUID[]::new)).query(this::batch).list();
  }

  List<Batch> all() {
    return jdbc.sql(BATCH + "order by b.opens_at desc, b.batch_id desc").query(this::batch).list();
  }

  /** Closed, with money that has not gone back yet. */
  List<UUID> toReturn(Instant now) {
    return jdbc.sql(
            """
            select batch_id from batch where released_at is not null and returned_at is null and closes_at <= ?
             order by batch_id""")
        .param(OffsetDateTime.ofInstant(now, clock.getZone()))
        .query(UUID.class)
        .list();
  }

  /** The seed, whatever anybody is shown. */
  String seed(UUID batch) {
    return jdbc.sql("select draw_seed from batch where batch_id = ?").param(batch).query(String.class).single();
  }

  private OffsetDateTime at(LocalDateTime local) {
    return local.atZone(clock.getZone()).toOffsetDateTime();
  }

  private Batch batch(ResultSet rs, int n) throws SQLException {
    Guide guide = guide(rs.getString("guide"), rs.getString("measure"), rs.getString("version"));
    Instant opens = rs.getObject("opens_at", OffsetDateTime.class).toInstant();
    Instant closes = rs.getObject("closes_at", OffsetDateTime.class).toInstant();
    BatchState state = state(rs.getObject("released_at") != null, opens, closes);
    return new Batch(
        Objects.requireNonNull(rs.getObject("batch_id", UUID.class)),
        rs.getString("number"),
        Objects.requireNonNull(rs.getObject("line_id", UUID.class)),
        rs.getString("measure"),
        rs.getString("version"),
        rs.getString("funder"),
        rs.getInt("year"),
        new Text(rs.getString("title_zh"), rs.getString("title_en")),
        new Money(rs.getLong("amount_fen")),
        guide,
        opens,
        closes,
        state,
        rs.getInt("holders"),
        pots(rs.getString("pots")),
        rs.getObject("plan_document", UUID.class),
        rs.getObject("guide_document", UUID.class),
        rs.getString("closed_early"),
        draw(rs, state));
  }

  private BatchState state(boolean released, Instant opens, Instant closes) {
    Instant now = clock.instant();
    if (!released) return BatchState.DRAFT;
    if (now.isBefore(opens)) return BatchState.PLANNED;
    return now.isBefore(closes) ? BatchState.OPEN : BatchState.CLOSED;
  }

  private static Batch.@Nullable Draw draw(ResultSet rs, BatchState state) throws SQLException {
    String seed = rs.getString("draw_seed");
    return seed == null
        ? null
        : new Batch.Draw(
            DrawOrder.commitment(seed), state == BatchState.CLOSED ? seed : null, BudgetStore.instant(rs, "drawn_at"));
  }

  /** A pot as the statement writes it. */
  private record PotRow(String category, UUID account, long amount, long left) {}

  private static List<Batch.Pot> pots(@Nullable String json) {
    if (json == null) return List.of();
    List<PotRow> rows = Json.read(json, new TypeReference<>() {});
    return rows.stream()
        .map(p -> new Batch.Pot(p.category(), p.account(), new Money(p.amount()), new Money(p.left())))
        .toList();
  }

  Guide guide(String json, String measure, String version) {
    Pack pack = measures.version(measure, version).orElseThrow();
    return switch (Guide.parse(Json.read(json, MAP), pack)) {
      case Guide.Parsed.Valid(var guide) -> guide;
      case Guide.Parsed.Invalid(var errors) -> throw new IllegalStateException("a stored guide no longer reads: " + errors);
    };
  }
}
