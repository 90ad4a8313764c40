package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Life;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.audit.AuditEntry;
import org.zhuqi.platform.audit.AuditTrail;
import org.zhuqi.platform.decisions.Decisions;
import org.zhuqi.platform.ledger.AccountKind;
import org.zhuqi.platform.ledger.Ledger;
import org.zhuqi.platform.ledger.Movement;
import org.zhuqi.platform.ledger.Transfer;
import org.zhuqi.platform.parties.Project;
import org.zhuqi.platform.shared.Json;
import org.zhuqi.platform.shared.RunningNumbers;

/** Writes what a group of claims came to: one statement per table, however many claims. */
@Component
class ClaimWriter {
  static final String PREFIX = "ZQ";

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Decisions decisions;
  private final AuditTrail audit;
  private final RunningNumbers numbers;
  private final ClaimRules rules;
  private final Clock clock;

  ClaimWriter(
      JdbcClient jdbc,
      Ledger ledger,
      Decisions decisions,
      AuditTrail audit,
      RunningNumbers numbers,
      ClaimRules rules,
      Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.decisions = decisions;
    this.audit = audit;
    this.numbers = numbers;
    this.rules = rules;
    this.clock = clock;
  }

  /** Answers by key, with what was asked. */
  Map<Waiting.Key, Answered> write(List<Settled> settled, ClaimGroup group) {
    if (settled.isEmpty()) return Map.of();
    Map<UUID, String> vouchers = issue(settled, group);
    List<UUID> kept = keep(settled);
    insertClaims(settled, kept);
    Map<Waiting.Key, Answered> answers = new HashMap<>();
    for (int i = 0; i < settled.size(); i++) {
      Settled s = settled.get(i);
      answers.put(
          s.waiting().key(), new Answered(s.waiting().ask(), s.answer(number(s, vouchers), kept.get(i))));
    }
    return answers;
  }

  private static @Nullable String number(Settled s, Map<UUID, String> vouchers) {
    return s.voucher() == null ? null : vouchers.get(s.voucher());
  }

  /** Vouchers, their accounts, the money, the yearly sums, the tallies; returns the vouchers' numbers. */
  Map<UUID, String> issue(List<Settled> settled, ClaimGroup group) {
    List<Settled> granted = settled.stream().filter(Settled::granted).toList();
    if (granted.isEmpty()) return Map.of();
    LocalDate today = LocalDate.now(clock);
    long number = numbers.reserve(PREFIX, today, granted.size());
    Map<UUID, String> issued = new LinkedHashMap<>();
    for (Settled s : granted) issued.put(voucher(s), RunningNumbers.format(PREFIX, today, number++));
    insertVouchers(granted, issued);
    ledger.openAll(
        granted.stream()
            .map(s -> new Ledger.Opening(voucher(s), AccountKind.VOUCHER, s.batch().line(), voucher(s)))
            .toList());
    ledger.post(granted.stream().map(ClaimWriter::transfer).toList());
    addToYears(granted);
    tally(granted, group);
    return issued;
  }

  private static UUID voucher(Settled s) {
    return java.util.Objects.requireNonNull(s.voucher());
  }

  private static Transfer transfer(Settled s) {
    return Transfer.post(
        s.batch().line(), java.util.Objects.requireNonNull(s.pot()), voucher(s), s.waiting().ask().amount(),
        Movement.ISSUE, "voucher", voucher(s), s.waiting().by());
  }

  private void insertVouchers(List<Settled> granted, Map<UUID, String> numbers) {
    jdbc.sql(
            """
            insert into voucher (voucher_id, number, batch_id, line_id, holder, applicant_class, project_id, category, face_fen,
              since, last_day, granted_at)
            select *, ?::timestamptz from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[],
              ?::text[], ?::bigint[], ?::date[], ?::date[])""")
        .param(OffsetDateTime.now(clock))
        .param(ids(granted, ClaimWriter::voucher))
        .param(granted.stream().map(s -> numbers.get(voucher(s))).toArray(String[]::new))
        .param(ids(granted, s -> s.batch().id()))
        .param(ids(granted, s -> s.batch().line()))
        .param(ids(granted, s -> s.waiting().holder()))
        .param(granted.stream().map(s -> s.judged().as().code()).toArray(String[]::new))
        .param(ids(granted, ClaimWriter::project))
        .param(granted.stream().map(ClaimWriter::category).toArray(String[]::new))
        .param(granted.stream().map(s -> s.waiting().ask().amount().fen()).toArray(Long[]::new))
        .param(granted.stream().map(s -> s.judged().decision().asOf().toString()).toArray(String[]::new))
        .param(granted.stream().map(s -> lastDay(s).toString()).toArray(String[]::new))
        .update();
  }

  private static @Nullable UUID project(Settled s) {
    Project project = s.judged().project();
    return project == null ? null : project.id();
  }

  private static String category(Settled s) {
    return s.batch().guide().pots().isEmpty() ? "" : s.waiting().ask().category();
  }

  /** The guide's validity, and not beyond the last day on which the measure allows a contract to be filed. */
  private LocalDate lastDay(Settled s) {
    LocalDate byGuide = s.batch().guide().lastDay(s.judged().decision().asOf());
    LocalDate end = rules.pack(s.batch()).one(Life.class, "measure.life").until();
    return end == null || byGuide.isBefore(end) ? byGuide : end;
  }

  /**
   * The check on the row is the last wall: a concurrent grant elsewhere makes the group fail, not the ceiling. Each row keeps
   * the ceiling that its last grant was judged by.
   */
  private void addToYears(List<Settled> granted) {
    record Row(@Nullable Money ceiling, long fen) {}
    Map<ClaimGroup.YearKey, Row> sums = new LinkedHashMap<>();
    for (Settled s : granted) {
      for (String subject : s.judged().subjects()) {
        sums.merge(
            ClaimGroup.yearKey(s.waiting(), s.judged(), subject),
            new Row(s.judged().ceilingOf(subject), s.waiting().ask().amount().fen()),
            (a, b) -> new Row(b.ceiling, a.fen + b.fen));
      }
    }
    List<Map.Entry<ClaimGroup.YearKey, Row>> rows = new ArrayList<>(sums.entrySet());
    rows.sort(
        java.util.Comparator.comparing((Map.Entry<ClaimGroup.YearKey, Row> e) -> e.getKey().holder())
            .thenComparing(e -> e.getKey().subject()));
    jdbc.sql(
            """
            insert into claim_year (holder, applicant_class, subject, year, granted_fen, ceiling_fen)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[])
            on conflict (tenant, holder, applicant_class, subject, year) do update
              set granted_fen = claim_year.granted_fen + excluded.granted_fen, ceiling_fen = excluded.ceiling_fen""")
        .param(ids(rows, e -> e.getKey().holder()))
        .param(rows.stream().map(e -> e.getKey().as().code()).toArray(String[]::new))
        .param(rows.stream().map(e -> e.getKey().subject()).toArray(String[]::new))
        .param(rows.stream().map(e -> e.getKey().year()).toArray(Integer[]::new))
        .param(rows.stream().map(e -> e.getValue().fen()).toArray(Long[]::new))
        .param(rows.stream().map(e -> e.getValue().ceiling() == null ? null : e.getValue().ceiling().fen()).toArray(Long[]::new))
        .update();
  }

  private void tally(List<Settled> granted, ClaimGroup group) {
    List<UUID> batches = granted.stream().map(s -> s.batch().id()).distinct().toList();
    jdbc.sql(
            """
            update batch_tally t set holders = n.holders from unnest(?::uuid[], ?::int[]) as n(batch_id, holders)
             where t.batch_id = n.batch_id""")
        .param(ids(batches, b -> b))
        .param(batches.stream().map(b -> group.holders().get(b)).toArray(Integer[]::new))
        .update();
  }

  List<UUID> keep(List<Settled> settled) {
    audit.recordAll(settled.stream().map(ClaimWriter::entry).toList());
    return decisions.keepAll(
        settled.stream().map(s -> new Decisions.ToKeep(s.judged().decision(), "claim", s.claim(), s.batch().funder())).toList());
  }

  private static AuditEntry entry(Settled s) {
    Money amount = s.waiting().ask().amount();
    String provision = s.judged().decision().findings().getFirst().provision();
    String grounds =
        switch (s.kind()) {
          case GRANTED -> "批次 " + s.batch().number() + " 发放 " + amount;
          case WAITING -> "批次 " + s.batch().number() + " 登记，待抽签";
          case REFUSED -> s.refusals().getFirst().sentence().zh();
        };
    return new AuditEntry(
        s.waiting().by(), "claim." + s.kind().name().toLowerCase(java.util.Locale.ROOT), "claim", s.claim(),
        s.granted() ? provision : java.util.Objects.requireNonNullElse(first(s), provision), grounds,
        Map.of("batch", s.batch().id().toString(), "amountFen", amount.fen()));
  }

  private static @Nullable String first(Settled s) {
    return s.refusals().isEmpty() ? null : s.refusals().getFirst().provision();
  }

  private void insertClaims(List<Settled> settled, List<UUID> kept) {
    jdbc.sql(
            """
            insert into claim (claim_id, batch_id, holder, key, category, project_id, amount_fen, outcome, voucher_id,
              decision_id, refusals, account, arrived_at)
            select id, batch, holder, key, category, project, fen, outcome, voucher, decision, refusals::jsonb, account,
                at::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::uuid[],
                ?::uuid[], ?::text[], ?::uuid[], ?::text[])
              as c(id, batch, holder, key, category, project, fen, outcome, voucher, decision, refusals, account, at)""")
        .param(ids(settled, Settled::claim))
        .param(ids(settled, s -> s.batch().id()))
        .param(ids(settled, s -> s.waiting().holder()))
        .param(settled.stream().map(s -> s.waiting().ask().key()).toArray(String[]::new))
        .param(settled.stream().map(s -> s.waiting().ask().category()).toArray(String[]::new))
        .param(ids(settled, s -> s.waiting().ask().project()))
        .param(settled.stream().map(s -> s.waiting().ask().amount().fen()).toArray(Long[]::new))
        .param(settled.stream().map(s -> s.kind().name()).toArray(String[]::new))
        .param(ids(settled, Settled::voucher))
        .param(kept.toArray(UUID[]::new))
        .param(settled.stream().map(s -> s.refusals().isEmpty() ? null : Json.write(s.refusals())).toArray(String[]::new))
        .param(ids(settled, s -> s.waiting().by().account()))
        .param(settled.stream().map(s -> s.waiting().arrived().toString()).toArray(String[]::new))
        .update();
  }

  private static <T> UUID[] ids(List<T> from, Function<T, @Nullable UUID> part) {
    UUID[] ids = new UUID[from.size()];
    for (int i = 0; i < ids.length; i++) ids[i] = part.apply(from.get(i));
    return ids;
  }
}
