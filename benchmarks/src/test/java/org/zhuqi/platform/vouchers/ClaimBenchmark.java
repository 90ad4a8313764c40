package org.zhuqi.platform.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Ids;

/**
 * Claims through the desk against three plain peers, in one run, on the same durable database.
 *
 * <ul>
 *   <li><b>desk</b>: everything on: key, eligibility by the measure, ceilings, ledger, decision, audit; waiting callers combined.
 *   <li><b>plain</b>: the same duties, one transaction per claim under a row lock on the batch, as a service method would.
 *   <li><b>jpa</b>: row lock, update and insert as JPA code would do it, on Hibernate; no duty at all.
 *   <li><b>bare</b>: row lock and two statements (update, insert), one transaction per claim; no duty at all.
 * </ul>
 */
class ClaimBenchmark {
  private static final int CALLERS = Integer.getInteger("zhuqi.benchmark.callers", 32);
  private static final int ROUNDS = Integer.getInteger("zhuqi.benchmark.rounds", 5);
  private static final int SECONDS = Integer.getInteger("zhuqi.benchmark.seconds", 8);
  private static final int HOLDERS = 20_000;

  @Test
  void claims_with_everything_on_against_the_plain_way() throws InterruptedException {
    List<Double> overPlain = new ArrayList<>();
    List<Double> overJpa = new ArrayList<>();
    List<Double> overBare = new ArrayList<>();
    List<Load.Result> desks = new ArrayList<>();
    List<Load.Result> plains = new ArrayList<>();
    List<Load.Result> jpas = new ArrayList<>();
    List<Load.Result> bares = new ArrayList<>();
    try (Bench bench = new Bench(CALLERS);
        JpaPeer jpa = new JpaPeer(bench.app.getBean(DataSource.class))) {
      bareTables(bench);
      List<Actor> holders = bench.holders(HOLDERS);
      Load.run(CALLERS, 5, desk(bench, holders, 0)); // warm-up: the first seconds measure the compiler
      Load.run(CALLERS, 3, plain(bench, holders));
      Load.run(CALLERS, 3, i -> jpa.claim());
      Load.run(CALLERS, 2, bare(bench));
      System.out.printf("%n%d callers, %d rounds of %d s each%n", CALLERS, ROUNDS, SECONDS);
      for (int r = 1; r <= ROUNDS; r++) {
        bench.owner("vacuum (analyze)");
        Load.Result bare = Load.run(CALLERS, SECONDS, bare(bench));
        Load.Result byJpa = Load.run(CALLERS, SECONDS, i -> jpa.claim());
        Load.Result plain = Load.run(CALLERS, SECONDS, plain(bench, holders));
        Load.Result desk = Load.run(CALLERS, SECONDS, desk(bench, holders, r));
        bares.add(bare);
        jpas.add(byJpa);
        plains.add(plain);
        desks.add(desk);
        overPlain.add(desk.perSecond() / plain.perSecond());
        overJpa.add(desk.perSecond() / byJpa.perSecond());
        overBare.add(desk.perSecond() / bare.perSecond());
        System.out.printf(
            "round %d: desk %s | plain %s | jpa %s | bare %s | desk/plain %.1f x | desk/jpa %.1f x | desk/bare %.1f x%n", r,
            show(desk), show(plain), show(byJpa), show(bare), overPlain.getLast(), overJpa.getLast(), overBare.getLast());
      }
    }
    System.out.printf(
        "median: desk %.0f/s, plain (same duties) %.0f/s, jpa (row lock, two statements) %.0f/s, bare (the same by hand) %.0f/s%n",
        rate(desks), rate(plains), rate(jpas), rate(bares));
    System.out.printf(
        "median ratio: desk/plain %.1f x, desk/jpa %.1f x, desk/bare %.1f x%n%n", median(overPlain), median(overJpa),
        median(overBare));
    assertThat(median(overPlain)).isPositive();
  }

  private static String show(Load.Result r) {
    return "%.0f/s (p50 %.1f ms, p99 %.1f ms, cpu %.0f us)"
        .formatted(r.perSecond(), r.millis50(), r.millis99(), r.cpuMicros());
  }

  private static double rate(List<Load.Result> results) {
    return median(results.stream().map(Load.Result::perSecond).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Each claim is another key; holders take turns, so that ceilings are far away. */
  private static IntConsumer desk(Bench bench, List<Actor> holders, int round) {
    ClaimDesk desk = bench.app.getBean(ClaimDesk.class);
    UUID batch = bench.batch("90000000");
    String run = "d" + round + Ids.next();
    return i -> {
      Actor holder = holders.get(i % holders.size());
      ClaimAnswer answer = bench.as(() -> desk.claim(holder, batch, Money.of("1"), run + i));
      if (!answer.isGranted()) throw new IllegalStateException("refused: " + answer.refusals());
    };
  }

  /** The same duties by the same rules, each caller in a transaction of its own. */
  private static IntConsumer plain(Bench bench, List<Actor> holders) {
    ClaimCounter counter = bench.app.getBean(ClaimCounter.class);
    Clock clock = bench.app.getBean(Clock.class);
    UUID batch = bench.batch("90000000");
    String run = "p" + Ids.next();
    return i -> {
      Actor holder = holders.get(i % holders.size());
      Waiting one =
          new Waiting(
              Bench.TENANT, holder, holder.partyOrThrow(), new Ask(batch, Money.of("1"), "", null, run + i), clock.instant(), i,
              new CompletableFuture<>());
      ClaimAnswer answer = bench.as(() -> counter.settle(List.of(one))).getFirst();
      if (!answer.isGranted()) throw new IllegalStateException("refused: " + answer.refusals());
    };
  }

  private static void bareTables(Bench bench) {
    bench.owner(
        "create table bare_budget (id int primary key, left_fen bigint not null check (left_fen >= 0))",
        "insert into bare_budget values (1, 9000000000000)",
        "create table bare_claim (id uuid primary key, holder uuid not null, amount_fen bigint not null, at timestamptz not null)",
        "grant select, insert, update on bare_budget, bare_claim to zhuqi_app");
  }

  /** Row lock, two statements, one transaction per claim. */
  private static IntConsumer bare(Bench bench) {
    UUID holder = Ids.next();
    return i ->
        bench.transactions.executeWithoutResult(
            s -> {
              long left = bench.jdbc.sql("select left_fen from bare_budget where id = 1 for update").query(Long.class).single();
              bench.jdbc.sql("update bare_budget set left_fen = ? where id = 1").param(left - 100).update();
              bench.jdbc.sql("insert into bare_claim values (?, ?, 100, now())").params(Ids.next(), holder).update();
            });
  }
}
