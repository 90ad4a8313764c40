package org.zhuqi.platform.vouchers;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuqi.measures.Money;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.Tenancy;
import org.zhuqi.platform.shared.UnansweredException;

/**
 * Where holders claim. One writer per instance takes all callers that wait and settles them in one durable transaction;
 * each gets its own answer once that is committed. Several instances are safe side by side: the batch's row is locked.
 *
 * <p>If a group cannot be settled together, each of its claims is settled alone. A caller that got no answer (the process
 * or the database was killed) asks again with the same key and gets the one answer there is.
 */
@Service
public class ClaimDesk implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ClaimDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofNanos(500_000);

  private final ClaimCounter counter;
  private final Clock clock;
  private final int groupSize;
  private final BlockingQueue<Waiting> queue;
  private final AtomicLong arrivals = new AtomicLong();
  private volatile @Nullable Thread writer;
  private volatile boolean open;
  /** How many the last group was; the writer's own. */
  private int answered;

  ClaimDesk(ClaimCounter counter, Clock clock, ClaimSettings settings) {
    this.counter = counter;
    this.clock = clock;
    this.groupSize = settings.group();
    this.queue = new ArrayBlockingQueue<>(settings.queue());
  }

  /** Claims from a batch with one pot; blocks until the answer is durable. */
  public ClaimAnswer claim(Actor by, UUID batch, Money amount, String key) {
    return claim(by, new Ask(batch, amount, "", null, key));
  }

  /**
   * Claims; blocks until the answer is durable.
   *
   * @throws UnansweredException when nobody could tell in time; ask again with the same key
   * @throws IllegalStateException inside a transaction: the desk has its own, and the caller's connection would be missing
   */
  public ClaimAnswer claim(Actor by, Ask ask) {
    by.mustBe(Role.ENTERPRISE);
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("claims are combined in a transaction of the desk's own: call it outside any other");
    }
    Waiting waiting =
        new Waiting(
            Tenancy.current(), by, by.partyOrThrow(), ask, clock.instant(), arrivals.incrementAndGet(),
            new CompletableFuture<>());
    if (!open || !queue.offer(waiting)) return busy(ask);
    return await(waiting);
  }

  private static ClaimAnswer busy(Ask ask) {
    Refusal refusal =
        Refusal.of("claim_desk_busy", "申领人数过多，本次未受理。", "Too many are claiming at this moment; this claim was not taken.")
            .remedy("请稍候再试，不会重复领取。", "Try again in a moment; nothing is granted twice.");
    return new ClaimAnswer(null, ClaimAnswer.Kind.REFUSED, ask.amount(), null, null, List.of(refusal), null);
  }

  private static ClaimAnswer await(Waiting waiting) {
    try {
      return waiting.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnansweredException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnansweredException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new UnansweredException(e);
    }
  }

  @Override
  public synchronized void start() {
    if (writer != null) return;
    open = true;
    writer = Thread.ofPlatform().name("claim-desk").daemon().start(this::work);
  }

  /** Takes no more, settles what waits. Stops after the web server: its phase is lower. */
  @Override
  public synchronized void stop() {
    open = false;
    Thread running = writer;
    if (running == null) return;
    try {
      running.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Whoever slipped in while the desk closed is told, rather than left waiting.
    for (Waiting late = queue.poll(); late != null; late = queue.poll()) late.answer().complete(busy(late.ask()));
    writer = null;
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  private void work() {
    List<Waiting> group = new ArrayList<>(groupSize);
    while (open || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        group.add(first);
        gather(group);
        byTenant(group).forEach(this::settle);
        answered = group.size();
      } catch (InterruptedException e) {
        log.warn("the claim desk was interrupted and goes on");
      } finally {
        group.clear();
      }
    }
  }

  /**
   * Takes whoever waits, and waits a moment for as many as were answered just now: they ask again together, and without the
   * moment the first of them would be settled alone while all others wait. A lone caller waits for nobody.
   */
  private void gather(List<Waiting> group) {
    long until = System.nanoTime() + MOMENT.toNanos();
    queue.drainTo(group, groupSize - group.size());
    while (group.size() < Math.min(answered, groupSize) && System.nanoTime() < until) {
      LockSupport.parkNanos(MOMENT.toNanos() / 10);
      queue.drainTo(group, groupSize - group.size());
    }
  }

  private static Map<String, List<Waiting>> byTenant(List<Waiting> group) {
    Map<String, List<Waiting>> groups = new LinkedHashMap<>();
    for (Waiting w : group) groups.computeIfAbsent(w.tenant(), t -> new ArrayList<>()).add(w);
    return groups;
  }

  private void settle(String tenant, List<Waiting> group) {
    Tenancy.run(
        tenant,
        () -> {
          try {
            deliver(group, counter.settle(group));
          } catch (RuntimeException e) {
            if (group.size() > 1) log.info("a group of {} claims is settled one by one: {}", group.size(), e.toString());
            oneByOne(group, e);
          }
        });
  }

  /** Near depletion, or after a clash with another instance: what fails for one must not fail for the others. */
  private void oneByOne(List<Waiting> group, RuntimeException failure) {
    if (isDatabaseGone(failure)) {
      group.forEach(w -> w.answer().completeExceptionally(failure));
      return;
    }
    for (Waiting w : group.stream().sorted(Comparator.comparingLong(Waiting::number)).toList()) {
      try {
        deliver(List.of(w), counter.settle(List.of(w)));
      } catch (RuntimeException e) {
        w.answer().completeExceptionally(e);
      }
    }
  }

  /** Without a database there is no sense in trying each claim of a group by itself. */
  private static boolean isDatabaseGone(RuntimeException e) {
    return e instanceof TransactionException || e instanceof DataAccessResourceFailureException;
  }

  private static void deliver(List<Waiting> group, List<ClaimAnswer> answers) {
    for (int i = 0; i < group.size(); i++) group.get(i).answer().complete(answers.get(i));
  }
}
